package kz.umyt.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object of text, whole numbers, booleans, arrays and objects, and nothing else. */
final class JsonObjects {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonObjects() {}

  static Map<String, Object> parse(byte[] json) throws MalformedEntryException {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedEntryException("not a JSON object");
      }
      Map<String, Object> members = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedEntryException("more than one JSON value");
      }
      return members;
    } catch (JacksonException unreadable) {
      // Its message quotes the text, so it goes no further.
      throw new MalformedEntryException("not readable as JSON");
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws MalformedEntryException {
    Map<String, Object> members = new TreeMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      members.put(key, value(parser, parser.nextToken()));
    }
    return members;
  }

  private static Object value(JsonParser parser, @Nullable JsonToken token)
      throws MalformedEntryException {
    if (token == null) {
      throw new MalformedEntryException("not readable as JSON");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new MalformedEntryException("a value of a kind that is never written");
    };
  }

  private static List<Object> array(JsonParser parser) throws MalformedEntryException {
    List<Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(parser, token));
    }
    return elements;
  }
}
