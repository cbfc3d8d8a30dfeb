package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import kz.umyt.engines.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryCopiesIT {

  private static final String TWICE =
      "SELECT (SELECT COUNT(*) FROM held), (SELECT COUNT(*) FROM held h)";

  @TempDir private Path folder;
  private Connection plain;
  private Connection connection;

  @BeforeEach
  void hold() throws SQLException {
    plain = Engine.MARIADB.fresh(folder).connect();
    connection = TemporaryCopies.over(plain);
    execute(
        "CREATE TABLE client (id INT PRIMARY KEY)",
        "INSERT INTO client VALUES (1), (2)",
        "CREATE TEMPORARY TABLE held AS SELECT id FROM client WHERE 1 = 0",
        "INSERT INTO held VALUES (1)");
  }

  @AfterEach
  void close() throws SQLException {
    plain.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String twice() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TWICE)) {
      return twice(statement);
    }
  }

  private static String twice(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1) + " " + rows.getString(2);
    }
  }

  private boolean isCopied() throws SQLException {
    try (Statement statement = plain.createStatement()) {
      statement.executeQuery("SELECT 1 FROM held_copy1").close();
      return true;
    } catch (SQLException none) {
      return false;
    }
  }

  @Test
  void aSecondReadingIsOneOfACopy() throws SQLException {
    execute("SELECT id FROM client WHERE EXISTS (SELECT 1 FROM held h WHERE h.id = client.id)");
    assertThat(isCopied()).isFalse();

    assertThat(twice()).isEqualTo("1 1");

    assertThat(isCopied()).isTrue();
  }

  @Test
  void aRowThatCameLaterIsInTheNextCopy() throws SQLException {
    twice();
    execute("INSERT INTO held VALUES (2)");

    assertThat(twice()).isEqualTo("2 2");
  }

  @Test
  void aTableThatIsMadeAnewIsCopiedAnew() throws SQLException {
    twice();
    execute(
        "DROP TEMPORARY TABLE IF EXISTS held",
        "CREATE TEMPORARY TABLE held AS SELECT id, 1 AS more FROM client");

    assertThat(twice()).isEqualTo("2 2");
  }

  /** An empty copy of a register of holds would be no hold. */
  @Test
  void aRollbackEmptiesNoCopy() throws SQLException {
    connection.setAutoCommit(false);
    Savepoint before = connection.setSavepoint();
    try (PreparedStatement statement = connection.prepareStatement(TWICE)) {
      connection.rollback(before);
      assertThat(twice(statement)).isEqualTo("1 1");
      connection.rollback();
      assertThat(twice(statement)).isEqualTo("1 1");
    }
    connection.rollback();

    assertThat(twice()).isEqualTo("1 1");
  }

  @Test
  void aTableWithALongerNameIsAnotherOne() throws SQLException {
    execute("CREATE TABLE held_long (id INT)");
    execute("SELECT (SELECT COUNT(*) FROM held_long), (SELECT COUNT(*) FROM held)");

    assertThat(isCopied()).isFalse();
  }

  @Test
  void whatTheServerRefusesIsSaidInItsOwnWords() {
    assertThatThrownBy(() -> execute("SELECT 1 FROM nowhere"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void thePoolGetsItsOwnConnectionBack() throws SQLException {
    assertThat(TemporaryCopies.plain(connection)).isSameAs(plain);
    assertThat(TemporaryCopies.plain(plain)).isSameAs(plain);
  }
}
