package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is true of the sample company because it was made so: the yardstick for everything that the
 * tool says about it. Holds every personal value and therefore lives in memory only.
 *
 * @param asOf the day that all counts are for
 * @param targets by the table or file pattern that the job file names
 * @param parts the same counts by table (lower case) or single file
 * @param withdrawn the subscribers once more, under the rule for withdrawn consent with the
 *     withdrawals register as their clock
 * @param columns every column that holds personal data, in order of writing
 * @param values by entity: every value exactly as it stands in a table, a file or a text, but for
 *     those that say nothing of themselves (a sex, a time, a browser)
 * @param rows by table (lower case), or by file path below the demo folder
 */
public record Truth(
    LocalDate asOf,
    Map<String, Counts> targets,
    Map<String, Counts> parts,
    Counts withdrawn,
    List<ColumnFindings> columns,
    Map<String, Set<String>> values,
    Map<String, Long> rows) {

  /**
   * The counts of one target.
   *
   * @param name as in {@link #targets()}
   * @throws IllegalArgumentException if there is no such target
   */
  public Counts target(String name) {
    return known(targets, name);
  }

  /**
   * The counts of one table or file.
   *
   * @param name as in {@link #parts()}
   * @throws IllegalArgumentException if there is no such part
   */
  public Counts part(String name) {
    return known(parts, name);
  }

  /**
   * Every value of one kind.
   *
   * @param entity as in {@link #values()}
   * @throws IllegalArgumentException if the company holds nothing of that kind
   */
  public Set<String> values(String entity) {
    return known(values, entity);
  }

  /** Without the values, which must not end up in a log. */
  @Override
  public String toString() {
    return "Truth of " + asOf + ": " + targets;
  }

  private static <T> T known(Map<String, T> all, String name) {
    T found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("not " + name + " but one of " + all.keySet());
    }
    return found;
  }

  /**
   * Counts of records that add up: {@code inScope = due + held + blocked + undecidable + kept}.
   *
   * @param oldest clock day of the oldest due record
   * @param newest clock day of the newest due record
   */
  public record Counts(
      long inScope,
      long due,
      long held,
      long blocked,
      long undecidable,
      long kept,
      Optional<LocalDate> oldest,
      Optional<LocalDate> newest) {

    Counts plus(Counts other) {
      return new Counts(
          inScope + other.inScope,
          due + other.due,
          held + other.held,
          blocked + other.blocked,
          undecidable + other.undecidable,
          kept + other.kept,
          Stream.of(oldest, other.oldest).flatMap(Optional::stream).min(Comparator.naturalOrder()),
          Stream.of(newest, other.newest).flatMap(Optional::stream).max(Comparator.naturalOrder()));
    }
  }

  /**
   * What a complete scan finds in one column.
   *
   * @param source {@code crm} or {@code exports}
   * @param table upper-case table, or file name
   * @param column as in the database or the header
   * @param entity what the column is for; empty where that is nothing personal or where personal
   *     data stand in it by exception
   * @param cells by entity: cells that hold at least one; none where only the column's name tells
   */
  public record ColumnFindings(
      String source,
      String table,
      String column,
      Optional<String> entity,
      Map<String, Long> cells) {}
}
