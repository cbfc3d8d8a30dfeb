package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What MySQL is told, whose server is not on Maven Central; {@code UMYT_TEST_MYSQL} names one. */
class MySqlDialectTest {

  private final Dialect dialect = new MySqlDialect();

  @Test
  void eitherSchemeIsServedByTheDriverOfMariaDb() {
    assertThat(Dialects.forUrl("jdbc:mysql://db/crm").orElseThrow().engine()).isEqualTo("MySQL");
    assertThat(dialect.urls("jdbc:mysql://db/crm?sslMode=trust"))
        .containsExactly("jdbc:mariadb://db/crm?sslMode=trust");
    assertThat(dialect.urls("jdbc:mariadb://db/crm")).containsExactly("jdbc:mariadb://db/crm");
  }

  @Test
  void theChangedTableIsReadApart() {
    assertThat(dialect.exists("SELECT 1 FROM t", true))
        .isEqualTo("EXISTS (SELECT 1 FROM (SELECT 1 FROM t LIMIT 1) umyt_same)");
    assertThat(dialect.exists("SELECT 1 FROM t", false)).isEqualTo("EXISTS (SELECT 1 FROM t)");
  }

  @Test
  void everyTableHasAKeySinceAServerMayAskForOne() {
    assertThat(dialect.journalDdl("`crm`"))
        .allSatisfy(table -> assertThat(table).containsOnlyOnce("PRIMARY KEY"));
    assertThat(dialect.temporaryTable("umyt_holds", "SELECT 1 AS whole"))
        .startsWith("CREATE TEMPORARY TABLE umyt_holds /*!80023 (my_row_id ")
        .endsWith(" INVISIBLE PRIMARY KEY) */ AS SELECT 1 AS whole");
  }

  @Test
  void aCheckIsARowsFault() {
    SQLException check = new SQLException("x", "HY000", 3819);

    assertThat(dialect.isCausedByRow(check)).isTrue();
    assertThat(SqlFailure.describe(check)).startsWith("a constraint forbids the new value");
    assertThat(dialect.isCausedByRow(new SQLException("x", "HY000", 1205))).isFalse();
  }
}
