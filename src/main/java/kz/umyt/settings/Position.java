package kz.umyt.settings;

/**
 * Where something stands in a file that people write.
 *
 * @param file path as it is shown to people
 * @param line one-based
 * @param column one-based
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
