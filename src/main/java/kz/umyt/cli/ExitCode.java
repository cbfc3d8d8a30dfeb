package kz.umyt.cli;

/** What the tool tells the shell. People's cron lines depend on these numbers. */
final class ExitCode {
  private ExitCode() {}

  /** Done and verified. */
  static final int DONE = 0;

  /** Failed unexpectedly. */
  static final int FAILED = 1;

  /** Wrong usage or configuration; nothing was touched. */
  static final int USAGE = 2;

  /** A source could not be reached or read. */
  static final int SOURCE = 3;

  /** Stopped early; the rest goes on with the next run. */
  static final int STOPPED = 4;

  /** A limit is exceeded, or leave is missing. */
  static final int REFUSED = 5;

  /** Another run holds the lock. */
  static final int LOCKED = 6;

  /** Something due or personal is left, or ledger or Act was altered. */
  static final int NOT_VERIFIED = 7;

  /** Done, but a person must look at something. */
  static final int NEEDS_PERSON = 8;
}
