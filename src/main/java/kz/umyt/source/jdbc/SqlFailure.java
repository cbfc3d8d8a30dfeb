package kz.umyt.source.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells what went wrong in a database without repeating its message, which may quote values: only
 * the class of the error, in words, and its codes.
 */
public final class SqlFailure {
  private static final String WRONG_USER = "user or password is wrong";
  private static final String NO_RIGHT =
      "the database user lacks a right; have its administrator grant it";
  private static final String LOCK = "another session holds a lock";
  private static final String DOES_NOT_FIT = "a value does not fit its column or type";
  private static final String TOO_LONG =
      "it took longer than the time allowed, or somebody cancelled it";

  private static final String CONSTRAINT = "a constraint forbids the new value";
  private static final String LOST = "the connection was lost or refused";
  private static final String NO_TABLE =
      "there is no such table; it may have been dropped or renamed";
  private static final String AMBIGUOUS =
      "a column of this name stands in several tables; write table.column in the job";
  private static final String NO_COLUMN =
      "there is no such column; it may have been dropped or renamed";
  private static final String READ_ONLY =
      "the database takes no changes now, it is read-only; have its administrator see to that";
  private static final String DISK_FULL =
      "the disk of the database is full; have its administrator make room";
  private static final String NO_DATABASE = "there is no database of this name; check the jdbc URL";
  private static final String DAMAGED =
      "the table is damaged; have the administrator of the database check and repair it";
  private static final String TOO_MANY =
      "there are too many connections, or too many of this user; allow it more, or write fewer"
          + " 'threads' in the job";

  /** SQLSTATE of PostgreSQL and, of the tables, also of MariaDB and H2. */
  private static final Map<String, String> OF_STATE =
      Map.ofEntries(
          Map.entry("42P01", NO_TABLE),
          Map.entry("42S02", NO_TABLE),
          Map.entry("42S04", NO_TABLE),
          Map.entry("42702", AMBIGUOUS),
          Map.entry("42703", NO_COLUMN),
          Map.entry("42S22", NO_COLUMN),
          Map.entry("3D000", NO_DATABASE),
          Map.entry("25006", READ_ONLY),
          Map.entry("90097", READ_ONLY),
          Map.entry("53100", DISK_FULL),
          Map.entry("53300", TOO_MANY),
          Map.entry(
              "55000",
              "it is not ready for that; a materialized view without data must be refreshed"),
          Map.entry("XX001", DAMAGED),
          Map.entry("XX002", DAMAGED));

  /** MariaDB's and MySQL's codes behind their SQLSTATE, since other engines have the same codes. */
  private static final Map<String, String> OF_MARIADB =
      Map.ofEntries(
          Map.entry("23000 1052", AMBIGUOUS),
          Map.entry("HY000 3819", CONSTRAINT),
          Map.entry(
              "HY000 1093",
              "MySQL changes no table that a condition of the job reads, too; let the condition"
                  + " read it as FROM (SELECT ... LIMIT 1) x"),
          Map.entry("HY000 1366", DOES_NOT_FIT),
          Map.entry("01000 1265", DOES_NOT_FIT),
          Map.entry("08004 1040", TOO_MANY),
          Map.entry("42000 1203", TOO_MANY),
          Map.entry("42000 1226", TOO_MANY),
          Map.entry("42000 1049", NO_DATABASE),
          Map.entry("70100 1927", LOST),
          Map.entry("HY000 1021", DISK_FULL),
          Map.entry("HY000 1114", DISK_FULL),
          Map.entry("HY000 1290", READ_ONLY),
          Map.entry("HY000 1836", READ_ONLY),
          Map.entry("HY000 126", DAMAGED),
          Map.entry("HY000 127", DAMAGED),
          Map.entry("HY000 144", DAMAGED),
          Map.entry("HY000 145", DAMAGED),
          Map.entry("HY000 1033", DAMAGED),
          Map.entry("HY000 1034", DAMAGED),
          Map.entry("HY000 1035", DAMAGED),
          Map.entry("HY000 1194", DAMAGED),
          Map.entry("HY000 1195", DAMAGED),
          Map.entry(
              "HY000 1168", "one of the tables that this one is made of is missing or differs"));

  /** Oracle's codes, where it has one SQLSTATE for a great many errors. */
  private static final Map<Integer, String> OF_ORACLE =
      Map.of(
          54, LOCK,
          60, LOCK,
          1013, TOO_LONG,
          1017, WRONG_USER,
          1031, NO_RIGHT,
          1555, "the database kept the state at the start of the statement for too short a time",
          12899, DOES_NOT_FIT,
          28000, "the account is locked",
          30006, LOCK);

  private static final Set<String> STATES_OF_ORACLE = Set.of("42000", "61000", "72000", "99999");

  /** Of its network, such as when nobody listens. */
  private static final String UNREACHABLE_ORACLE = "66000";

  /** SQL Server's codes; its SQLSTATE is S and a number without a meaning. */
  private static final Map<Integer, String> OF_SQL_SERVER =
      Map.of(
          229, NO_RIGHT,
          230, NO_RIGHT,
          1222, LOCK,
          2628, DOES_NOT_FIT,
          18456, WRONG_USER);

  /** PostgreSQL's lock_not_available, H2's lock time-out. */
  private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

  /**
   * PostgreSQL's insufficient_privilege, H2's missing right and missing right of an administrator.
   */
  private static final Set<String> RIGHTS = Set.of("42501", "90096", "90040");

  /** Time-outs of a statement: MariaDB's, MySQL's. */
  private static final Set<Integer> TIMED_OUT = Set.of(1969, 3024);

  /** MariaDB's driver, where MySQL takes a password that it does not remember. */
  private static final String UNENCRYPTED = "S1009";

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

  /** The same with the name of the constraint, where it was one and is known. */
  static String describe(SQLException failure, Optional<String> constraint) {
    String told = describe(failure);
    return constraint.isPresent() && told.startsWith(CONSTRAINT)
        ? CONSTRAINT + ": " + constraint.get() + told.substring(CONSTRAINT.length())
        : told;
  }

  private static String reason(String state, SQLException failure) {
    String own =
        STATES_OF_ORACLE.contains(state)
            ? OF_ORACLE.get(failure.getErrorCode())
            : state.startsWith("S0") ? OF_SQL_SERVER.get(failure.getErrorCode()) : null;
    if (own != null) {
      return own;
    }
    String exact =
        OF_MARIADB.getOrDefault(state + " " + failure.getErrorCode(), OF_STATE.get(state));
    if (exact != null) {
      return exact;
    }
    if (isForeignKey(state, failure.getErrorCode())) {
      return "another table's rows still point to it";
    }
    if (state.equals("23505") || failure.getErrorCode() == 1062) {
      return "the new value is not unique";
    }
    if (state.startsWith("23") || state.startsWith("44")) {
      return CONSTRAINT;
    }
    if (state.equals("P0001") || state.equals("45000")) {
      return "a trigger of the database refuses the change";
    }
    if (state.startsWith("22")) {
      return DOES_NOT_FIT;
    }
    if (state.startsWith("08") || state.startsWith("57P") || state.equals(UNREACHABLE_ORACLE)) {
      return LOST;
    }
    if (state.isEmpty() && failure.getErrorCode() == 0) {
      return "the connection is closed, or the driver gives no reason";
    }
    if (state.equals(UNENCRYPTED)) {
      return "the server takes this user's password over an encrypted connection only; write"
          + " sslMode=verify-full into the jdbc URL (trust where its certificate is its own"
          + " and the way to it safe)";
    }
    if (state.startsWith("28")) {
      return WRONG_USER;
    }
    if (isMissingRight(failure)) {
      return NO_RIGHT;
    }
    if (state.startsWith("40") || LOCKED.contains(state) || failure.getErrorCode() == 1205) {
      return LOCK;
    }
    if (state.equals("57014") || TIMED_OUT.contains(failure.getErrorCode())) {
      return TOO_LONG;
    }
    if (state.startsWith("42")) {
      return "the database does not accept the statement";
    }
    if (failure instanceof SQLTimeoutException) {
      return TOO_LONG;
    }
    return state.startsWith("53") || state.startsWith("54")
        ? "the database is out of resources"
        : "the database reported an error";
  }

  private static boolean isForeignKey(String state, int code) {
    return state.equals("23503") || state.equals("23001") || code == 1451 || code == 23503;
  }

  /** Whether the user lacks a right, in the words of PostgreSQL, H2 or MariaDB. */
  static boolean isMissingRight(SQLException failure) {
    int code = failure.getErrorCode();
    return (failure.getSQLState() != null && RIGHTS.contains(failure.getSQLState()))
        || code == 1044
        || code == 1142
        || code == 1143
        || code == 1227;
  }

  /** Whether the connection itself is gone. */
  public static boolean isLostConnection(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
