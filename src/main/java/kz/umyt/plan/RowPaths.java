package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Dialect;

/** Conditions over what belongs to a row of one table, wherever it is written. */
record RowPaths(Dialect dialect, Table table) {

  /** A column of the table, quoted and qualified. */
  String column(String name) {
    return quoted(table.name().name()) + "." + quoted(name);
  }

  /** The primary key as one text, equal only for equal keys. */
  String keyText() {
    List<String> parts = new ArrayList<>();
    for (String key : table.primaryKey()) {
      String text = dialect.keyText(column(key), table.columnNamed(key));
      if (table.primaryKey().size() > 1) {
        // The length in front keeps ('a|b', 'c') apart from ('a', 'b|c').
        parts.add(dialect.asText(dialect.length(text)));
        parts.add("':'");
      }
      parts.add(text);
    }
    return parts.size() == 1 ? parts.get(0) : dialect.concat(parts);
  }

  /** A digest of what a row holds in some columns. */
  String digest(List<Column> columns) {
    return dialect.digest(
        columns.stream().map(column -> dialect.wholeText(column(column.name()), column)).toList());
  }

  /** Whether a test holds for the value at the end of a path to a single value. */
  String over(ClockPath path, UnaryOperator<String> test) {
    if (path instanceof ClockPath.Own own) {
      return "(" + test.apply(column(own.column().name())) + ")";
    }
    if (path instanceof ClockPath.Expression expression) {
      return "(" + test.apply(value(expression)) + ")";
    }
    ClockPath.Parent parent = (ClockPath.Parent) path;
    String value = lastAlias(parent) + quoted(parent.column().name());
    return dialect.exists(
        "SELECT 1" + from(parent) + " AND (" + test.apply(value) + ")", readsItself(parent.hops()));
  }

  private boolean readsItself(List<ForeignKey> hops) {
    return hops.stream().anyMatch(hop -> hop.parent().equals(table.name()));
  }

  /** Whether a test holds for the value of some row of another table that points here. */
  String any(ClockPath.Children path, UnaryOperator<String> test) {
    return dialect.exists(
        "SELECT 1"
            + from(path)
            + " AND ("
            + test.apply("umyt_c." + quoted(path.column().name()))
            + ")",
        path.key().child().equals(table.name()));
  }

  /** The value of an expression, on lines of its own. */
  static String value(ClockPath.Expression expression) {
    return "(\n" + expression.sql() + "\n)";
  }

  /** The value at the end of a path to a single value; null where there is none. */
  String value(ClockPath.Parent path) {
    return "(SELECT " + lastAlias(path) + quoted(path.column().name()) + from(path) + ")";
  }

  /**
   * Whether a reference on the way leads to a row that is not there, which a constraint would have
   * prevented.
   */
  Optional<String> dangles(ClockPath.Parent path) {
    List<String> breaks = new ArrayList<>();
    for (int hop = 0; hop < path.hops().size(); hop++) {
      ForeignKey key = path.hops().get(hop);
      if (key.onDelete() == ForeignKey.OnDelete.NONE) {
        String child = hop == 0 ? quoted(table.name().name()) + "." : "umyt_" + hop + ".";
        String isBroken =
            key.childColumns().stream()
                    .map(column -> child + quoted(column) + " IS NOT NULL AND ")
                    .collect(Collectors.joining())
                + "NOT "
                + dialect.exists(
                    "SELECT 1 FROM "
                        + dialect.quote(key.parent())
                        + " umyt_p WHERE "
                        + String.join(" AND ", joins(key, "umyt_p.", child)),
                    key.parent().equals(table.name()));
        breaks.add(
            hop == 0
                ? "(" + isBroken + ")"
                : dialect.exists(
                    "SELECT 1" + from(path.hops().subList(0, hop)) + " AND " + isBroken,
                    readsItself(path.hops().subList(0, hop))));
      }
    }
    return breaks.isEmpty()
        ? Optional.empty()
        : Optional.of("(" + String.join(" OR ", breaks) + ")");
  }

  /** The latest value; null where there is none. */
  String latest(ClockPath.Children path) {
    return "(SELECT MAX(umyt_c." + quoted(path.column().name()) + ")" + from(path) + ")";
  }

  /**
   * Whether a register names the subject. It holds every form of a subject (see SubjectForm); the
   * data may have spaces.
   */
  String onRegister(ClockPath subject, String register) {
    boolean isText = subject.kind() == ColumnKind.TEXT;
    return over(
        subject,
        value -> isText ? isSubject(register, value) : names(register, "umyt_r.subject", value));
  }

  /** Each form by itself, so that the register can be looked up and need not be read whole. */
  private String isSubject(String register, String value) {
    String trimmed = dialect.trimmed(value);
    String named = dialect.unpadded("umyt_r.subject");
    return names(register, named, trimmed)
        + " OR "
        + names(register, named, "LOWER(" + trimmed + ")");
  }

  private static String names(String register, String named, String value) {
    return "EXISTS (SELECT 1 FROM " + register + " umyt_r WHERE " + named + " = " + value + ")";
  }

  private static String lastAlias(ClockPath.Parent parent) {
    return "umyt_" + parent.hops().size() + ".";
  }

  private String from(ClockPath.Parent parent) {
    return from(parent.hops());
  }

  private String from(List<ForeignKey> hops) {
    StringBuilder tables = new StringBuilder();
    List<String> joins = new ArrayList<>();
    String child = quoted(table.name().name()) + ".";
    int hop = 0;
    for (ForeignKey key : hops) {
      String alias = "umyt_" + ++hop;
      tables.append(hop == 1 ? " FROM " : ", ").append(dialect.quote(key.parent()));
      tables.append(' ').append(alias);
      joins.addAll(joins(key, alias + ".", child));
      child = alias + ".";
    }
    return tables + " WHERE " + String.join(" AND ", joins);
  }

  private List<String> joins(ForeignKey key, String parent, String child) {
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          parent
              + quoted(key.parentColumns().get(i))
              + " = "
              + child
              + quoted(key.childColumns().get(i)));
    }
    return joins;
  }

  private String from(ClockPath.Children children) {
    return " FROM "
        + dialect.quote(children.key().child())
        + " umyt_c WHERE "
        + points(children, "umyt_c.");
  }

  /** A row of the other table, under that qualifier, points to a row of this one. */
  String points(ClockPath.Children children, String qualifier) {
    ForeignKey key = children.key();
    return String.join(" AND ", joins(key, quoted(table.name().name()) + ".", qualifier));
  }

  private String quoted(String name) {
    return dialect.quote(name);
  }
}
