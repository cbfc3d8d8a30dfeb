package kz.umyt.source;

import java.util.Collection;
import java.util.List;

/**
 * A table's schema (or catalogue, where the engine says so) and name, as the engine spells them.
 */
public record TableName(String schema, String name) {

  /**
   * Those of the tables that a person meant by {@code name} or {@code schema.name}: exactly, or if
   * there is none, whatever the case. More than one means that the person must say more.
   */
  public static List<TableName> meant(String written, Collection<TableName> tables) {
    List<TableName> exact =
        tables.stream()
            .filter(table -> table.name().equals(written) || table.toString().equals(written))
            .toList();
    return exact.isEmpty()
        ? tables.stream()
            .filter(
                table ->
                    table.name().equalsIgnoreCase(written)
                        || table.toString().equalsIgnoreCase(written))
            .toList()
        : exact;
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}
