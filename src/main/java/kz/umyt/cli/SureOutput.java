package kz.umyt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Standard output whose failures are not swallowed, as {@link PrintStream} does. */
final class SureOutput extends OutputStream {

  private final PrintStream out;

  SureOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) {
    out.write(b);
    check();
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    out.write(bytes, from, length);
    check();
  }

  @Override
  public void flush() {
    check();
  }

  /** {@link PrintStream#checkError()} flushes, too. */
  private void check() {
    if (out.checkError()) {
      throw new UncheckedIOException(
          "standard output takes no more: the disk is full, or what read it has ended",
          new IOException());
    }
  }
}
