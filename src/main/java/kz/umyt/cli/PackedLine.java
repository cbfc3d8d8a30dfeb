package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A long line, held compressed in memory so that it can be read more than once: it may say at its
 * end what its beginning means, standard input cannot be read again, and nothing of it may go into
 * a file.
 */
final class PackedLine implements AutoCloseable {

  private static final int CHUNK = 1 << 16;

  private final long most;
  private final List<byte[]> chunks = new ArrayList<>();
  private int free;
  private boolean full;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
  private final OutputStream packing = new DeflaterOutputStream(new Chunks(), deflater, CHUNK);

  /**
   * An empty line.
   *
   * @param most bytes that are held, compressed
   */
  PackedLine(long most) {
    this.most = most;
  }

  /** Takes what is packed, until it is full. */
  private final class Chunks extends OutputStream {

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      int done = 0;
      while (done < length && !full) {
        if (free == 0) {
          full = (chunks.size() + 1L) * CHUNK > most;
          if (full) {
            chunks.clear();
            return;
          }
          chunks.add(new byte[CHUNK]);
          free = CHUNK;
        }
        int count = Math.min(free, length - done);
        System.arraycopy(bytes, from + done, chunks.get(chunks.size() - 1), CHUNK - free, count);
        free -= count;
        done += count;
      }
    }
  }

  void add(String piece) {
    try {
      packing.write(piece.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing more is added. */
  void end() {
    try {
      packing.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it did not fit, and cannot be read. */
  boolean isFull() {
    return full;
  }

  /** Reads it from its beginning. */
  Reader open() {
    List<InputStream> parts = new ArrayList<>();
    for (byte[] chunk : chunks) {
      parts.add(new ByteArrayInputStream(chunk));
    }
    return new InputStreamReader(
        new InflaterInputStream(new SequenceInputStream(Collections.enumeration(parts))), UTF_8);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
