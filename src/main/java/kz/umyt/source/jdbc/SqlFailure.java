package kz.umyt.source.jdbc;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells what went wrong in a database without repeating its message, which may quote values: only
 * the class of the error, in words, and its codes.
 */
public final class SqlFailure {
  /** PostgreSQL's lock_not_available, H2's lock time-out. */
  private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

  private SqlFailure() {}

  /** For example {@code foreign key or unique constraint (SQLSTATE 23503)}. */
  public static String describe(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return reason(state, failure)
        + " (SQLSTATE "
        + state
        + ", code "
        + failure.getErrorCode()
        + ")";
  }

  private static String reason(String state, SQLException failure) {
    if (isForeignKey(state, failure.getErrorCode())) {
      return "another table's rows still point to it";
    }
    if (state.equals("23505") || failure.getErrorCode() == 1062) {
      return "the new value is not unique";
    }
    if (state.startsWith("23") || state.startsWith("44")) {
      return "a constraint forbids the new value";
    }
    if (state.equals("P0001") || state.equals("45000")) {
      return "a trigger of the database refuses the change";
    }
    if (state.startsWith("22")) {
      return "the new value does not fit the column";
    }
    if (state.startsWith("08")) {
      return "the connection was lost or refused";
    }
    if (state.startsWith("28")) {
      return "user or password is wrong";
    }
    if (state.equals("42501") || state.equals("90096") || isDenied(failure.getErrorCode())) {
      return "the database user lacks a right";
    }
    if (state.startsWith("40") || LOCKED.contains(state) || failure.getErrorCode() == 1205) {
      return "another session holds a lock";
    }
    if (state.startsWith("42")) {
      return "the database does not accept the statement";
    }
    return state.startsWith("53") || state.startsWith("54")
        ? "the database is out of resources"
        : "the database reported an error";
  }

  private static boolean isForeignKey(String state, int code) {
    return state.equals("23503") || state.equals("23001") || code == 1451 || code == 23503;
  }

  private static boolean isDenied(int code) {
    return code == 1044 || code == 1142 || code == 1143;
  }

  /** Whether the connection itself is gone. */
  public static boolean isLostConnection(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
