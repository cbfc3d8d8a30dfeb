package kz.umyt.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.settings.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every retention decision goes back to this one class. */
class DueRuleTest {

  private static final List<String> TERMS =
      List.of("P0D", "P1D", "P1M", "P13M", "P2Y", "P5Y", "P1Y6M");

  @ParameterizedTest
  @CsvFileSource(resources = "decisions.tsv", delimiter = '\t', numLinesToSkip = 1)
  void decidesByTheTable(
      String clock,
      String term,
      LocalDate asOf,
      String empty,
      String reading,
      String held,
      String blocked,
      Standing expected) {
    DueRule rule = new DueRule(clock(clock), Period.parse(term), empty.equals("undecidable"), asOf);

    Standing standing =
        new Decision(List.of(Role.of(rule.clock(), false)))
            .decide(
                Set.of(
                        new Fact.OfClock(0, rule.state(reading(reading))),
                        new Fact.Held(held.equals("held")),
                        new Fact.Blocked(blocked.equals("blocked")),
                        new Fact.Obliged(Fact.Answer.NO))
                    ::contains);
    assertThat(standing).isEqualTo(expected);
  }

  private static Clock clock(String word) {
    return Stream.of(Clock.values())
        .filter(clock -> clock.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static ClockReading reading(String text) {
    return switch (text) {
      case "-" -> new ClockReading.Empty();
      case "?" -> new ClockReading.Unreadable();
      default -> new ClockReading.Day(LocalDate.parse(text));
    };
  }

  static List<Arguments> termsAndDays() {
    List<Arguments> pairs = new ArrayList<>();
    for (String term : TERMS) {
      for (LocalDate asOf = LocalDate.of(2023, 12, 25);
          asOf.isBefore(LocalDate.of(2025, 4, 5));
          asOf = asOf.plusDays(1)) {
        boolean nearMonthEnd = asOf.getDayOfMonth() >= 27 || asOf.getDayOfMonth() <= 3;
        if (nearMonthEnd) {
          pairs.add(Arguments.of(Period.parse(term), asOf));
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("termsAndDays")
  void cutsOffExactlyAfterTheLastDayThatIsOver(Period term, LocalDate asOf) {
    LocalDate cutoff = new DueRule(Clock.CONTRACT_END, term, false, asOf).cutoff();

    LocalDate from = asOf.minus(term).minusDays(400);
    for (LocalDate day = from; !day.isAfter(asOf.plusDays(40)); day = day.plusDays(1)) {
      boolean over = day.plus(term).isBefore(asOf);
      if (over == day.isAfter(cutoff)) {
        assertThat(day).as("cutoff %s, term over: %s", cutoff, over).isEqualTo(cutoff);
      }
    }
  }

  @Test
  void neverTakesARecordOnTheDayItsTermEnds() {
    DueRule rule =
        new DueRule(Clock.CONTRACT_END, Period.ofYears(2), false, LocalDate.of(2026, 2, 28));

    // 29 February 2024 + 2 years ends with 28 February 2026, which is not over on that day.
    assertThat(rule.cutoff()).isEqualTo(LocalDate.of(2024, 2, 27));
  }

  @Test
  void acceptsAFutureDayOnlyForEventsThatCanBePlanned() {
    LocalDate asOf = LocalDate.of(2026, 5, 1);
    ClockReading tomorrow = new ClockReading.Day(asOf.plusDays(1));

    for (Clock clock : Clock.values()) {
      assertThat(new DueRule(clock, Period.ZERO, false, asOf).state(tomorrow))
          .as(clock.word())
          .isEqualTo(clock == Clock.COLLECTED ? ClockState.UNDECIDABLE : ClockState.RUNNING);
    }
  }

  @Test
  void refusesATermThatRunsBackwards() {
    assertThatThrownBy(
            () ->
                new DueRule(Clock.CONTRACT_END, Period.ofDays(-1), false, LocalDate.of(2026, 5, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
