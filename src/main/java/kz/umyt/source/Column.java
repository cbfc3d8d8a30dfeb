package kz.umyt.source;

import java.util.Locale;
import java.util.Optional;

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

  /** What a text has to be for a column that takes documents only. */
  public enum Document {
    JSON,
    XML
  }

  /** What kind of documents the column takes and nothing else; empty where it is another column. */
  public Optional<Document> document() {
    if (kind != ColumnKind.OTHER) {
      return Optional.empty();
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "json", "jsonb" -> Optional.of(Document.JSON);
      case "xml" -> Optional.of(Document.XML);
      default -> Optional.empty();
    };
  }

  /** The same column with another name of its type. */
  public Column ofType(String other) {
    return new Column(name, other, kind, length, nullable, unique, generated);
  }

  /** Whether a value can have more characters or bytes than these. */
  public boolean mayExceed(int most) {
    return (kind == ColumnKind.TEXT || kind == ColumnKind.OTHER) && (length == 0 || length > most);
  }
}
