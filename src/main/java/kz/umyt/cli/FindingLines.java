package kz.umyt.cli;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes findings as JSON lines, in the forms of {@code umyt detect}. */
final class FindingLines implements AutoCloseable {

  private final JsonGenerator json;
  private boolean written;

  FindingLines(OutputStream out) {
    this.json =
        JsonFactory.builder()
            .rootValueSeparator("\n")
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
  }

  JsonGenerator json() {
    written = true;
    return json;
  }

  /** One finding of a text file. */
  void write(@Nullable String file, long line, LineFindings.Place place, @Nullable String value) {
    JsonGenerator to = json();
    to.writeStartObject();
    to.writeStringProperty("file", file);
    to.writeNumberProperty("line", line);
    to.writeStringProperty("entity", place.finding().entity());
    to.writeNumberProperty("start", place.start());
    to.writeNumberProperty("end", place.end());
    to.writeNumberProperty("score", place.finding().score());
    to.writeBooleanProperty("validated", place.finding().validated());
    to.writeStringProperty("recognizer", place.finding().recognizer());
    if (value != null) {
      to.writeStringProperty("value", value);
    }
    to.writeEndObject();
  }

  void flush() {
    json.flush();
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
