package kz.umyt.destroy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import kz.umyt.source.SourceException;

/**
 * Fingerprints of rows in their order, so that any of them is soon found: in memory where they are
 * few, else in a temporary file without a name, whose room is free once nothing looks at it.
 */
final class Prints {

  /** Some 16 MB; several files may be looked at together. */
  static final int MOST_IN_MEMORY = 2_000_000;

  private static final int BUCKET_BITS = 8;

  private static final int BLOCK = 1 << 20;

  /** By their highest bits; one for all where they are in memory. */
  private final List<LongBuffer> buckets;

  private Prints(List<LongBuffer> buckets) {
    this.buckets = buckets;
  }

  /** Gives all fingerprints, in whatever order, each time it is asked. */
  @FunctionalInterface
  interface Every {
    void accept(LongConsumer each);
  }

  /**
   * Takes up fingerprints.
   *
   * @param count how many there are
   */
  static Prints of(long count, Every every) {
    return of(count, every, MOST_IN_MEMORY);
  }

  static Prints of(long count, Every every, int mostInMemory) {
    return count <= mostInMemory ? inMemory((int) count, every) : inFile(every);
  }

  private static Prints inMemory(int count, Every every) {
    LongBuffer all = LongBuffer.allocate(count);
    every.accept(all::put);
    Arrays.sort(all.array(), 0, all.position());
    return new Prints(List.of(all.flip()));
  }

  /** Each bucket has its place in the file, is filled there, and is then put in order. */
  private static Prints inFile(Every every) {
    long[] sizes = new long[1 << BUCKET_BITS];
    every.accept(print -> sizes[bucket(print)]++);
    List<LongBuffer> buckets = new ArrayList<>();
    try {
      Path file = Files.createTempFile("umyt", ".prints");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        reserve(channel, Arrays.stream(sizes).sum() * Long.BYTES);
        long at = 0;
        for (long size : sizes) {
          buckets.add(channel.map(MapMode.READ_WRITE, at, size * Long.BYTES).asLongBuffer());
          at += size * Long.BYTES;
        }
      }
    } catch (IOException full) {
      throw new SourceException(
          "the temporary folder cannot hold what is known of a large file's rows; make room there");
    }
    every.accept(print -> buckets.get(bucket(print)).put(print));
    buckets.forEach(Prints::sort);
    return new Prints(buckets);
  }

  /** So that a full disk is met here, and not where the bytes are set. */
  private static void reserve(FileChannel channel, long bytes) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
    for (long left = bytes; left > 0; left -= zeros.limit()) {
      zeros.clear().limit((int) Math.min(BLOCK, left));
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
    }
  }

  private static void sort(LongBuffer bucket) {
    bucket.flip();
    long[] values = new long[bucket.limit()];
    bucket.get(values);
    Arrays.sort(values);
    bucket.clear();
    bucket.put(values);
    bucket.flip();
  }

  private static int bucket(long print) {
    return (int) (print >>> (Long.SIZE - BUCKET_BITS));
  }

  boolean isEmpty() {
    return buckets.stream().noneMatch(LongBuffer::hasRemaining);
  }

  boolean contains(long print) {
    LongBuffer bucket = buckets.size() == 1 ? buckets.get(0) : buckets.get(bucket(print));
    int low = 0;
    int high = bucket.limit() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = bucket.get(middle);
      if (found == print) {
        return true;
      }
      if (found < print) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }
}
