package kz.umyt.plan;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The words that could be names in a piece of SQL: more than there are, never fewer. */
final class SqlWords {
  private SqlWords() {}

  /** In lower case, with and without quotes around them. */
  static Set<String> of(String sql) {
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= sql.length(); i++) {
      char c = i < sql.length() ? sql.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(folded(word.toString()));
        word.setLength(0);
      }
    }
    for (String quotes : new String[] {"\"\"", "``", "[]"}) {
      char quote = quotes.charAt(0);
      for (int open = sql.indexOf(quote); open >= 0; open = sql.indexOf(quote, open + 1)) {
        int close = sql.indexOf(quotes.charAt(1), open + 1);
        if (close > open) {
          words.add(folded(sql.substring(open + 1, close)));
        }
      }
    }
    return words;
  }

  /** Whether a piece of SQL reads more than the row that it stands over. */
  static boolean asks(String sql) {
    return of(sql).contains("select") || of(sql).contains("table");
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
