package kz.umyt.source;

import java.util.List;

/**
 * A foreign key; the two column lists stand in the same order.
 *
 * @param onDelete what the engine does to child rows when their parent goes
 */
public record ForeignKey(
    String name,
    TableName child,
    List<String> childColumns,
    TableName parent,
    List<String> parentColumns,
    OnDelete onDelete) {

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
}
