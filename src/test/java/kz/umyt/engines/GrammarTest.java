package kz.umyt.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The eyes that statements for absent engines are looked at with are not blind. */
class GrammarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a > 1 FROM t",
        "SELECT EXISTS (SELECT 1 FROM u) FROM t",
        "SELECT a FROM t LIMIT 1",
        "SELECT a FROM t WHERE (a IS NULL) = FALSE",
        "SELECT a FROM t WHERE (a < 0) IS TRUE",
        "SELECT a FROM t WHERE (a, b) > (?, ?)",
        "SELECT a FROM t WHERE (a, b) IN ((?, ?), (?, ?))",
        "SELECT a FROM t WHERE a = 1 AND 1",
        "SELECT a FROM t WHERE a",
        "SELECT a FROM t WHERE (a = 1) = (b = 2)",
        "SELECT CASE WHEN a THEN 1 ELSE 0 END FROM t",
        "SELECT CASE WHEN a = 1 THEN b = 1 ELSE 0 END FROM t",
        "SELECT a FROM t ORDER BY a > 1",
        "SELECT COUNT(*) FROM t GROUP BY CASE WHEN EXISTS (SELECT 1 FROM u) THEN 1 END",
        "SELECT MAX(CASE WHEN EXISTS (SELECT 1 FROM u) THEN 1 END) FROM t",
        "UPDATE t SET a = TRUE",
        "SELECT a FROM t WHERE a = (b IS NULL)",
        "SELECT a FROM t JOIN u ON TRUE",
      })
  void seesWhatNeitherEngineTakes(String sql) {
    assertThat(Grammar.ofOracle(sql)).isNotEmpty();
    assertThat(Grammar.ofSqlServer(sql)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT a FROM t FOR UPDATE", "SELECT a FROM t WHERE LIMIT 1"})
  void seesWhatSqlServerDoesNotTake(String sql) {
    assertThat(Grammar.ofSqlServer(sql)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SELECT a FROM t AS u", "SELECT 1", "SELECT a FROM t WITH (UPDLOCK, ROWLOCK)"})
  void seesWhatOracleDoesNotTake(String sql) {
    assertThat(Grammar.ofOracle(sql)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a, CASE WHEN NOT (a = 1 OR b IS NULL) THEN 1 ELSE 0 END FROM t WHERE 1 = 1",
        "SELECT a FROM t WHERE CASE WHEN a < 0 THEN 1 ELSE 0 END = 1 AND NOT (b >= ? OR c IN (?, ?))",
        "SELECT a FROM t WHERE (a >= ? AND (a > ? OR b > ?)) ORDER BY a, b"
            + " OFFSET 9 ROWS FETCH NEXT 1 ROWS ONLY",
        "SELECT f, COUNT(*), MIN(c) FROM (SELECT CASE WHEN EXISTS (SELECT 1 FROM u WHERE u.a = t.a)"
            + " THEN 1 ELSE 0 END AS f, (SELECT MAX(d) FROM u) AS c FROM t) w GROUP BY f",
        "SELECT a FROM t JOIN u ON t.a = u.a WHERE ((SELECT COUNT(*) FROM v) > 0)",
        "DELETE FROM t WHERE t.a = ? AND NOT EXISTS (SELECT 1 FROM u k WHERE k.a = t.a)",
        "UPDATE t SET a = (SELECT b FROM u WHERE u.a = ?) WHERE a = ? AND b <> (SELECT 1 FROM u)",
      })
  void takesWhatBothTake(String sql) {
    assertThat(Grammar.ofOracle(sql)).isEmpty();
    assertThat(Grammar.ofSqlServer(sql)).isEmpty();
  }
}
