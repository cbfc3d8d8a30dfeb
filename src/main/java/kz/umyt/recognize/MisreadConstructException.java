package kz.umyt.recognize;

import java.io.Serial;

/** A construct that means one thing in other regular expressions and another thing to RE2J. */
final class MisreadConstructException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MisreadConstructException(String construct, String advice) {
    super("RE2 reads '" + construct + "' differently; " + advice);
  }
}
