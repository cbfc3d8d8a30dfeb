package kz.umyt.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.policy.Fact.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which rule wins where several meet on a record. */
class DecisionTest {

  private static final int MOST_RULES = 4;

  /** One record: its rules, what their clocks say, and what else is known of it. */
  private record Case(
      List<Role> roles, List<ClockState> states, boolean held, boolean blocked, Answer obliged) {

    Set<Fact> facts() {
      Set<Fact> facts = new HashSet<>();
      for (int i = 0; i < states.size(); i++) {
        facts.add(new Fact.OfClock(i, states.get(i)));
      }
      facts.add(new Fact.Held(held));
      facts.add(new Fact.Blocked(blocked));
      facts.add(new Fact.Obliged(obliged));
      return facts;
    }

    Standing decided() {
      return new Decision(roles).decide(facts()::contains);
    }

    boolean any(Role role, ClockState state) {
      return IntStream.range(0, roles.size())
          .anyMatch(i -> roles.get(i) == role && states.get(i) == state);
    }
  }

  @ParameterizedTest(name = "[{index}] {0} {1} {2} {3} {4}")
  @CsvFileSource(resources = "rules.tsv", delimiter = '\t', numLinesToSkip = 1)
  void decidesByTheTable(
      String rules, String held, String blocked, String obliged, Standing expected, String why) {
    List<Role> roles = new ArrayList<>();
    List<ClockState> states = new ArrayList<>();
    for (String rule : rules.split(" ")) {
      String[] parts = rule.split(":");
      roles.add(Role.valueOf(parts[0].toUpperCase(Locale.ROOT)));
      states.add(ClockState.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }
    Case record =
        new Case(
            roles,
            states,
            held.equals("held"),
            blocked.equals("blocked"),
            Answer.valueOf(obliged.toUpperCase(Locale.ROOT)));

    assertThat(record.decided()).as(why).isEqualTo(expected);
  }

  /**
   * Every combination of up to four rules with every state of their clocks and everything else that
   * can be known, against the order of precedence written down once more, step by step.
   */
  @Test
  void followsTheOrderOfPrecedenceInEveryCombination() {
    Set<Standing> seen = EnumSet.noneOf(Standing.class);
    long[] cases = {0};
    combinations()
        .forEach(
            record -> {
              Standing standing = record.decided();
              assertThat(standing).as("%s", record).isEqualTo(byPrecedence(record));
              seen.add(standing);
              cases[0]++;
            });
    assertThat(seen).containsExactlyInAnyOrder(Standing.values());
    assertThat(cases[0]).isGreaterThan(50_000);
  }

  @Test
  void neverTouchesARecordWithoutAMaximum() {
    for (Role role : List.of(Role.LEAST, Role.FLOOR)) {
      Case record = new Case(List.of(role), List.of(ClockState.OVER), false, false, Answer.NO);
      assertThat(record.decided()).isEqualTo(Standing.KEPT);
    }
  }

  private static Standing byPrecedence(Case record) {
    List<Role> maxima = List.of(Role.COURT, Role.WISH, Role.TERM);
    if (maxima.stream().noneMatch(role -> record.any(role, ClockState.OVER))) {
      return maxima.stream().anyMatch(role -> record.any(role, ClockState.UNDECIDABLE))
          ? Standing.UNDECIDABLE
          : Standing.KEPT;
    }
    if (record.held()) {
      return Standing.HELD;
    }
    if (record.blocked()) {
      return Standing.BLOCKED;
    }
    if (record.any(Role.COURT, ClockState.OVER)) {
      return Standing.DUE;
    }
    if (record.any(Role.FLOOR, ClockState.RUNNING)) {
      return Standing.FLOOR;
    }
    if (record.any(Role.FLOOR, ClockState.UNDECIDABLE)) {
      return Standing.UNDECIDABLE;
    }
    if (record.obliged() != Answer.NO) {
      return record.obliged() == Answer.YES ? Standing.OBLIGED : Standing.UNDECIDABLE;
    }
    if (record.any(Role.WISH, ClockState.OVER)) {
      return Standing.DUE;
    }
    if (record.any(Role.LEAST, ClockState.RUNNING)) {
      return Standing.CONFLICT;
    }
    return record.any(Role.LEAST, ClockState.UNDECIDABLE) ? Standing.UNDECIDABLE : Standing.DUE;
  }

  private static Stream<Case> combinations() {
    List<List<Role>> roles = new ArrayList<>(List.of(List.of()));
    for (int size = 0, from = 0; size < MOST_RULES; size++) {
      int until = roles.size();
      for (int i = from; i < until; i++) {
        List<Role> shorter = roles.get(i);
        for (Role role : Role.values()) {
          if (shorter.isEmpty() || role.compareTo(shorter.get(shorter.size() - 1)) >= 0) {
            List<Role> longer = new ArrayList<>(shorter);
            longer.add(role);
            roles.add(longer);
          }
        }
      }
      from = until;
    }
    return roles.stream().flatMap(DecisionTest::combinations);
  }

  private static Stream<Case> combinations(List<Role> roles) {
    int states = ClockState.values().length;
    int all = (int) Math.pow(states, roles.size());
    return IntStream.range(0, all)
        .boxed()
        .flatMap(
            number -> {
              List<ClockState> chosen = new ArrayList<>();
              for (int i = 0, left = number; i < roles.size(); i++, left /= states) {
                chosen.add(ClockState.values()[left % states]);
              }
              return Stream.of(true, false)
                  .flatMap(
                      held ->
                          Stream.of(true, false)
                              .flatMap(
                                  blocked ->
                                      Stream.of(Answer.values())
                                          .map(
                                              obliged ->
                                                  new Case(
                                                      roles, chosen, held, blocked, obliged))));
            });
  }
}
