package kz.umyt.source;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key; the two column lists stand in the same order.
 *
 * @param onDelete what the engine does to child rows when their parent goes
 * @param part where the key is one of parts of these tables only (partitions, or tables that
 *     inherit), the part of the parent that it leads to, or the parent itself; absent where it is
 *     one of whole tables
 */
public record ForeignKey(
    String name,
    TableName child,
    List<String> childColumns,
    TableName parent,
    List<String> parentColumns,
    OnDelete onDelete,
    Optional<TableName> part) {

  /** A key of whole tables. */
  public ForeignKey(
      String name,
      TableName child,
      List<String> childColumns,
      TableName parent,
      List<String> parentColumns,
      OnDelete onDelete) {
    this(name, child, childColumns, parent, parentColumns, onDelete, Optional.empty());
  }

  /** The engine's reaction to a deleted parent. */
  public enum OnDelete {
    /** The parent cannot be deleted while the child is there. */
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT,
    /** Nothing: it does not know the key, which the job declares. */
    NONE
  }

  /** The same, taken for one of the tables that its own ones are parts of. */
  public ForeignKey between(TableName whole, TableName wholeParent) {
    return whole.equals(child) && wholeParent.equals(parent)
        ? this
        : new ForeignKey(
            name,
            whole,
            childColumns,
            wholeParent,
            parentColumns,
            onDelete,
            Optional.of(part.orElse(parent)));
  }

  /** Approvals rest on these words: a key of whole tables is written as ever. */
  @Override
  public String toString() {
    return "ForeignKey[name="
        + name
        + ", child="
        + child
        + ", childColumns="
        + childColumns
        + ", parent="
        + parent
        + ", parentColumns="
        + parentColumns
        + ", onDelete="
        + onDelete
        + part.map(one -> ", part=" + one).orElse("")
        + "]";
  }
}
