package kz.umyt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Changes.NotCompared;
import kz.umyt.discover.Changes.ScanTime;
import kz.umyt.discover.Changes.Seen;
import kz.umyt.discover.Changes.TableData;
import kz.umyt.discover.Place;

/** What is different since the last scan, in plain words. */
final class ChangeLines {

  private final Changes changes;

  ChangeLines(Changes changes) {
    this.changes = changes;
  }

  /** Personal data where there was none of its kind, and what only the last scan did not read. */
  List<String> news() {
    List<String> lines = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    for (TableData table : changes.newTables()) {
      if (!table.entities().isEmpty()) {
        tables.add("new table: " + table(table) + " holds " + join(table.entities()));
      }
    }
    lines.addAll(FirstLines.of(tables));
    add(
        changes.newColumns(),
        column -> "new: " + place(column.place()) + " holds " + join(column.entities()),
        lines);
    add(changes.newlySeen(), seen -> "newly seen: " + seen(seen), lines);
    notCompared(ScanTime.LAST, "the last scan did not read it, so it may be new", lines);
    return lines;
  }

  /** Everything else. */
  List<String> others() {
    List<String> lines = new ArrayList<>();
    add(
        changes.newTables().stream().filter(table -> table.entities().isEmpty()).toList(),
        table -> "new table: " + table(table) + ", without personal data",
        lines);
    add(
        changes.goneTables(),
        table ->
            "gone table: "
                + table(table)
                + (table.entities().isEmpty() ? "" : " held " + join(table.entities())),
        lines);
    add(
        changes.vanishedColumns(),
        column -> "vanished: " + place(column.place()) + " held " + join(column.entities()),
        lines);
    add(
        changes.changedClasses(),
        change ->
            "class changed: "
                + place(change.place())
                + " from "
                + change.from().orElse("none")
                + " to "
                + change.to().orElse("none"),
        lines);
    add(changes.noLongerSeen(), seen -> "no longer seen: " + seen(seen), lines);
    notCompared(ScanTime.THIS, "this scan did not read it", lines);
    return lines;
  }

  private static <T> void add(List<T> of, Function<T, String> words, List<String> to) {
    to.addAll(FirstLines.of(of.stream().map(words).toList()));
  }

  private void notCompared(ScanTime unreadBy, String why, List<String> to) {
    List<String> lines = new ArrayList<>();
    for (NotCompared place : changes.notCompared()) {
      if (place.unreadBy() == unreadBy) {
        lines.add(
            "not compared: "
                + place.source()
                + place.table().map(table -> ": " + table).orElse("")
                + place.column().map(column -> ", column " + column).orElse("")
                + ": "
                + why);
      }
    }
    to.addAll(FirstLines.of(lines));
  }

  private static String seen(Seen seen) {
    return seen.entity() + " in " + place(seen.place());
  }

  private static String table(TableData table) {
    return table.source() + ": " + table.table();
  }

  static String place(Place place) {
    return place.source() + ": " + place.table() + ", column " + place.column();
  }

  private static String join(List<String> entities) {
    return String.join(", ", entities);
  }
}
