package kz.umyt.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.umyt.destroy.RowsBeside;
import kz.umyt.destroy.RowsBeside.Place;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.source.jdbc.Database;

/**
 * The first step: counts the rows beside the targets before anything goes. The counts stand in the
 * ledger, so that an attempt that goes on does not take what is left for what was there.
 */
final class RowsBesidePiece implements Piece {

  private final Map<Database, Set<Place>> places = new HashMap<>();
  private final String run;
  private final Ledger ledger;

  RowsBesidePiece(List<BoundTarget> targets, String run, Ledger ledger) {
    this.run = run;
    this.ledger = ledger;
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table) {
        places
            .computeIfAbsent(table.database(), database -> new LinkedHashSet<>())
            .addAll(RowsBeside.of(table));
      }
    }
  }

  @Override
  public String name() {
    return "count rows";
  }

  @Override
  public boolean advance() {
    Map<Map<String, Object>, Long> known = before();
    List<Map<String, Object>> rows = new ArrayList<>();
    places.forEach(
        (database, all) -> {
          Set<Place> fresh = new LinkedHashSet<>(all);
          fresh.removeIf(place -> known.containsKey(words(place)));
          if (!fresh.isEmpty()) {
            RowsBeside.count(database, fresh)
                .forEach(
                    (place, count) -> {
                      Map<String, Object> row = words(place);
                      row.put("rows", count);
                      rows.add(row);
                    });
          }
        });
    if (!rows.isEmpty()) {
      ledger.append(run, Events.ROWS_COUNTED, Map.of("rows", rows));
    }
    return false;
  }

  /** Rows of a place before the first change; absent where they could not be counted. */
  Optional<Long> before(Place place) {
    return Optional.ofNullable(before().get(words(place)));
  }

  private Map<Map<String, Object>, Long> before() {
    Map<Map<String, Object>, Long> counts = new HashMap<>();
    for (Entry entry : ledger.entriesOf(run)) {
      if (entry.event().equals(Events.ROWS_COUNTED)
          && entry.details().get("rows") instanceof List<?> rows) {
        rows.forEach(row -> read(row, counts));
      }
    }
    return counts;
  }

  private static void read(Object row, Map<Map<String, Object>, Long> counts) {
    Map<String, Object> words = new HashMap<>();
    if (row instanceof Map<?, ?> details && details.get("rows") instanceof Long count) {
      details.forEach((word, value) -> words.put(String.valueOf(word), value));
      words.remove("rows");
      counts.putIfAbsent(words, count);
    }
  }

  private static Map<String, Object> words(Place place) {
    Map<String, Object> words = new HashMap<>();
    words.put("source", place.source());
    words.put("table", place.table().toString());
    place.column().ifPresent(column -> words.put("column", column));
    return words;
  }
}
