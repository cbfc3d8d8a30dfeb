package kz.umyt.plan.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.source.ColumnKind;

/** What an inventory tells of one column, as far as a job depends on it. */
final class ColumnFacts {

  /** More than this share of the cells, and the column as a whole is taken for personal. */
  private static final double MOST = 0.5;

  private final ColumnInventory column;
  private final boolean inFile;

  ColumnFacts(ColumnInventory column, Kind source) {
    this.column = column;
    this.inFile = source == Kind.CSV;
  }

  String name() {
    return column.name();
  }

  ColumnKind kind() {
    return inFile ? ColumnKind.TEXT : TypeNames.kind(column.type());
  }

  /** Whether the column may hold no value; a cell of a file always holds a text. */
  boolean nullable() {
    return !inFile;
  }

  Optional<String> entity() {
    return column.entity();
  }

  List<EntityFinding> findings() {
    return column.findings();
  }

  long filled() {
    return column.filled();
  }

  boolean isPersonal() {
    return !column.entities().isEmpty();
  }

  /** The entity for which the whole value must go; empty where only parts of texts are personal. */
  Optional<String> whole() {
    return column
        .entity()
        .or(
            () ->
                column.findings().stream()
                    .filter(finding -> finding.share() > MOST)
                    .map(EntityFinding::entity)
                    .findFirst());
  }

  /**
   * Whether a job can name the column of a file: one without a heading, or with the rest of a too
   * long row, is known by its number only.
   */
  boolean hasName() {
    String name = column.name();
    boolean numbered =
        name.length() > 1
            && name.charAt(0) == '#'
            && name.charAt(1) >= '1'
            && name.charAt(1) <= '9';
    return !name.isBlank() && !(inFile && numbered);
  }

  /** For comparing names as databases do. */
  String folded() {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
