package kz.umyt.settings;

import java.util.Optional;

/**
 * Checks an SQL condition that becomes a part of every destroying statement. What could end the
 * statement, hide the rest of it, step out of its parentheses or shift its parameters is refused;
 * so is what the engines read differently from each other.
 */
final class SqlCondition {

  private final String sql;
  private int at;
  private int open;

  private SqlCondition(String sql) {
    this.sql = sql;
  }

  /** A condition or an expression of a settings file. */
  static Located<String> read(Value value) {
    Located<String> sql = value.text();
    problem(sql.value())
        .ifPresent(
            problem -> {
              throw value.error(problem);
            });
    return sql;
  }

  /** What is wrong with a condition, if anything is. */
  static Optional<String> problem(String sql) {
    return new SqlCondition(sql).problem();
  }

  private Optional<String> problem() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      Optional<String> problem =
          switch (c) {
            case '\'', '"', '`' -> skipQuoted(c);
            case '(' -> step(1);
            case ')' -> step(-1);
            case ';' -> Optional.of("must be one condition, without ';'");
            case '?' -> Optional.of("must not hold '?', which stands for a parameter");
            case '#' -> Optional.of("must not hold '#', which begins a comment");
            case '-', '/' -> comment();
            case '$' -> dollar();
            default -> step(0);
          };
      if (problem.isPresent()) {
        return problem;
      }
    }
    return open == 0 ? Optional.empty() : Optional.of("has a '(' without ')'");
  }

  private Optional<String> step(int opened) {
    at++;
    open += opened;
    return open < 0 ? Optional.of("has a ')' without '('") : Optional.empty();
  }

  private Optional<String> comment() {
    return sql.startsWith("--", at) || sql.startsWith("/*", at)
        ? Optional.of("must not hold a comment, which would hide the rest of the statement")
        : step(0);
  }

  /** A dollar inside a name is a letter in Oracle; elsewhere it opens a PostgreSQL text. */
  private Optional<String> dollar() {
    boolean insideName = at > 0 && Character.isJavaIdentifierPart(sql.charAt(at - 1));
    return insideName ? step(0) : Optional.of("must not hold '$'; write texts in single quotes");
  }

  private Optional<String> skipQuoted(char quote) {
    for (int i = at + 1; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '\\') {
        return Optional.of("must not hold '\\' in quotes: databases read it differently");
      }
      if (c == quote) {
        at = i + 1;
        return Optional.empty();
      }
    }
    return Optional.of("has a quote that is not closed");
  }
}
