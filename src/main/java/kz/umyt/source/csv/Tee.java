package kz.umyt.source.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/** Passes characters on and remembers them until they are no longer needed. */
final class Tee extends Reader {

  private final Reader source;
  private char[] window = new char[1 << 15];

  /** Index of the first remembered character, and behind the last one. */
  private int from;

  private int to;

  /** Position in the text of the character at {@code window[from]}. */
  private long position;

  Tee(Reader source) {
    this.source = source;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = source.read(target, offset, length);
    if (count > 0) {
      makeRoom(count);
      System.arraycopy(target, offset, window, to, count);
      to += count;
    }
    return count;
  }

  private void makeRoom(int count) {
    if (to + count <= window.length) {
      return;
    }
    int size = to - from;
    char[] target = size + count > window.length / 2 ? new char[(size + count) * 2] : window;
    System.arraycopy(window, from, target, 0, size);
    window = target;
    from = 0;
    to = size;
  }

  /** Position behind the last character that went by. */
  long end() {
    return position + to - from;
  }

  void forgetBefore(long wanted) {
    from += Math.toIntExact(wanted - position);
    position = wanted;
  }

  char at(long wanted) {
    return window[index(wanted)];
  }

  String text(long start, long end) {
    return new String(window, index(start), Math.toIntExact(end - start));
  }

  void copy(long start, long end, Writer target) throws IOException {
    target.write(window, index(start), Math.toIntExact(end - start));
  }

  private int index(long wanted) {
    return from + Math.toIntExact(wanted - position);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
