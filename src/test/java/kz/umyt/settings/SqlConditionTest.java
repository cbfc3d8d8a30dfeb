package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlConditionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "balance < 0",
        "balance - 5 < 0 and a/b > 2",
        "(a = 1 or (b = 2)) and c in (1, 2)",
        "note = 'it''s ; -- /* open ( ? # $'",
        "\"odd;name\" = 1 and `other--name` = 2",
        "v$session = 1",
        "exists (select 1 from debts d where d.iin = iin)"
      })
  void acceptsOneCondition(String sql) {
    assertThat(SqlCondition.problem(sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1; delete from b",
        "a = 1 -- rest",
        "a = 1 /* rest",
        "a = 1 # rest",
        "a = 1) or (b = 2",
        "a = 1)",
        "((a = 1)",
        "a = 'x",
        "a = 'x''",
        "\"a = 1",
        "a = 'x\\' or b = '; --'",
        "a = $$ ' $$ or b = '",
        "a = $t$x$t$",
        "a = ?"
      })
  void refusesWhatCouldEscapeOrHide(String sql) {
    assertThat(SqlCondition.problem(sql)).isPresent();
  }
}
