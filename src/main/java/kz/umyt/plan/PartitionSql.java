package kz.umyt.plan;

import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Dialect;
import kz.umyt.source.jdbc.PartitionDrop;

/**
 * Asks whether all rows of a partition are due, by the condition that stands in every statement
 * that destroys.
 */
public final class PartitionSql {

  private final BoundTable target;
  private final PartitionDrop partitions;

  /** For a target that {@linkplain BoundTable#dropsPartitions drops partitions}. */
  public PartitionSql(BoundTable target, PartitionDrop partitions) {
    this.target = target;
    this.partitions = partitions;
  }

  /** Gives 0 where no row was found that stays; ends at the first one that does. */
  public String anyThatStays(TableName partition) {
    return "SELECT COUNT(*) FROM (SELECT 1 FROM "
        + rows(partition)
        + " WHERE NOT ("
        + target.conditions().due()
        + ") LIMIT 1) umyt_p";
  }

  /** Gives the number of rows, and of those that are due. */
  public String rowsAndDue(TableName partition) {
    return "SELECT COUNT(*), COALESCE("
        + TableCounter.sum(target.conditions().due())
        + ", 0) FROM "
        + rows(partition);
  }

  private String rows(TableName partition) {
    Dialect dialect = target.database().dialect();
    return partitions.rows(partition, dialect.quote(target.table().name().name()));
  }
}
