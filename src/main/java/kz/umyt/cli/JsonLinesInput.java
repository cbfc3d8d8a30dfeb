package kz.umyt.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import kz.umyt.recognize.Analyzer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Answers lines {@code {"id":…,"text":…,"column":…}} with {@code {"id":…,"findings":[…]}}. A line
 * longer than a window is held compressed while it is read, and its text comes in windows that
 * overlap.
 */
final class JsonLinesInput implements AutoCloseable {

  private final Analyzer analyzer;
  private final Selection selection;
  private final int window;
  private final int overlap;
  private final long mostPacked;
  private final Alarms alarms;
  private final JsonGenerator json;
  private boolean longLines;

  /**
   * Answers by an analyzer.
   *
   * @param window of a text, in UTF-16 units, and of lines, in bytes
   * @param overlap of the windows, in UTF-16 units
   * @param mostPacked bytes that a long line may take, compressed
   * @param out takes the answers; stays open
   */
  JsonLinesInput(
      Analyzer analyzer,
      Selection selection,
      int window,
      int overlap,
      long mostPacked,
      Alarms alarms,
      OutputStream out) {
    this.analyzer = analyzer;
    this.selection = selection;
    this.window = window;
    this.overlap = overlap;
    this.mostPacked = mostPacked;
    this.alarms = alarms;
    this.json =
        JsonFactory.builder()
            .rootValueSeparator("")
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
  }

  /** Takes what is wrong with a line. */
  interface Faults {
    void add(long line, String fault);
  }

  /**
   * Answers all lines.
   *
   * @param source without overlap
   * @throws IOException if it cannot be read to its end; what was read before is answered
   */
  void read(LineSource source, Faults faults) throws IOException {
    for (LineSource.Piece piece = source.read(); piece != null; piece = source.read()) {
      Optional<String> fault = piece.isWhole() ? answer(piece.text()) : answerLong(piece, source);
      long line = piece.line();
      fault.ifPresent(text -> faults.add(line, text));
    }
  }

  /** Whether a line came in pieces. */
  boolean hadLongLines() {
    return longLines;
  }

  /** Answers one line, or says what is wrong with it without repeating any of it. */
  private Optional<String> answer(String line) {
    return answer(() -> new StringReader(line));
  }

  private Optional<String> answerLong(LineSource.Piece first, LineSource source)
      throws IOException {
    longLines = true;
    try (PackedLine line = new PackedLine(mostPacked)) {
      LineSource.Piece piece = first;
      line.add(piece.text());
      while (!piece.last()) {
        piece = source.read();
        if (piece == null) {
          break;
        }
        line.add(piece.text());
      }
      line.end();
      return line.isFull()
          ? Optional.of("longer than memory holds; give it more, such as UMYT_HEAP=2g")
          : answer(line::open);
    }
  }

  private Optional<String> answer(Supplier<Reader> line) {
    try {
      JsonRequest request = JsonRequest.read(line.get());
      JsonRequest.Span id = request.id();
      write(line, id == null ? "null" : JsonRequest.slice(line.get(), id), request);
      return Optional.empty();
    } catch (JsonRequest.FaultException e) {
      return Optional.ofNullable(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("the answer cannot be written", e);
    }
  }

  /** The id is written as it was read, so that answers can be joined. */
  private void write(Supplier<Reader> line, String id, JsonRequest request) throws IOException {
    json.writeStartObject();
    json.writeName("id");
    json.writeRawValue(id);
    json.writeArrayPropertyStart("findings");
    if (request.text() != JsonRequest.NO_TEXT) {
      writeFindings(line.get(), request);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private void writeFindings(Reader line, JsonRequest request) throws IOException {
    JsonRequest.skip(line, request.text());
    JsonTextPieces pieces = new JsonTextPieces(line, window, overlap);
    LineFindings findings = new LineFindings(analyzer, request.column(), overlap / 2);
    LineSource.Piece piece = pieces.read();
    while (piece != null) {
      for (LineFindings.Place place : findings.of(piece)) {
        if (selection.wants(place.finding())) {
          alarms.note(place.finding());
          write(place, selection.showValues() ? place.in(piece) : null);
        }
      }
      piece = pieces.read();
    }
  }

  private void write(LineFindings.Place place, @Nullable String value) {
    json.writeStartObject();
    json.writeStringProperty("entity", place.finding().entity());
    json.writeNumberProperty("start", place.start());
    json.writeNumberProperty("end", place.end());
    json.writeNumberProperty("score", place.finding().score());
    json.writeBooleanProperty("validated", place.finding().validated());
    if (value != null) {
      json.writeStringProperty("value", value);
    }
    json.writeEndObject();
  }

  /** The stream below stays open. */
  @Override
  public void close() {
    json.flush();
  }
}
