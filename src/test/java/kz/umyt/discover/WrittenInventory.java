package kz.umyt.discover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.umyt.discover.Explanation.Rule;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;

/**
 * An inventory in one line: {@code crm T.IIN=KZ_IIN T.NOTES=-,KZ_IIN / exports -} is a source with
 * the table {@code T}, whose column {@code IIN} has a class and whose column {@code NOTES} has none
 * and one finding in a million, and a source that was not read. {@code T.X!} is a column that was
 * not read, {@code T!} a table that was not, {@code T~} one that broke off, {@code T.X=} a column
 * without personal data.
 */
final class WrittenInventory {

  private static final long CELLS = 1_000_000;

  private final Map<String, List<ColumnInventory>> tables = new LinkedHashMap<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final List<Gap> gaps = new ArrayList<>();

  private WrittenInventory() {}

  /**
   * The inventory.
   *
   * @param listed entities that are not undeclared
   */
  static Inventory read(String written, Set<String> listed) {
    List<SourceInventory> sources = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<Undeclared> undeclared = new ArrayList<>();
    for (String part : written.isEmpty() ? new String[0] : written.split(" / ")) {
      String[] words = part.strip().split(" +");
      WrittenInventory source = new WrittenInventory();
      SourceInventory read = source.source(words);
      sources.add(read);
      gaps.addAll(source.gaps);
      for (TableInventory table : read.tables()) {
        for (ColumnInventory column : table.columns()) {
          for (String entity : column.entities()) {
            if (!listed.contains(entity)) {
              undeclared.add(new Undeclared(entity, words[0], table.name(), column.name()));
            }
          }
        }
      }
    }
    OffsetDateTime time = OffsetDateTime.parse("2026-01-15T11:00:00+05:00");
    return new Inventory("own", time, time.plusMinutes(1), sources, undeclared, gaps);
  }

  private SourceInventory source(String... words) {
    String name = words[0];
    boolean read = true;
    for (int i = 1; i < words.length; i++) {
      if (words[i].equals("-")) {
        read = false;
        gaps.add(new Gap(name, Optional.empty(), Optional.empty(), "down"));
      } else {
        word(name, words[i]);
      }
    }
    List<TableInventory> found = new ArrayList<>();
    tables.forEach(
        (table, columns) ->
            found.add(
                new TableInventory(
                    table,
                    broken.contains(table) ? OptionalLong.empty() : OptionalLong.of(CELLS),
                    CELLS,
                    columns)));
    return new SourceInventory(name, name.equals("crm") ? Kind.JDBC : Kind.CSV, read, found);
  }

  private void word(String source, String word) {
    int equals = word.indexOf('=');
    String place = equals < 0 ? word.substring(0, word.length() - 1) : word.substring(0, equals);
    int point = place.lastIndexOf('.');
    boolean column = point > 0 && !place.endsWith(".csv");
    String table = column ? place.substring(0, point) : place;
    if (word.endsWith("~")) {
      tables.putIfAbsent(table, new ArrayList<>());
      broken.add(table);
      gaps.add(new Gap(source, Optional.of(table), Optional.empty(), "broke off"));
    } else if (word.endsWith("!")) {
      gaps.add(
          new Gap(
              source,
              Optional.of(table),
              column ? Optional.of(place.substring(point + 1)) : Optional.empty(),
              "unread"));
    } else {
      tables
          .computeIfAbsent(table, name -> new ArrayList<>())
          .add(column(place.substring(point + 1), word.substring(equals + 1)));
    }
  }

  private static ColumnInventory column(String name, String entities) {
    List<EntityFinding> findings = new ArrayList<>();
    String[] parts = entities.split(",");
    for (int i = 1; i < parts.length; i++) {
      findings.add(
          new EntityFinding(
              parts[i], 1, 1, 1.0 / CELLS, 1, Optional.empty(), List.of("12********34")));
    }
    boolean classed = !parts[0].isEmpty() && !parts[0].equals("-");
    return new ColumnInventory(
        name,
        "VARCHAR",
        true,
        CELLS,
        CELLS,
        CELLS,
        classed ? Optional.of(parts[0]) : Optional.empty(),
        classed ? 0.5 : 0,
        findings,
        Optional.empty(),
        List.of(),
        new Explanation(Rule.NOTHING, Optional.empty(), Optional.empty()));
  }
}
