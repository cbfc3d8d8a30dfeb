package kz.umyt.plan;

import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.Column;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;

/**
 * Refuses tables of which nobody can tell whether others point to a row: by a column that only a
 * table has which inherits from it.
 */
final class PartColumns {
  private PartColumns() {}

  static void require(Position at, Table table) {
    Set<String> known =
        table.columns().stream().map(Column::name).collect(Collectors.toUnmodifiableSet());
    for (ForeignKey key : table.referencedBy()) {
      if (!known.containsAll(key.parentColumns())) {
        String part = key.part().orElse(key.parent()).toString();
        throw new SettingsException(
            at,
            "table "
                + key.child()
                + " points (foreign key "
                + key.name()
                + ") to table "
                + part
                + ", whose rows are rows of table "
                + table.name()
                + ", by a column that only "
                + part
                + " has: nobody could tell which rows of "
                + table.name()
                + " it points to; add a column of that name and type to "
                + table.name()
                + ", or destroy only the rows of "
                + part
                + " by a target of its own");
      }
    }
  }
}
