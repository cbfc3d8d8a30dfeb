package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Dialect;

/**
 * One rule on one table as SQL conditions over a row of that table. They exclude each other and
 * together hold for every row in scope; the planner checks that on every count. Counting,
 * destroying and proving all use these same texts, so nothing is decided twice.
 */
public final class Conditions {

  /** Register tables of the connection: entries that are in force on the as-of day. */
  static final String HOLDS = "umyt_holds";

  static final String BLOCKS = "umyt_blocks";
  static final String WITHDRAWALS = "umyt_withdrawals";

  private final Dialect dialect;
  private final Table table;
  private final ClockSql clockSql;
  private final ClockPath clock;
  private final Optional<ClockPath> subject;
  private final Optional<String> hold;
  private final List<String> inheritedHolds;
  private final Optional<String> doneTable;
  private final String doneId;
  private final Registers registers;

  /** Which registers the job has. */
  record Registers(boolean holds, boolean blocks) {}

  /**
   * Brings together what the conditions say.
   *
   * @param inheritedHolds conditions under which a row stays because the clock of a held record is
   *     read from it
   * @param doneTable the quoted table of anonymized rows; empty where rows are destroyed
   */
  Conditions(
      Dialect dialect,
      Table table,
      ClockSql clockSql,
      ClockPath clock,
      Optional<ClockPath> subject,
      Optional<String> hold,
      Registers registers,
      List<String> inheritedHolds,
      Optional<String> doneTable,
      String doneId) {
    this.dialect = dialect;
    this.table = table;
    this.clockSql = clockSql;
    this.clock = clock;
    this.subject = subject;
    this.hold = hold;
    this.registers = registers;
    this.inheritedHolds = inheritedHolds;
    this.doneTable = doneTable;
    this.doneId = doneId;
  }

  /** Anonymized by an earlier chunk or run. */
  public String done() {
    return doneTable
        .map(
            done ->
                "EXISTS (SELECT 1 FROM "
                    + done
                    + " umyt_d WHERE umyt_d.target = "
                    + literal(doneId)
                    + " AND umyt_d.row_key = "
                    + keyText()
                    + ")")
        .orElse("1 = 0");
  }

  /** Every row that this target looks at. */
  public String inScope() {
    return doneTable.isEmpty() ? "1 = 1" : "NOT " + done();
  }

  /** The row may be destroyed or anonymized: this stands in every statement that does it. */
  public String due() {
    return all(over(), notHeld(), notBlocked(), inScope());
  }

  /** Past its term, kept for a court or an obligation. */
  public String held() {
    return all(over(), anyOf(holdSays("TRUE"), otherwiseHeld()), inScope());
  }

  /** Past its term, a check is going on. */
  public String blocked() {
    return registers.blocks() ? all(over(), notHeld(), onRegister(BLOCKS), inScope()) : "1 = 0";
  }

  /** The clock makes no sense, or the hold condition gives neither yes nor no. */
  public String undecidable() {
    List<String> unknownHold = new ArrayList<>();
    hold.ifPresent(
        condition -> {
          unknownHold.add(over());
          unknownHold.add(holdSays("NULL"));
          unknownHold.add("NOT " + otherwiseHeld());
        });
    String clockUnknown = clockUndecidable();
    return all(
        unknownHold.isEmpty()
            ? clockUnknown
            : anyOf(clockUnknown, all(unknownHold.toArray(String[]::new))),
        inScope());
  }

  /** The clock has not started or the term is not over. */
  public String kept() {
    return all(clockKept(), inScope());
  }

  /** The clock's value, for the oldest and newest day; null where there is none. */
  String clockValue() {
    if (clock instanceof ClockPath.Own own) {
      return column(own.column().name());
    }
    if (clock instanceof ClockPath.Parent parent) {
      return "(SELECT " + lastAlias(parent) + quoted(parent.column().name()) + from(parent) + ")";
    }
    if (clock instanceof ClockPath.Children children) {
      return "(SELECT MAX(umyt_c." + quoted(children.column().name()) + ")" + from(children) + ")";
    }
    return "(SELECT MAX(umyt_r.entry_day) FROM "
        + WITHDRAWALS
        + " umyt_r WHERE "
        + over(subjectPath(), value -> "umyt_r.subject = " + value)
        + ")";
  }

  /** The primary key as one text, equal only for equal keys. */
  public String keyText() {
    List<String> parts = new ArrayList<>();
    for (String key : table.primaryKey()) {
      String text = dialect.keyText(column(key), table.columnNamed(key));
      if (table.primaryKey().size() > 1) {
        // The length in front keeps ('a|b', 'c') apart from ('a', 'b|c').
        parts.add(dialect.asText("CHAR_LENGTH(" + text + ")"));
        parts.add("':'");
      }
      parts.add(text);
    }
    return parts.size() == 1 ? parts.get(0) : dialect.concat(parts);
  }

  /** A column of the target, quoted and qualified. */
  public String column(String name) {
    return quoted(table.name().name()) + "." + quoted(name);
  }

  private String over() {
    if (hasOneValue()) {
      return over(clock, clockSql::over);
    }
    return all(
        any(value -> "1 = 1"),
        "NOT "
            + any(
                value ->
                    isNull(value)
                        + " OR "
                        + clockSql.nonsense(value)
                        + " OR "
                        + clockSql.running(value)));
  }

  private String clockUndecidable() {
    boolean empty = clockSql.rule().emptyIsUndecidable();
    if (hasOneValue()) {
      String nonsense = over(clock, clockSql::nonsense);
      return empty ? anyOf(nonsense, noClock()) : nonsense;
    }
    return empty
        ? all(
            "NOT " + any(clockSql::running),
            anyOf(
                "NOT " + any(value -> "1 = 1"),
                any(value -> isNull(value) + " OR " + clockSql.nonsense(value))))
        : all(
            "NOT " + any(value -> isNull(value) + " OR " + clockSql.running(value)),
            any(clockSql::nonsense));
  }

  private String clockKept() {
    boolean empty = clockSql.rule().emptyIsUndecidable();
    if (hasOneValue()) {
      String running = over(clock, clockSql::running);
      return empty ? running : anyOf(running, noClock());
    }
    return empty
        ? any(clockSql::running)
        : anyOf(
            "NOT " + any(value -> "1 = 1"),
            any(value -> isNull(value) + " OR " + clockSql.running(value)));
  }

  /** One clock by record; otherwise the latest over several rows counts. */
  private boolean hasOneValue() {
    return clock instanceof ClockPath.Own || clock instanceof ClockPath.Parent;
  }

  private String noClock() {
    return "NOT " + over(clock, value -> value + " IS NOT NULL");
  }

  /** Written so because MariaDB finds its zero date, which is nonsense, with a plain IS NULL. */
  private static String isNull(String value) {
    return "(" + value + " IS NOT NULL) = FALSE";
  }

  /** Some row among those that the clock is the latest of. */
  private String any(UnaryOperator<String> test) {
    if (clock instanceof ClockPath.Children children) {
      return "EXISTS (SELECT 1"
          + from(children)
          + " AND ("
          + test.apply("umyt_c." + quoted(children.column().name()))
          + "))";
    }
    return over(
        subjectPath(),
        subjectValue ->
            "EXISTS (SELECT 1 FROM "
                + WITHDRAWALS
                + " umyt_r WHERE umyt_r.subject = "
                + subjectValue
                + " AND ("
                + test.apply("umyt_r.entry_day")
                + "))");
  }

  private String notHeld() {
    return all(hold.isPresent() ? holdSays("FALSE") : "1 = 1", "NOT " + otherwiseHeld());
  }

  private String notBlocked() {
    return registers.blocks() ? "NOT " + onRegister(BLOCKS) : "1 = 1";
  }

  /** Held by the register, or because a held record's clock is read from this row. */
  private String otherwiseHeld() {
    List<String> reasons = new ArrayList<>(inheritedHolds);
    if (registers.holds()) {
      reasons.add(onRegister(HOLDS));
    }
    return reasons.isEmpty() ? "(1 = 0)" : "(" + String.join(" OR ", reasons) + ")";
  }

  /** The job's own condition, on lines of its own; without one, no row is held by it. */
  private String holdSays(String truth) {
    return hold.map(condition -> "((\n" + condition + "\n) IS " + truth + ")").orElse("1 = 0");
  }

  private String onRegister(String register) {
    return over(
        subjectPath(),
        value -> "EXISTS (SELECT 1 FROM " + register + " umyt_r WHERE " + isSubject(value) + ")");
  }

  /** The register holds every form of a subject (see SubjectForm); the data may have spaces. */
  private String isSubject(String value) {
    boolean isText =
        subjectPath() instanceof ClockPath.Parent parent
            ? parent.column().kind() == ColumnKind.TEXT
            : ((ClockPath.Own) subjectPath()).column().kind() == ColumnKind.TEXT;
    if (!isText) {
      return "umyt_r.subject = " + value;
    }
    String trimmed = "TRIM(REPLACE(" + value + ", '\u00A0', ' '))";
    return "(umyt_r.subject = " + trimmed + " OR umyt_r.subject = LOWER(" + trimmed + "))";
  }

  private ClockPath subjectPath() {
    return subject.orElseThrow(() -> new IllegalStateException("a register needs a subject"));
  }

  /** Whether a test holds for the value at the end of a path to a single value. */
  private String over(ClockPath path, UnaryOperator<String> test) {
    if (path instanceof ClockPath.Own own) {
      return parenthesized(test.apply(column(own.column().name())));
    }
    ClockPath.Parent parent = (ClockPath.Parent) path;
    return "EXISTS (SELECT 1"
        + from(parent)
        + " AND ("
        + test.apply(lastAlias(parent) + quoted(parent.column().name()))
        + "))";
  }

  private static String lastAlias(ClockPath.Parent parent) {
    return "umyt_" + parent.hops().size() + ".";
  }

  private String from(ClockPath.Parent parent) {
    StringBuilder tables = new StringBuilder();
    List<String> joins = new ArrayList<>();
    String child = quoted(table.name().name()) + ".";
    int hop = 0;
    for (ForeignKey key : parent.hops()) {
      String alias = "umyt_" + ++hop;
      tables.append(hop == 1 ? " FROM " : ", ").append(dialect.quote(key.parent()));
      tables.append(' ').append(alias);
      for (int i = 0; i < key.childColumns().size(); i++) {
        joins.add(
            alias
                + "."
                + quoted(key.parentColumns().get(i))
                + " = "
                + child
                + quoted(key.childColumns().get(i)));
      }
      child = alias + ".";
    }
    return tables + " WHERE " + String.join(" AND ", joins);
  }

  private String from(ClockPath.Children children) {
    ForeignKey key = children.key();
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          "umyt_c."
              + quoted(key.childColumns().get(i))
              + " = "
              + column(key.parentColumns().get(i)));
    }
    return " FROM " + dialect.quote(key.child()) + " umyt_c WHERE " + String.join(" AND ", joins);
  }

  private String quoted(String name) {
    return dialect.quote(name);
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String parenthesized(String condition) {
    return "(" + condition + ")";
  }

  private static String anyOf(String one, String other) {
    return "(" + one + " OR " + other + ")";
  }

  private static String all(String... conditions) {
    List<String> meaningful =
        List.of(conditions).stream().filter(condition -> !condition.equals("1 = 1")).toList();
    return meaningful.isEmpty() ? "1 = 1" : "(" + String.join(" AND ", meaningful) + ")";
  }
}
