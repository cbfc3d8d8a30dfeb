package kz.umyt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Buffers output and passes it on in whole lines, so that none is torn when the process ends early.
 * Only a line beyond {@link #LONGEST_HELD} is passed on in parts.
 */
final class WholeLines extends OutputStream {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_HELD = 1 << 20;
  private static final int PAUSE_MILLIS = 10;
  private static final int BLOCKED_MILLIS = 2_000;

  private final OutputStream out;
  private final ReentrantLock lock = new ReentrantLock();
  private byte[] buffer = new byte[2 * BUFFER];
  private int size;

  /** Up to here the buffer holds whole lines. */
  private int whole;

  /** Whether the beginning of a line was passed on without its end. */
  private boolean torn;

  WholeLines(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    lock.lock();
    try {
      if (buffer.length - size < length) {
        buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + length));
      }
      System.arraycopy(bytes, from, buffer, size, length);
      int end = size + length;
      for (int i = end; i > size && whole <= size; i--) {
        if (buffer[i - 1] == '\n') {
          whole = i;
        }
      }
      size = end;
      if (size >= BUFFER) {
        passOn(size >= LONGEST_HELD ? size : whole);
      }
    } finally {
      lock.unlock();
    }
  }

  private void passOn(int count) throws IOException {
    if (count > 0) {
      out.write(buffer, 0, count);
      torn = count > whole;
      System.arraycopy(buffer, count, buffer, 0, size - count);
      size -= count;
      whole = 0;
    }
  }

  @Override
  public void flush() throws IOException {
    lock.lock();
    try {
      passOn(size);
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Passes on the lines that are whole while another thread may still write, and then keeps it from
   * writing more. Where a line was passed on in parts, its end is waited for.
   *
   * @param millis how long to wait for it at most
   * @return whether all that was passed on is whole lines
   */
  boolean endWithin(long millis) throws IOException, InterruptedException {
    long pauses = millis / PAUSE_MILLIS;
    // A lock that is not to be had is held by a write that nobody takes.
    while (lock.tryLock(BLOCKED_MILLIS, TimeUnit.MILLISECONDS)) {
      passOn(whole);
      if (!torn || pauses <= 0) {
        out.flush();
        // The lock is kept.
        return !torn;
      }
      lock.unlock();
      pauses--;
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return false;
  }
}
