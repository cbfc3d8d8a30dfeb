package kz.umyt.source;

/**
 * One column of a table.
 *
 * @param type the engine's own name of the type; of a domain, of the type that it is made of
 * @param length in characters; 0 where the type has no limit
 * @param unique whether a primary key or a unique index covers this column alone
 * @param generated computed or assigned by the engine, cannot be written
 */
public record Column(
    String name,
    String type,
    ColumnKind kind,
    int length,
    boolean nullable,
    boolean unique,
    boolean generated) {

  /** The same column with another name of its type. */
  public Column ofType(String other) {
    return new Column(name, other, kind, length, nullable, unique, generated);
  }

  /** Whether a value can have more characters or bytes than these. */
  public boolean mayExceed(int most) {
    return (kind == ColumnKind.TEXT || kind == ColumnKind.OTHER) && (length == 0 || length > most);
  }
}
