package kz.umyt.plan;

/** A test of a clock's value, as SQL over wherever it stands. */
@FunctionalInterface
interface ClockTest {

  /**
   * The test of one value.
   *
   * @param sql for values of its kind
   */
  String on(ClockSql sql, String value);
}
