package kz.umyt.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The key of one record as a person writes it: the values of the primary key in the order of its
 * columns, with commas between them ({@code 2024-07,15}). A comma or a backslash that belongs to a
 * value has a backslash before it; in a key of one column, nothing needs one.
 */
public final class RecordKey {
  private RecordKey() {}

  /**
   * The values of a key.
   *
   * @param columns how many there must be
   * @return empty if there are more or fewer
   */
  public static List<String> values(String written, int columns) {
    if (columns == 1) {
      return List.of(written.strip());
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '\\' && i + 1 < written.length()) {
        value.append(written.charAt(++i));
      } else if (c == ',') {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return values.size() == columns ? List.copyOf(values) : List.of();
  }
}
