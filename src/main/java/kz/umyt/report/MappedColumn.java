package kz.umyt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;

/**
 * One column with all that it holds. Public for the templates only.
 *
 * @param entities its class first, then what else was seen, the most frequent first; empty where
 *     there is no personal data
 */
public record MappedColumn(ColumnInventory column, List<MappedEntity> entities) {

  public MappedColumn {
    entities = List.copyOf(entities);
  }

  /**
   * One entity of a column.
   *
   * @param finding absent where only the column's name says so
   * @param columnClass whether it is the class of the whole column
   * @param undeclared whether the policy does not list it
   */
  public record MappedEntity(
      String entity, Optional<EntityFinding> finding, boolean columnClass, boolean undeclared) {

    /** Cells in which it was seen. */
    public long cells() {
      return finding.map(EntityFinding::cells).orElse(0L);
    }

    /** Cells in which a check beyond the pattern confirmed it. */
    public long validated() {
      return finding.map(EntityFinding::validated).orElse(0L);
    }

    /** Masked samples. */
    public List<String> samples() {
      return finding.map(EntityFinding::evidence).orElse(List.of());
    }
  }

  static MappedColumn of(ColumnInventory column, Predicate<String> undeclared) {
    List<MappedEntity> entities = new ArrayList<>();
    column
        .entity()
        .ifPresent(
            entity ->
                entities.add(
                    new MappedEntity(
                        entity, finding(column, entity), true, undeclared.test(entity))));
    for (EntityFinding finding : column.findings()) {
      String entity = finding.entity();
      if (!column.entity().equals(Optional.of(entity))) {
        entities.add(
            new MappedEntity(entity, Optional.of(finding), false, undeclared.test(entity)));
      }
    }
    return new MappedColumn(column, entities);
  }

  private static Optional<EntityFinding> finding(ColumnInventory column, String entity) {
    return column.findings().stream().filter(one -> one.entity().equals(entity)).findFirst();
  }

  /** Whether it holds personal data of any kind. */
  public boolean personal() {
    return !entities.isEmpty();
  }
}
