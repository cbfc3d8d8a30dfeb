package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {

  @ParameterizedTest
  @CsvSource({
    // Oracle
    "72000, 1017, user or password is wrong",
    "99999, 28000, the account is locked",
    "42000, 1031, the database user lacks a right",
    "42000, 942, the database does not accept the statement",
    "61000, 60, another session holds a lock",
    "72000, 12899, the new value does not fit the column",
    "66000, 12541, the connection was lost or refused",
    "72000, 1013, 'it took longer than the time allowed, or somebody cancelled it'",
    "23000, 2292, a constraint forbids the new value",
    // SQL Server
    "S0001, 18456, user or password is wrong",
    "S0005, 229, the database user lacks a right",
    "S0051, 1222, another session holds a lock",
    "40001, 1205, another session holds a lock",
    "S0002, 208, the database reported an error",
    // MariaDB has other errors under the same codes.
    "21000, 1222, the database reported an error",
    "HY000, 1017, the database reported an error",
  })
  void isToldInWords(String state, int code, String reason) {
    assertThat(SqlFailure.describe(new SQLException("value 900101300123", state, code)))
        .isEqualTo(reason + " (SQLSTATE " + state + ", code " + code + ")");
  }

  @Test
  void thatADriverMadeOfALimitIsOne() {
    assertThat(SqlFailure.describe(new SQLTimeoutException("query timed out", "HY008", 0)))
        .isEqualTo(
            "it took longer than the time allowed, or somebody cancelled it (SQLSTATE HY008, code 0)");
  }
}
