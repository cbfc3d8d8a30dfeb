package kz.umyt.cli;

import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers lines {@code {"id":…,"text":…,"column":…}} with {@code {"id":…,"findings":[…]}}. */
final class JsonLinesInput implements AutoCloseable {

  private static final Set<String> KEYS = Set.of("id", "text", "column");

  /** Numbers keep their digits, and ids what UTF-8 cannot hold, so that answers can be joined. */
  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Analyzer analyzer;
  private final Selection selection;
  private final Alarms alarms;
  private final JsonGenerator json;
  private boolean written;

  JsonLinesInput(Analyzer analyzer, Selection selection, Alarms alarms, OutputStream out) {
    this.analyzer = analyzer;
    this.selection = selection;
    this.alarms = alarms;
    this.json =
        JsonFactory.builder()
            .rootValueSeparator("\n")
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Answers one line, or says what is wrong with it without repeating any of it. */
  Optional<String> answer(String line) {
    JsonNode request;
    try {
      request = mapper.readTree(line);
    } catch (JacksonException e) {
      return Optional.of("not JSON, nested too deeply, or with a key written twice");
    }
    if (!request.isObject()) {
      return Optional.of("not a JSON object; expected {\"id\":…,\"text\":…,\"column\":…}");
    }
    if (!KEYS.containsAll(request.propertyNames())) {
      return Optional.of("unknown key; expected 'id', 'text' and 'column'");
    }
    JsonNode text = request.get("text");
    if (text == null || !(text.isString() || text.isNull())) {
      return Optional.of("'text' must be there and be a string or null");
    }
    JsonNode column = request.get("column");
    if (column != null && !(column.isString() || column.isNull())) {
      return Optional.of("'column' must be a string or null");
    }
    write(request.get("id"), text.isNull() ? "" : text.stringValue(), name(column));
    return Optional.empty();
  }

  private static @Nullable String name(@Nullable JsonNode column) {
    return column == null || column.isNull() ? null : column.stringValue();
  }

  private void write(@Nullable JsonNode id, String text, @Nullable String column) {
    written = true;
    json.writeStartObject();
    json.writeName("id");
    if (id == null) {
      json.writeNull();
    } else {
      json.writeRawValue(mapper.writeValueAsString(id));
    }
    json.writeArrayPropertyStart("findings");
    int counted = 0;
    int codePoints = 0;
    for (Finding finding : analyzer.analyze(text, column)) {
      if (selection.wants(finding)) {
        alarms.note(finding);
        codePoints += text.codePointCount(counted, finding.start());
        counted = finding.start();
        write(finding, text, codePoints);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Finding finding, String text, int start) {
    json.writeStartObject();
    json.writeStringProperty("entity", finding.entity());
    json.writeNumberProperty("start", start);
    json.writeNumberProperty("end", start + text.codePointCount(finding.start(), finding.end()));
    json.writeNumberProperty("score", finding.score());
    json.writeBooleanProperty("validated", finding.validated());
    if (selection.showValues()) {
      json.writeStringProperty("value", text.substring(finding.start(), finding.end()));
    }
    json.writeEndObject();
  }

  /** Ends the last line; the stream below stays open. */
  @Override
  public void close() {
    if (written) {
      json.writeRaw('\n');
    }
    json.flush();
  }
}
