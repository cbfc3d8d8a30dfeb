package kz.umyt.discover;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What is different since the last scan of the same job. Every list is in the order of the
 * inventory; what is only in the last one has the order of that.
 *
 * @param since when the last scan began
 * @param newTables tables and files that were not there, with personal data or without
 * @param goneTables tables and files that are no longer there
 * @param newColumns columns with personal data that were not there, in tables that were
 * @param vanishedColumns columns with personal data that are no longer there, in tables that are
 * @param changedClasses columns that were there and have another class now
 * @param newlySeen entities in columns that were there and did not show them
 * @param noLongerSeen entities that columns showed; told only of tables that were read whole
 * @param notCompared what only one of the two scans has read
 */
public record Changes(
    OffsetDateTime since,
    List<TableData> newTables,
    List<TableData> goneTables,
    List<ColumnData> newColumns,
    List<ColumnData> vanishedColumns,
    List<ClassChange> changedClasses,
    List<Seen> newlySeen,
    List<Seen> noLongerSeen,
    List<NotCompared> notCompared) {

  public Changes {
    newTables = List.copyOf(newTables);
    goneTables = List.copyOf(goneTables);
    newColumns = List.copyOf(newColumns);
    vanishedColumns = List.copyOf(vanishedColumns);
    changedClasses = List.copyOf(changedClasses);
    newlySeen = List.copyOf(newlySeen);
    noLongerSeen = List.copyOf(noLongerSeen);
    notCompared = List.copyOf(notCompared);
  }

  /** Whether nothing is different. */
  public boolean none() {
    return newTables.isEmpty()
        && goneTables.isEmpty()
        && newColumns.isEmpty()
        && vanishedColumns.isEmpty()
        && changedClasses.isEmpty()
        && newlySeen.isEmpty()
        && noLongerSeen.isEmpty()
        && notCompared.isEmpty();
  }

  /**
   * Whether personal data is where there was none of its kind, or may be: what the last scan did
   * not read could have held it before or not, and nobody can tell.
   */
  public boolean newPersonalData() {
    return newTables.stream().anyMatch(table -> !table.entities().isEmpty())
        || !newColumns.isEmpty()
        || !newlySeen.isEmpty()
        || notCompared.stream().anyMatch(place -> place.unreadBy() == ScanTime.LAST);
  }

  /** One of the two scans. */
  public enum ScanTime {
    LAST,
    THIS
  }

  /** A table or file, and the entities in all its columns. */
  public record TableData(String source, String table, List<String> entities) {
    public TableData {
      entities = List.copyOf(entities);
    }
  }

  /** A column and its entities. */
  public record ColumnData(Place place, List<String> entities) {
    public ColumnData {
      entities = List.copyOf(entities);
    }
  }

  /** Another class; absent is none. */
  public record ClassChange(Place place, Optional<String> from, Optional<String> to) {}

  /** An entity in a column. */
  public record Seen(String entity, Place place) {}

  /**
   * Something that cannot be compared.
   *
   * @param table absent if it is the whole source
   * @param column absent if it is the whole table or file
   * @param unreadBy which scan did not read it, or not to its end
   */
  public record NotCompared(
      String source, Optional<String> table, Optional<String> column, ScanTime unreadBy) {}
}
