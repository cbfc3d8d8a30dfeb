package kz.umyt.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sees every personal value on its way into the files. */
final class Witness {
  private record Place(String source, String table, String column) {}

  private static final class Seen {
    private @Nullable String entity;
    private final Map<String, Long> cells = new TreeMap<>();
  }

  private final Map<Place, Seen> columns = new LinkedHashMap<>();
  private final Map<String, Set<String>> values = new TreeMap<>();

  /** One table or file. */
  Watch at(String source, String table) {
    return new Watch(source, table);
  }

  List<Truth.ColumnFindings> columns() {
    List<Truth.ColumnFindings> found = new ArrayList<>();
    columns.forEach(
        (place, seen) ->
            found.add(
                new Truth.ColumnFindings(
                    place.source,
                    place.table,
                    place.column,
                    Optional.ofNullable(seen.entity),
                    Collections.unmodifiableMap(new TreeMap<>(seen.cells)))));
    return List.copyOf(found);
  }

  Map<String, Set<String>> values() {
    Map<String, Set<String>> copy = new TreeMap<>();
    values.forEach((entity, seen) -> copy.put(entity, Collections.unmodifiableSet(seen)));
    return Collections.unmodifiableMap(copy);
  }

  /** Watches one table or file. */
  final class Watch {
    private final String source;
    private final String table;

    private Watch(String source, String table) {
      this.source = source;
      this.table = table;
    }

    private Seen seen(String column) {
      return columns.computeIfAbsent(new Place(source, table, column), place -> new Seen());
    }

    /** A column of which nothing but its name tells what it is for. */
    void named(String column, String entity) {
      seen(column).entity = entity;
    }

    /** A value in a column of such; returns it, so that a writer can pass it on. */
    @Nullable String finds(String column, String entity, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        named(column, entity);
        beside(column, entity, value);
      }
      return value;
    }

    /** As {@link #finds}, where the value says nothing of itself. */
    <T> T counts(String column, String entity, T value) {
      named(column, entity);
      seen(column).cells.merge(entity, 1L, Long::sum);
      return value;
    }

    /** A value in a column that is for something else. */
    String beside(String column, String entity, String value) {
      seen(column).cells.merge(entity, 1L, Long::sum);
      values.computeIfAbsent(entity, none -> new LinkedHashSet<>()).add(value);
      return value;
    }

    /** A text in which somebody may have told something. */
    String reads(String column, FreeText.Text text) {
      if (text.entity() != null) {
        beside(column, text.entity(), text.value());
      }
      return text.text();
    }
  }
}
