package kz.umyt.cli.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sees every personal value on its way into the files. */
final class Witness {
  private record Place(String source, String table, String column) {}

  private final Map<Place, Map<String, Long>> cells = new LinkedHashMap<>();
  private final Map<String, Set<String>> values = new TreeMap<>();

  /** One table or file. */
  Watch at(String source, String table) {
    return new Watch(source, table);
  }

  List<Truth.ColumnFindings> columns() {
    List<Truth.ColumnFindings> columns = new ArrayList<>();
    cells.forEach(
        (place, found) ->
            columns.add(
                new Truth.ColumnFindings(
                    place.source,
                    place.table,
                    place.column,
                    Collections.unmodifiableMap(new TreeMap<>(found)))));
    return List.copyOf(columns);
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

    /** A value that a scan must find; returns it, so that a writer can pass it on. */
    @Nullable String finds(String column, String entity, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        cells
            .computeIfAbsent(new Place(source, table, column), place -> new TreeMap<>())
            .merge(entity, 1L, Long::sum);
        hides(entity, value);
      }
      return value;
    }

    /** A personal value that no scan promises to find. */
    String hides(String entity, String value) {
      values.computeIfAbsent(entity, none -> new LinkedHashSet<>()).add(value);
      return value;
    }

    /** A text in which somebody may have told something. */
    String reads(String column, FreeText.Text text) {
      if (text.entity() != null) {
        finds(column, text.entity(), text.value());
      }
      return text.text();
    }
  }
}
