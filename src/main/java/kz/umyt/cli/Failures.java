package kz.umyt.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import kz.umyt.job.LockHeldException;
import kz.umyt.job.StoreException;
import kz.umyt.ledger.DiskException;
import kz.umyt.ledger.KeyException;
import kz.umyt.ledger.LedgerAlteredException;
import kz.umyt.ledger.LedgerLockedException;
import kz.umyt.plan.RefusedException;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;

/** Turns whatever ended a command into one message for a person and one exit code. */
final class Failures {

  private final PrintStream err;
  private final boolean debug;

  Failures(PrintStream err, boolean debug) {
    this.err = err;
    this.debug = debug;
  }

  int report(Throwable failure) {
    int code = code(failure);
    if (failure instanceof OutOfMemoryError) {
      err.println("umyt: memory is full; give it more, such as UMYT_HEAP=1g");
    } else if (code == ExitCode.FAILED && !hasOwnWords(failure)) {
      // The message of an error that nobody foresaw may quote anything, even a value.
      err.println(
          "umyt: unexpected error ("
              + failure.getClass().getSimpleName()
              + "); run again with --debug to see where");
    } else {
      err.println("umyt: " + failure.getMessage());
    }
    if (debug) {
      trace(failure);
    }
    return code;
  }

  /** Failures of files, stores and keys, whose messages name paths and no values. */
  private static boolean hasOwnWords(Throwable failure) {
    return failure instanceof UncheckedIOException
        || failure instanceof DiskException
        || failure instanceof StoreException
        || failure instanceof KeyException;
  }

  private static int code(Throwable failure) {
    if (failure instanceof SettingsException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof SourceException) {
      return ExitCode.SOURCE;
    }
    if (failure instanceof RefusedException) {
      return ExitCode.REFUSED;
    }
    if (failure instanceof LockHeldException || failure instanceof LedgerLockedException) {
      return ExitCode.LOCKED;
    }
    return failure instanceof LedgerAlteredException ? ExitCode.NOT_VERIFIED : ExitCode.FAILED;
  }

  /** Where it happened, without the messages of causes, which may quote values. */
  private void trace(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      err.println(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        err.println("    at " + frame);
      }
    }
  }
}
