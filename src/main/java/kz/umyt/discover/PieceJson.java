package kz.umyt.discover;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.jdbc.CellQuery;
import kz.umyt.source.jdbc.KeyRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A piece as one line of JSON, the same text for the same piece. */
public final class PieceJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PieceJson() {}

  public static String write(Piece piece) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("source", piece.source());
    if (piece instanceof Piece.OfFile file) {
      node.put("file", file.file().name()).put("path", file.file().path().toString());
    } else if (piece instanceof Piece.OfTable table) {
      node.put("schema", table.table().schema()).put("table", table.table().name());
      table.range().ifPresent(range -> put(node.putObject("range"), range));
      table
          .sample()
          .ifPresent(
              sample ->
                  node.putObject("sample").put("share", sample.share()).put("seed", sample.seed()));
    }
    return node.toString();
  }

  private static void put(ObjectNode node, KeyRange range) {
    node.put("column", range.column());
    range.from().ifPresent(from -> node.put("from", from));
    range.before().ifPresent(before -> node.put("before", before));
  }

  /** Reads what {@link #write} wrote. */
  public static Piece read(String json) {
    JsonNode node = MAPPER.readTree(json);
    String source = node.required("source").stringValue();
    if (node.has("file")) {
      return new Piece.OfFile(
          source,
          new CsvFile(
              Path.of(node.required("path").stringValue()), node.required("file").stringValue()));
    }
    return new Piece.OfTable(
        source,
        new TableName(node.required("schema").stringValue(), node.required("table").stringValue()),
        Optional.ofNullable(node.get("range")).map(PieceJson::range),
        Optional.ofNullable(node.get("sample"))
            .map(
                sample ->
                    new CellQuery.Sample(
                        sample.required("share").doubleValue(),
                        sample.required("seed").intValue())));
  }

  private static KeyRange range(JsonNode node) {
    return new KeyRange(
        node.required("column").stringValue(), number(node, "from"), number(node, "before"));
  }

  private static OptionalLong number(JsonNode node, String name) {
    return node.has(name) ? OptionalLong.of(node.required(name).longValue()) : OptionalLong.empty();
  }
}
