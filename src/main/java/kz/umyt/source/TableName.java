package kz.umyt.source;

/**
 * A table's schema (or catalogue, where the engine says so) and name, as the engine spells them.
 */
public record TableName(String schema, String name) {
  @Override
  public String toString() {
    return schema + "." + name;
  }
}
