package kz.umyt.policy;

import static kz.umyt.policy.ClockState.OVER;
import static kz.umyt.policy.ClockState.RUNNING;
import static kz.umyt.policy.ClockState.UNDECIDABLE;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.policy.Fact.Answer;

/**
 * The one place that says which rule wins where several meet on a record. First match wins: hold,
 * block, court, floor, outstanding obligation, wish of the person, terms of the policy. For every
 * record exactly one standing's formula holds; a database is given the formulas as conditions, a
 * CSV row is tried against the same ones.
 *
 * <p>A record is past its term as soon as one maximum is over: the earliest counts. It is kept as
 * long as one minimum runs: the longest counts.
 */
public final class Decision {

  private final List<Role> roles;
  private final Map<Standing, Formula> formulas = new EnumMap<>(Standing.class);

  /**
   * A decision by rules.
   *
   * @param roles of the rules, in their order; a rule that is no maximum never makes a record due
   */
  public Decision(List<Role> roles) {
    this.roles = List.copyOf(roles);
    Formula past = any(Role::isMaximum, OVER);
    Formula free = Formula.all(past, held(false), blocked(false));
    Formula court = any(Role.COURT, OVER);
    // Of what a court has ordered, nothing else is asked.
    Formula uncalled = Formula.all(free, none(Role.COURT));
    Formula clear = Formula.all(uncalled, all(Role.FLOOR, OVER));
    Formula owing = Formula.all(clear, obliged(Answer.NO));
    Formula wish = any(Role.WISH, OVER);
    Formula unasked = Formula.all(owing, none(Role.WISH));
    formulas.put(
        Standing.DUE,
        Formula.all(
            free,
            Formula.any(
                court,
                Formula.all(
                    all(Role.FLOOR, OVER),
                    obliged(Answer.NO),
                    Formula.any(wish, all(Role.LEAST, OVER))))));
    formulas.put(Standing.HELD, Formula.all(past, held(true)));
    formulas.put(Standing.BLOCKED, Formula.all(past, held(false), blocked(true)));
    formulas.put(Standing.FLOOR, Formula.all(uncalled, any(Role.FLOOR, RUNNING)));
    formulas.put(Standing.OBLIGED, Formula.all(clear, obliged(Answer.YES)));
    formulas.put(Standing.CONFLICT, Formula.all(unasked, any(Role.LEAST, RUNNING)));
    formulas.put(
        Standing.UNDECIDABLE,
        Formula.any(
            unknown(Role::isMaximum),
            Formula.all(uncalled, unknown(Role.FLOOR)),
            Formula.all(clear, obliged(Answer.UNKNOWN)),
            Formula.all(unasked, unknown(Role.LEAST))));
    formulas.put(Standing.KEPT, all(Role::isMaximum, RUNNING));
  }

  /** When a record stands so. */
  public Formula formula(Standing standing) {
    return Objects.requireNonNull(formulas.get(standing));
  }

  /**
   * Where a record stands.
   *
   * @throws IllegalStateException if the facts contradict each other
   */
  public Standing decide(Predicate<Fact> facts) {
    List<Standing> standings =
        Stream.of(Standing.values()).filter(one -> formula(one).holds(facts)).toList();
    if (standings.size() != 1) {
      throw new IllegalStateException("a record stands nowhere or in several places: " + standings);
    }
    return standings.get(0);
  }

  private Formula any(Role role, ClockState state) {
    return any(role::equals, state);
  }

  private Formula any(Predicate<Role> of, ClockState state) {
    return Formula.any(clocks(of, state));
  }

  private Formula all(Role role, ClockState state) {
    return all(role::equals, state);
  }

  private Formula all(Predicate<Role> of, ClockState state) {
    return Formula.all(clocks(of, state));
  }

  private Stream<Formula> clocks(Predicate<Role> of, ClockState state) {
    return rules(of).mapToObj(rule -> clock(rule, state));
  }

  private IntStream rules(Predicate<Role> of) {
    return IntStream.range(0, roles.size()).filter(rule -> of.test(roles.get(rule)));
  }

  private static Formula clock(int rule, ClockState state) {
    return Formula.is(new Fact.OfClock(rule, state));
  }

  /** No such rule's term is over. */
  private Formula none(Role role) {
    return Formula.all(
        rules(role::equals)
            .mapToObj(rule -> Formula.any(clock(rule, RUNNING), clock(rule, UNDECIDABLE))));
  }

  private Formula unknown(Role role) {
    return unknown(role::equals);
  }

  /**
   * Some clock cannot be read, and no other one decides: of maxima none is over, of minima none
   * runs.
   */
  private Formula unknown(Predicate<Role> of) {
    return Formula.all(
        any(of, UNDECIDABLE),
        Formula.all(
            rules(of)
                .mapToObj(
                    rule ->
                        Formula.any(
                            clock(rule, UNDECIDABLE),
                            clock(rule, roles.get(rule).isMaximum() ? RUNNING : OVER)))));
  }

  private static Formula held(boolean is) {
    return Formula.is(new Fact.Held(is));
  }

  private static Formula blocked(boolean is) {
    return Formula.is(new Fact.Blocked(is));
  }

  private static Formula obliged(Answer is) {
    return Formula.is(new Fact.Obliged(is));
  }
}
