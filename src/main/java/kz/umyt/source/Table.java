package kz.umyt.source;

import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Located;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;

/**
 * A table as the database describes it.
 *
 * @param primaryKey columns in key order; empty where there is none
 * @param references foreign keys of this table
 * @param referencedBy foreign keys of other tables (or this one) that point here; none where the
 *     table was looked at only to be read
 */
public record Table(
    TableName name,
    List<Column> columns,
    List<String> primaryKey,
    List<ForeignKey> references,
    List<ForeignKey> referencedBy) {

  /**
   * Finds a column as a person wrote it: exactly, else whatever the case.
   *
   * @throws SettingsException if there is none
   */
  public Column column(Located<String> written) {
    return find(written.value())
        .orElseThrow(
            () ->
                new SettingsException(
                    written.at(),
                    "table "
                        + name
                        + " has no column '"
                        + written.value()
                        + "'"
                        + NearestName.hint(
                            written.value(), columns.stream().map(Column::name).toList())));
  }

  /** The column with this name as the engine spells it. */
  public Column columnNamed(String engineName) {
    return columns.stream()
        .filter(column -> column.name().equals(engineName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + engineName));
  }

  private Optional<Column> find(String written) {
    return columns.stream()
        .filter(column -> column.name().equals(written))
        .findFirst()
        .or(
            () ->
                columns.stream()
                    .filter(column -> column.name().equalsIgnoreCase(written))
                    .findFirst());
  }
}
