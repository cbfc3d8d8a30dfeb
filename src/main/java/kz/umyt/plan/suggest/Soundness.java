package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Clock;

/**
 * How many rows a clock column could decide.
 *
 * @param share of them, 0 to 1; lower where much is empty, nonsense or still to come
 * @param doubts in words
 */
record Soundness(double share, List<String> doubts) {

  /** Below this share something is said about it. */
  private static final double NOTABLE = 0.01;

  /** Nothing is left of a column without a date, but the name may still be right. */
  private static final double LEAST = 0.3;

  static Soundness of(ColumnFacts column, TableInventory table, Clock event) {
    List<String> doubts = new ArrayList<>();
    long rows = table.scanned();
    if (rows == 0) {
      return new Soundness(1, doubts);
    }
    double good = 1;
    String name = column.name();
    double empty = Math.max(0, rows - column.filled()) / (double) rows;
    if (column.filled() == 0) {
      doubts.add(name + " is empty in every row");
      good = 0;
    } else if (!event.mayNeverCome() && empty >= NOTABLE) {
      doubts.add(
          name + " is empty in " + percent(empty) + " of the rows: undecidable, and never touched");
      good -= empty;
    }
    double unreadable = column.notDates() / (double) rows;
    if (unreadable >= NOTABLE) {
      doubts.add(name + " holds no date in " + percent(unreadable) + " of the rows: undecidable");
      good -= unreadable;
    }
    double nonsense = column.sentinels() / (double) rows;
    if (nonsense >= NOTABLE) {
      doubts.add(
          name
              + " is a stand-in such as 1900-01-01 in "
              + percent(nonsense)
              + " of the rows: undecidable");
      good -= nonsense;
    }
    double ahead = column.future() / (double) rows;
    if (ahead >= NOTABLE && !event.mayNeverCome()) {
      doubts.add(name + " lies ahead in " + percent(ahead) + " of the rows: undecidable");
      good -= 2 * ahead;
    }
    return new Soundness(Math.max(LEAST, good), List.copyOf(doubts));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%d %%", Math.round(share * 100));
  }
}
