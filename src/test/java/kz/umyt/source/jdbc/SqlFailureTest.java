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
    "42000, 1031, the database user lacks a right; have its administrator grant it",
    "42000, 942, the database does not accept the statement",
    "61000, 60, another session holds a lock",
    "72000, 12899, a value does not fit its column or type",
    "66000, 12541, the connection was lost or refused",
    "72000, 1013, 'it took longer than the time allowed, or somebody cancelled it'",
    "23000, 2292, a constraint forbids the new value",
    // SQL Server
    "S0001, 18456, user or password is wrong",
    "S0005, 229, the database user lacks a right; have its administrator grant it",
    "S0051, 1222, another session holds a lock",
    "40001, 1205, another session holds a lock",
    "S0002, 208, the database reported an error",
    // MariaDB
    "08000, -1, the connection was lost or refused",
    "70100, 1927, the connection was lost or refused",
    "'', 0, 'the connection is closed, or the driver gives no reason'",
    "42000, 1226, 'there are too many connections, or too many of this user; allow it more, or write fewer ''threads'' in the job'",
    "42000, 1049, there is no database of this name; check the jdbc URL",
    "HY000, 126, the table is damaged; have the administrator of the database check and repair it",
    "HY000, 145, the table is damaged; have the administrator of the database check and repair it",
    "HY000, 1194, the table is damaged; have the administrator of the database check and repair it",
    "HY000, 1033, the table is damaged; have the administrator of the database check and repair it",
    "HY000, 1168, one of the tables that this one is made of is missing or differs",
    "42S02, 1146, there is no such table; it may have been dropped or renamed",
    "42000, 1064, the database does not accept the statement",
    "HY000, 1290, 'the database takes no changes now, it is read-only; have its administrator see to that'",
    "HY000, 1114, the disk of the database is full; have its administrator make room",
    "42S22, 1054, there is no such column; it may have been dropped or renamed",
    // MySQL
    "HY000, 3819, a constraint forbids the new value",
    "HY000, 1366, a value does not fit its column or type",
    "42000, 1227, the database user lacks a right; have its administrator grant it",
    // PostgreSQL
    "25006, 0, 'the database takes no changes now, it is read-only; have its administrator see to that'",
    "53100, 0, the disk of the database is full; have its administrator make room",
    "42703, 0, there is no such column; it may have been dropped or renamed",
    "42P01, 0, there is no such table; it may have been dropped or renamed",
    "3D000, 0, there is no database of this name; check the jdbc URL",
    "53300, 0, 'there are too many connections, or too many of this user; allow it more, or write fewer ''threads'' in the job'",
    "53200, 0, the database is out of resources",
    "55000, 0, it is not ready for that; a materialized view without data must be refreshed",
    "57P01, 0, the connection was lost or refused",
    "XX001, 0, the table is damaged; have the administrator of the database check and repair it",
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
