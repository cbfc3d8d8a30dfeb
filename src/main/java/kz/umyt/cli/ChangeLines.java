package kz.umyt.cli;

import java.util.ArrayList;
import java.util.List;
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
    for (TableData table : changes.newTables()) {
      if (!table.entities().isEmpty()) {
        lines.add("new table: " + table(table) + " holds " + join(table.entities()));
      }
    }
    changes
        .newColumns()
        .forEach(
            column ->
                lines.add("new: " + place(column.place()) + " holds " + join(column.entities())));
    changes.newlySeen().forEach(seen -> lines.add("newly seen: " + seen(seen)));
    notCompared(ScanTime.LAST, "the last scan did not read it, so it may be new", lines);
    return lines;
  }

  /** Everything else. */
  List<String> others() {
    List<String> lines = new ArrayList<>();
    for (TableData table : changes.newTables()) {
      if (table.entities().isEmpty()) {
        lines.add("new table: " + table(table) + ", without personal data");
      }
    }
    for (TableData table : changes.goneTables()) {
      lines.add(
          "gone table: "
              + table(table)
              + (table.entities().isEmpty() ? "" : " held " + join(table.entities())));
    }
    changes
        .vanishedColumns()
        .forEach(
            column ->
                lines.add(
                    "vanished: " + place(column.place()) + " held " + join(column.entities())));
    changes
        .changedClasses()
        .forEach(
            change ->
                lines.add(
                    "class changed: "
                        + place(change.place())
                        + " from "
                        + change.from().orElse("none")
                        + " to "
                        + change.to().orElse("none")));
    changes.noLongerSeen().forEach(seen -> lines.add("no longer seen: " + seen(seen)));
    notCompared(ScanTime.THIS, "this scan did not read it", lines);
    return lines;
  }

  private void notCompared(ScanTime unreadBy, String why, List<String> to) {
    for (NotCompared place : changes.notCompared()) {
      if (place.unreadBy() == unreadBy) {
        to.add(
            "not compared: "
                + place.source()
                + place.table().map(table -> ": " + table).orElse("")
                + place.column().map(column -> ", column " + column).orElse("")
                + ": "
                + why);
      }
    }
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
