package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import kz.umyt.source.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePatternTest {

  @ParameterizedTest
  @CsvSource({
    "LOG_*, PUBLIC, LOG_2024, true",
    "log_*, PUBLIC, LOG_, true",
    "LOG_*, PUBLIC, LOGS, false",
    "LOG, PUBLIC, LOG_2024, false",
    "*, PUBLIC, ANYTHING, true",
    "*log*, public, call_log_old, true",
    "*_log, public, a_log_log, true",
    "*_log, public, a_log_logs, false",
    "a*b*c, public, a-b-b-c, true",
    "a*b*c, public, a-c-b, false",
    "PUBLIC.LOG_*, PUBLIC, LOG_2024, true",
    "PUBLIC.LOG_*, OTHER, LOG_2024, false",
    "other.*, OTHER, LOG_2024, true",
    "*.log_2024, OTHER, LOG_2024, true",
    // Without a point it is about names, so that no pattern takes out a schema unawares.
    "P*, PUBLIC, LOG_2024, false",
    "a.b*, x, a.bc, true",
    "журнал*, public, Журнал_2024, true"
  })
  void meansTables(String pattern, String schema, String name, boolean meant) {
    assertThat(new TablePattern(pattern).matches(new TableName(schema, name))).isEqualTo(meant);
  }
}
