package kz.umyt.cli;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * What a line {@code {"id":…,"text":…,"column":…}} asks, in any order of its keys. Its text, which
 * may be long, is not in it, only where it begins.
 *
 * @param id where the value stands, from quote to quote or bracket to bracket; null for none
 * @param text offset of the first character behind the quote, or {@link #NO_TEXT} for null
 */
record JsonRequest(@Nullable Span id, @Nullable String column, long text) {

  static final long NO_TEXT = -1;

  private static final Set<String> KEYS = Set.of("id", "text", "column");

  /** Beyond any id that a program makes, and far from the end of memory. */
  private static final int DEEPEST = 10_000;

  private static final int LONGEST = 1 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST)
                  .build())
          .build();

  /**
   * A part of the line.
   *
   * @param start UTF-16 offset
   * @param end exclusive
   */
  record Span(long start, long end) {}

  /** What is wrong with a line, without any of it. */
  static final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultException(String message) {
      super(message);
    }
  }

  /**
   * Reads a line to its end.
   *
   * @throws FaultException if it is anything else
   */
  static JsonRequest read(Reader line) throws FaultException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      return new Reading(parser).request();
    } catch (StreamConstraintsException e) {
      throw new FaultException(
          "something beside 'text' is too long, or nested more than " + DEEPEST + " deep");
    } catch (JacksonException e) {
      long before = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
      throw new FaultException(
          "not JSON, or a key is written twice, at character " + (Math.max(0, before) + 1));
    }
  }

  /** Goes through a line once. The first fault is told only where all of the line is JSON. */
  private static final class Reading {

    private final JsonParser parser;
    private @Nullable String fault;
    private @Nullable Span id;
    private @Nullable String column;
    private long text = NO_TEXT;
    private boolean textSeen;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    JsonRequest request() throws FaultException {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          value(key);
        }
      } else {
        parser.skipChildren();
        fault("not a JSON object; expected {\"id\":…,\"text\":…,\"column\":…}");
      }
      if (parser.nextToken() != null) {
        fault("more than one JSON object; write one in a line");
      }
      if (!textSeen) {
        fault("'text' must be there and be a string or null");
      }
      if (fault != null) {
        throw new FaultException(fault);
      }
      return new JsonRequest(id, column, text);
    }

    private void value(String key) {
      JsonToken token = parser.currentToken();
      long start = parser.currentTokenLocation().getCharOffset();
      boolean string = token == JsonToken.VALUE_STRING;
      if (!KEYS.contains(key)) {
        parser.skipChildren();
        fault("unknown key; expected 'id', 'text' and 'column'");
      } else if (key.equals("id")) {
        parser.skipChildren();
        parser.finishToken();
        id = new Span(start, parser.currentLocation().getCharOffset());
        if (id.end() - id.start() > LONGEST) {
          fault("'id' is longer than " + LONGEST + " characters");
        }
      } else if (!string && token != JsonToken.VALUE_NULL) {
        parser.skipChildren();
        fault(
            key.equals("text")
                ? "'text' must be there and be a string or null"
                : "'column' must be a string or null");
      } else if (key.equals("text")) {
        text = string ? start + 1 : NO_TEXT;
        textSeen = true;
      } else {
        column = string ? parser.getString() : null;
      }
    }

    private void fault(String message) {
      fault = fault == null ? message : fault;
    }
  }

  /** The id as it is written. */
  static String slice(Reader line, Span span) throws IOException {
    skip(line, span.start());
    char[] chars = new char[(int) (span.end() - span.start())];
    int done = 0;
    while (done < chars.length) {
      int count = line.read(chars, done, chars.length - done);
      if (count < 0) {
        throw new IllegalStateException("the line has become shorter");
      }
      done += count;
    }
    return new String(chars);
  }

  static void skip(Reader line, long count) throws IOException {
    long left = count;
    while (left > 0) {
      long skipped = line.skip(left);
      if (skipped <= 0) {
        throw new IllegalStateException("the line has become shorter");
      }
      left -= skipped;
    }
  }
}
