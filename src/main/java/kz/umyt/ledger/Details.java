package kz.umyt.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an entry tells beside its fixed keys, checked and copied so that it cannot change after it
 * was hashed.
 */
final class Details {
  static final Set<String> RESERVED = Set.of("seq", "time", "run", "event", "prev", "hash");

  /** Far below what a JSON reader refuses, so that everything written can be read again. */
  private static final int MAX_DEPTH = 16;

  private static final int MAX_KEY = 4096;

  private Details() {}

  /**
   * An immutable deep copy, keys sorted, every number a {@link Long}.
   *
   * @throws IllegalArgumentException if a key is reserved or a value has no canonical form
   */
  static SortedMap<String, Object> frozen(Map<String, ?> details) {
    for (String key : details.keySet()) {
      if (RESERVED.contains(key)) {
        throw new IllegalArgumentException("detail \"" + key + "\": the key is reserved");
      }
    }
    return object(details, "details", 1);
  }

  private static SortedMap<String, Object> object(Map<?, ?> members, String where, int depth) {
    SortedMap<String, Object> copy = new TreeMap<>();
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!(member.getKey() instanceof String key) || key.length() > MAX_KEY) {
        throw new IllegalArgumentException(
            where + ": a key must be text of at most " + MAX_KEY + " characters");
      }
      requireWellFormed(key, where);
      copy.put(key, value(member.getValue(), key, depth));
    }
    return Collections.unmodifiableSortedMap(copy);
  }

  private static Object value(@Nullable Object value, String key, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("detail \"" + key + "\": nested too deeply");
    }
    if (value instanceof String text) {
      requireWellFormed(text, key);
      return text;
    }
    if (value instanceof Long || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof Map<?, ?> members) {
      return object(members, key, depth + 1);
    }
    if (value instanceof List<?> elements) {
      List<Object> copy = new ArrayList<>(elements.size());
      for (Object element : elements) {
        copy.add(value(element, key, depth + 1));
      }
      return Collections.unmodifiableList(copy);
    }
    throw new IllegalArgumentException(
        "detail \""
            + key
            + "\": a "
            + (value == null ? "null" : value.getClass().getSimpleName())
            + " cannot stand in the ledger, only text, whole numbers, booleans, lists and maps");
  }

  /** Half a surrogate pair has no UTF-8 form, so two writers would hash it differently. */
  private static void requireWellFormed(String text, String where) {
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new IllegalArgumentException(
          "detail \"" + where + "\": the text is not well-formed Unicode");
    }
  }
}
