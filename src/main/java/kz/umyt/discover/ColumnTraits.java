package kz.umyt.discover;

/**
 * What an engine lets be written into a column, for whoever proposes how to change it.
 *
 * @param length in characters; 0 where the type has no limit
 * @param unique whether no two rows may hold the same value
 * @param generated made by the engine, cannot be written
 */
public record ColumnTraits(Holds holds, int length, boolean unique, boolean generated) {

  /** What a column's values are. */
  public enum Holds {
    TEXT,
    /** With a fraction or without. */
    NUMBER,
    /** A day, with a time of day or without. */
    DATE,
    /** JSON or XML, and nothing else. */
    DOCUMENT,
    OTHER
  }
}
