package kz.umyt.discover;

import java.io.IOException;
import java.io.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.recognize.Finding;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one column and keeps counts and masked samples, never a value. */
final class ColumnProfile {

  private static final int WINDOW = 1 << 20;
  private static final int MARGIN = 1 << 11;

  private final Recognition recognition;
  private final ColumnHead head;
  private final Optional<String> named;
  private final Map<String, EntityTally> tallies = new TreeMap<>();
  private @Nullable LongText longText;
  private long nonNull;
  private long filled;

  /** A column without cells. */
  ColumnProfile(Recognition recognition, ColumnHead head) {
    this.recognition = recognition;
    this.head = head;
    this.named = recognition.entityOfColumn(head.name());
  }

  /** Takes a cell; null is NULL. */
  void add(@Nullable String cell) {
    if (cell == null) {
      return;
    }
    nonNull++;
    if (cell.isBlank()) {
      return;
    }
    filled++;
    String text = head.isNumber() ? NumberText.plain(cell) : cell;
    take(text, 0, text.length());
    // A spreadsheet loses zeros too, but most numbers in a file are none that ever had them.
    if (head.isNumber() || named.isPresent()) {
      NumberText.restored(text).ifPresent(this::takeRestored);
    }
  }

  /** Takes a cell of any length; null is NULL. */
  void add(@Nullable Reader cell) throws IOException {
    if (cell == null) {
      return;
    }
    nonNull++;
    // Counted first, so that every piece belongs to the same cell.
    filled++;
    boolean[] blank = {true};
    if (longText == null) {
      longText = new LongText(WINDOW, MARGIN);
    }
    longText.read(
        cell,
        (text, after, until) -> {
          blank[0] &= text.isBlank();
          take(text, after, until);
        });
    if (blank[0]) {
      filled--;
    }
  }

  private void take(String text, int after, int until) {
    for (Finding finding : recognition.findings(text, head.name())) {
      if (finding.end() > after && finding.end() <= until) {
        count(text, finding);
      }
    }
  }

  /** The zeros are our guess: only a check digit over all twelve digits makes it a finding. */
  private void takeRestored(String digits) {
    for (Finding finding : recognition.findings(digits, head.name())) {
      boolean whole = finding.start() == 0 && finding.end() == NumberText.FULL;
      boolean expected = head.isNumber() || named.filter(finding.entity()::equals).isPresent();
      if (whole && expected && finding.validated()) {
        count(digits, finding);
      }
    }
  }

  private void count(String text, Finding finding) {
    tallies
        .computeIfAbsent(finding.entity(), EntityTally::new)
        .add(filled, finding.validated(), text.substring(finding.start(), finding.end()));
  }

  /** What was seen so far. */
  ColumnInventory result() {
    Classification decided = Classification.of(filled, tallies.values(), named, recognition);
    List<EntityFinding> findings =
        tallies.values().stream()
            .map(tally -> tally.finding(filled))
            .sorted(Comparator.comparingLong(EntityFinding::cells).reversed())
            .toList();
    return new ColumnInventory(
        head.name(),
        head.type(),
        head.nullable(),
        nonNull,
        filled,
        0,
        decided.entity(),
        decided.confidence(),
        findings,
        Optional.empty(),
        List.of(),
        new Explanation(decided.rule(), named, Optional.empty()));
  }
}
