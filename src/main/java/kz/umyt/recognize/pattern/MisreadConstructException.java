package kz.umyt.recognize.pattern;

import java.io.Serial;

/**
 * A construct that RE2J has not, or that means one thing in other regular expressions and another
 * thing to RE2J.
 */
final class MisreadConstructException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private MisreadConstructException(String message) {
    super(message);
  }

  MisreadConstructException(String construct, String advice) {
    this("RE2 reads '" + construct + "' differently; " + advice);
  }

  /**
   * A construct that RE2 does not have.
   *
   * @param kind what people call it
   * @param construct as it is written
   * @param advice what to write instead
   */
  static MisreadConstructException missing(String kind, String construct, String advice) {
    return new MisreadConstructException("RE2 has no " + kind + " '" + construct + "'; " + advice);
  }

  /** An expression that nobody could run. */
  static MisreadConstructException tooMuch(String advice) {
    return new MisreadConstructException(advice);
  }
}
