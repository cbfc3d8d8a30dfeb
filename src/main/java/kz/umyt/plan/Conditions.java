package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.policy.ClockState;
import kz.umyt.policy.Decision;
import kz.umyt.policy.Fact;
import kz.umyt.policy.Formula;
import kz.umyt.policy.Standing;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.jdbc.Expressions.Truth;

/**
 * A {@link Decision} on one table as SQL conditions over a row of that table. They exclude each
 * other and together hold for every row in scope; the planner checks that on every count. Counting,
 * destroying and proving all use these same texts, so nothing is decided twice.
 */
public final class Conditions {

  private static final String TRUE = "1 = 1";
  private static final String FALSE = "1 = 0";

  private final RowPaths paths;
  private final Decision decision;
  private final List<ClockCondition> clocks;
  private final Keeping keeping;
  private final Optional<Anonymized> anonymized;

  /**
   * What keeps a row although its term is over.
   *
   * @param named where registers name the row
   * @param holdsRegister whether the job has a register of holds
   * @param blocksRegister whether it has one of blocks
   * @param inherited conditions under which a row stays because the clock of a record that is held
   *     or blocked is read from it
   * @param obligation the job's own condition
   */
  record Keeping(
      RegisterConditions named,
      boolean holdsRegister,
      boolean blocksRegister,
      List<String> inherited,
      Optional<String> obligation) {}

  /**
   * Brings together what the conditions say.
   *
   * @param clocks of the rules that decide, in their order
   * @param anonymized empty where rows are destroyed, or none was anonymized yet
   */
  Conditions(
      RowPaths paths,
      Decision decision,
      List<ClockCondition> clocks,
      Keeping keeping,
      Optional<Anonymized> anonymized) {
    this.paths = paths;
    this.decision = decision;
    this.clocks = List.copyOf(clocks);
    this.keeping = keeping;
    this.anonymized = anonymized;
  }

  /** The clocks of the rules that decide. */
  List<ClockCondition> clocks() {
    return clocks;
  }

  /** The same conditions on another day, with the registers as they are. */
  Conditions on(LocalDate day) {
    return new Conditions(
        paths, decision, clocks.stream().map(clock -> clock.on(day)).toList(), keeping, anonymized);
  }

  /**
   * The same conditions for statements over few of the rows: of {@code umyt_done} they read no more
   * than these rows' entries. PostgreSQL would read all of it for each chunk, since it grows faster
   * than anybody can analyze it.
   */
  public Conditions overFewRows() {
    return new Conditions(
        paths,
        decision,
        clocks,
        keeping,
        anonymized.map(
            done -> new Anonymized(done.table(), done.form(), done.known(), done.marker(), true)));
  }

  /**
   * Anonymized by an earlier chunk or run, and since then nobody has written anything else into the
   * columns that were changed: a key may be given to another person's record.
   */
  public String done() {
    return anonymized
        .map(
            done ->
                any(
                    Stream.concat(
                            done.marker().stream()
                                .map(marker -> column(marker.column().name()) + " IS NOT NULL"),
                            done.enough().stream().map(this::isEntered))
                        .toList()))
        .orElse(FALSE);
  }

  /**
   * How often an earlier chunk or run has anonymized the row that had this key then, in columns
   * that this target changes, too. As a number, each row looks it up by itself: for an EXISTS that
   * is selected, PostgreSQL reads all of {@code umyt_done} first.
   */
  public String entries() {
    List<String> ids =
        Stream.concat(anonymized.orElseThrow().enough().stream(), touched().stream())
            .map(form -> literal(form.id()))
            .distinct()
            .toList();
    return ids.isEmpty()
        ? "0"
        : "(SELECT COUNT(*) FROM "
            + anonymized.orElseThrow().table()
            + " umyt_d WHERE umyt_d.target IN ("
            + String.join(", ", ids)
            + ") AND umyt_d.row_key = "
            + keyText()
            + ")";
  }

  private String isEntered(AnonymizedForm form) {
    Anonymized done = anonymized.orElseThrow();
    String entries =
        " FROM "
            + done.table()
            + " umyt_d WHERE umyt_d.target = "
            + literal(form.id())
            + " AND umyt_d.row_key = "
            + keyText()
            + " AND umyt_d.digest = "
            + digest(form);
    return done.byRow()
        ? "((SELECT COUNT(*)" + entries + ") > 0)"
        : "EXISTS (SELECT 1" + entries + ")";
  }

  /** What marks rows of the form, where they are not entered in {@code umyt_done}. */
  public Optional<Marker> marker() {
    return anonymized.flatMap(Anonymized::marker);
  }

  /** The form that anonymized rows get. */
  public AnonymizedForm form() {
    return anonymized.orElseThrow().form();
  }

  /** Other forms that a row may have, and that look otherwise once it gets this one. */
  public List<AnonymizedForm> touched() {
    return anonymized.stream()
        .flatMap(done -> done.known().stream().filter(done.form()::touches))
        .toList();
  }

  /** A digest of what the row holds in the columns of a form. */
  public String digest(AnonymizedForm form) {
    return paths.digest(form.columns());
  }

  /** Every row that this target looks at. */
  public String inScope() {
    return anonymized.isEmpty() ? TRUE : "NOT " + done();
  }

  /** The row may be destroyed or anonymized: this stands in every statement that does it. */
  public String due() {
    return in(Standing.DUE);
  }

  /**
   * Such a row should have gone before, if it is in scope: on a day whose deadline is over, it was
   * due already.
   *
   * @param missed of each rule, that day; see {@link BoundRule#missed}
   */
  String overdue(List<Optional<LocalDate>> missed) {
    List<String> missing = new ArrayList<>();
    for (int rule = 0; rule < missed.size(); rule++) {
      if (missed.get(rule).isPresent()) {
        LocalDate day = missed.get(rule).get();
        missing.add(all(List.of(clocks.get(rule).on(day).is(ClockState.OVER), on(day).pastTerm())));
      }
    }
    return all(List.of(pastTerm(), any(missing)));
  }

  /** Due, whether or not the row is in scope. */
  private String pastTerm() {
    return sql(decision.formula(Standing.DUE));
  }

  /** The term of the first rule is over. */
  String overByFirst() {
    return clocks.get(0).is(ClockState.OVER);
  }

  /** All that decides a row, apart from whether it was anonymized before. */
  List<FactColumn> facts() {
    List<FactColumn> columns = new ArrayList<>();
    for (int rule = 0; rule < clocks.size(); rule++) {
      List<Fact> states = new ArrayList<>();
      for (ClockState state : ClockState.values()) {
        states.add(new Fact.OfClock(rule, state));
      }
      columns.add(facts(states));
    }
    columns.add(facts(List.of(new Fact.Held(true))));
    columns.add(facts(List.of(new Fact.Blocked(true))));
    List<Fact> answers = new ArrayList<>();
    for (Fact.Answer answer : Fact.Answer.values()) {
      answers.add(new Fact.Obliged(answer));
    }
    columns.add(facts(answers));
    return List.copyOf(columns);
  }

  private FactColumn facts(List<Fact> facts) {
    return new FactColumn(facts, facts.stream().map(this::sql).toList());
  }

  /** Where the row stands, by what is true of it. */
  Standing standing(Set<Fact> facts) {
    return decision.decide(
        fact -> {
          if (fact instanceof Fact.Held held) {
            return held.is() == facts.contains(new Fact.Held(true));
          }
          if (fact instanceof Fact.Blocked blocked) {
            return blocked.is() == facts.contains(new Fact.Blocked(true));
          }
          return facts.contains(fact);
        });
  }

  /** The row is in scope and stands so. */
  public String in(Standing standing) {
    return all(List.of(sql(decision.formula(standing)), inScope()));
  }

  /** Whether what keeps a row stands in other rows: those of registers are nobody else's. */
  boolean readsOtherRows() {
    return !keeping.inherited().isEmpty() || keeping.obligation().map(SqlWords::asks).orElse(false);
  }

  /**
   * The value of the first rule's clock, for the oldest and newest day; null where there is none.
   */
  String clockValue() {
    return clockValue(0);
  }

  /** The same of any rule. */
  String clockValue(int rule) {
    String value = clocks.get(rule).value();
    return clockKind(rule) == ColumnKind.INSTANT ? paths.dialect().moment(value) : value;
  }

  /** What kind of value that is. */
  ColumnKind clockKind(int rule) {
    return clocks.get(rule).values().kind();
  }

  /** The zone in which days begin and end. */
  ZoneId zone() {
    return clocks.get(0).values().zone();
  }

  /** When a fact is true of a row. */
  String is(Fact fact) {
    return sql(fact);
  }

  /** When the register of holds names the row or its person. */
  String onHoldsRegister() {
    return keeping.holdsRegister() ? any(keeping.named().held()) : FALSE;
  }

  /** When the clock of a held record is read from the row. */
  String inheritsHold() {
    return any(keeping.inherited());
  }

  /** The primary key as one text, equal only for equal keys. */
  public String keyText() {
    return paths.keyText();
  }

  /** A column of the target, quoted and qualified. */
  public String column(String name) {
    return paths.column(name);
  }

  private String sql(Formula formula) {
    if (formula instanceof Formula.Is one) {
      return sql(one.fact());
    }
    return formula instanceof Formula.All all
        ? all(all.parts().stream().map(this::sql).toList())
        : any(((Formula.Any) formula).parts().stream().map(this::sql).toList());
  }

  private String sql(Fact fact) {
    if (fact instanceof Fact.OfClock clock) {
      return clocks.get(clock.rule()).is(clock.state());
    }
    if (fact instanceof Fact.Held held) {
      return held.is() ? any(heldFor()) : all(heldFor().stream().map(Conditions::not).toList());
    }
    if (fact instanceof Fact.Blocked blocked) {
      return blocked.is() ? blocked() : not(blocked());
    }
    return obliged(((Fact.Obliged) fact).is());
  }

  /** On the register of holds, or a held record's clock is read from this row. */
  private List<String> heldFor() {
    List<String> reasons = new ArrayList<>(keeping.inherited());
    if (keeping.holdsRegister()) {
      reasons.addAll(keeping.named().held());
    }
    return reasons;
  }

  private String blocked() {
    return keeping.blocksRegister() ? keeping.named().blocked().orElse(FALSE) : FALSE;
  }

  /** The job's own condition, on lines of its own; without one, nobody owes anything. */
  private String obliged(Fact.Answer answer) {
    Truth truth =
        switch (answer) {
          case YES -> Truth.TRUE;
          case NO -> Truth.FALSE;
          case UNKNOWN -> Truth.UNKNOWN;
        };
    return keeping
        .obligation()
        .map(condition -> paths.dialect().is(condition, truth))
        .orElse(answer == Fact.Answer.NO ? TRUE : FALSE);
  }

  private String literal(String text) {
    return paths.dialect().literal(text);
  }

  /** The opposite of a condition that is never neither true nor false. */
  private static String not(String condition) {
    return condition.equals(FALSE) ? TRUE : "NOT " + condition;
  }

  private static String all(List<String> conditions) {
    return joined(conditions, " AND ", TRUE, FALSE);
  }

  private static String any(List<String> conditions) {
    return joined(conditions, " OR ", FALSE, TRUE);
  }

  /**
   * @param nothing adds nothing, and is what is left where there is nothing else
   * @param everything decides alone
   */
  private static String joined(
      List<String> conditions, String word, String nothing, String everything) {
    if (conditions.contains(everything)) {
      return everything;
    }
    List<String> meaningful =
        conditions.stream().filter(condition -> !condition.equals(nothing)).toList();
    return meaningful.isEmpty() ? nothing : "(" + String.join(word, meaningful) + ")";
  }
}
