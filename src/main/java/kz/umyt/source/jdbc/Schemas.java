package kz.umyt.source.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;

/**
 * The schemas that the settings of a source mean, as the engine spells them.
 *
 * @param read whose tables are the source's
 * @param journal where the evidence tables live
 */
record Schemas(List<String> read, String journal) {

  Schemas {
    read = List.copyOf(read);
  }

  /**
   * Looks them up.
   *
   * @throws SettingsException if one is not there, or none is meant
   */
  static Schemas of(Source.Jdbc source, Catalogue catalogue, Dialect dialect) throws SQLException {
    List<String> existing = catalogue.schemas();
    List<String> read = new ArrayList<>();
    for (String schema : source.schemas()) {
      read.add(existing(source, schema, existing));
    }
    if (read.isEmpty()) {
      read.add(ofConnection(source, catalogue, dialect));
    }
    return new Schemas(
        read,
        source
            .journalSchema()
            .map(schema -> existing(source, schema, existing))
            .orElse(read.get(0)));
  }

  private static String ofConnection(Source.Jdbc source, Catalogue catalogue, Dialect dialect)
      throws SQLException {
    String schema = catalogue.defaultSchema();
    if (schema.isEmpty()) {
      throw new SettingsException(
          source.name().at(),
          "source '"
              + source.name()
              + "': "
              + (dialect.schemaIsCatalog()
                  ? "its jdbc URL names no database; write one at the end of it, or"
                  : "its user may use none of the schemas that it looks into by itself; write")
              + " 'schemas: [NAME, ...]', so that it is clear which tables are meant");
    }
    return schema;
  }

  private static String existing(Source.Jdbc source, String schema, List<String> existing) {
    if (existing.contains(schema)) {
      return schema;
    }
    return existing.stream()
        .filter(schema::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new SettingsException(
                    source.name().at(),
                    "source '"
                        + source.name()
                        + "' has no schema '"
                        + schema
                        + "'"
                        + NearestName.hint(schema, existing)));
  }
}
