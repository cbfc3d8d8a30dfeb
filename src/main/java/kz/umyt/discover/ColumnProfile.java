package kz.umyt.discover;

import com.dynatrace.hash4j.hashing.HashStream64;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.recognize.Finding;
import kz.umyt.recognize.text.Characters;
import org.jspecify.annotations.Nullable;

/** Takes the cells of one column and keeps counts and masked samples, never a value. */
final class ColumnProfile {

  private static final int WINDOW = 1 << 20;
  private static final int MARGIN = 1 << 11;

  private final Recognition recognition;
  private final ColumnHead head;
  private final Optional<String> named;
  private final Map<String, EntityTally> tallies = new HashMap<>();
  private final Map<String, EntityTally> restored = new HashMap<>();
  private final DistinctCounter distinct = new DistinctCounter();
  private final DateTally dates;
  private final Map<Damage.Kind, Long> damage = new EnumMap<>(Damage.Kind.class);
  private @Nullable LongText longText;
  private long nonNull;
  private long filled;
  private long shortNumbers;

  /** A column without cells. */
  ColumnProfile(Recognition recognition, ColumnHead head) {
    this.recognition = recognition;
    this.head = head;
    this.named = recognition.entityOfColumn(head.name());
    this.dates = new DateTally(recognition.today(), head.isDate());
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
    damage(text);
    dates.add(text);
    long hash = recognition.hash().of(text);
    end(hash);
    misses(text, hash);
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
    boolean[] garbled = {false};
    HashStream64 hash = recognition.hash().parts();
    if (longText == null) {
      longText = new LongText(WINDOW, MARGIN);
    }
    longText.read(
        cell,
        (text, after, until) -> {
          blank[0] &= text.isBlank();
          garbled[0] |= DamageSigns.isMojibake(text);
          hash.putChars(CharBuffer.wrap(text, after == 0 ? 0 : 2 * MARGIN, text.length()));
          take(text, after, until);
        });
    if (blank[0]) {
      filled--;
      return;
    }
    if (garbled[0]) {
      damage.merge(Damage.Kind.MOJIBAKE, 1L, Long::sum);
    }
    end(hash.getAsLong());
  }

  private void take(String text, int after, int until) {
    for (Finding finding : recognition.findings(text, head.name())) {
      if (finding.end() > after && finding.end() <= until) {
        count(text, finding);
      }
    }
    if (!head.isNumber()) {
      JsonEscapes.read(text).ifPresent(escapes -> takeRead(escapes, after, until));
    }
  }

  private void takeRead(JsonEscapes read, int after, int until) {
    for (Finding finding : recognition.findings(read.text(), head.name())) {
      int end = read.originOf(finding.end());
      if (end > after && end <= until) {
        count(read.text(), finding);
      }
    }
  }

  /** The zeros are our guess: only a check digit over all twelve digits makes it a finding. */
  private void takeRestored(String digits) {
    shortNumbers++;
    for (Finding finding : recognition.findings(digits, head.name())) {
      boolean whole = finding.start() == 0 && finding.end() == NumberText.FULL;
      boolean expected = head.isNumber() || named.filter(finding.entity()::equals).isPresent();
      if (whole && expected && finding.validated()) {
        if (named.isPresent()) {
          count(digits, finding);
          damage.merge(Damage.Kind.LOST_ZEROS, 1L, Long::sum);
        } else {
          count(restored.computeIfAbsent(finding.entity(), EntityTally::new), digits, finding);
        }
      }
    }
  }

  private void count(String text, Finding finding) {
    count(tally(finding.entity()), text, finding);
  }

  private void count(EntityTally tally, String text, Finding finding) {
    tally.add(filled, finding.validated());
    if (tally.needsEvidence()) {
      tally.addEvidence(text.substring(finding.start(), finding.end()));
    }
  }

  private EntityTally tally(String entity) {
    EntityTally known = tallies.get(entity);
    return known != null ? known : tallies.computeIfAbsent(entity, EntityTally::new);
  }

  private void damage(String text) {
    if (!head.isNumber() && DamageSigns.isScientific(text)) {
      damage.merge(Damage.Kind.SCIENTIFIC, 1L, Long::sum);
    } else if (DamageSigns.isMojibake(text)) {
      damage.merge(Damage.Kind.MOJIBAKE, 1L, Long::sum);
    }
  }

  private void end(long hash) {
    distinct.add(hash);
    for (EntityTally tally : tallies.values()) {
      tally.end(filled, hash);
    }
    for (EntityTally tally : restored.values()) {
      tally.end(filled, hash);
    }
  }

  /** Counts a number that is no identifier, but for its last digit would be one. */
  private void misses(String text, long hash) {
    int length = text.length();
    if (length < Recognition.SHORTEST_CHECKED || length > Recognition.LONGEST_CHECKED) {
      return;
    }
    String digits =
        head.isNumber() && length < NumberText.FULL ? NumberText.restored(text).orElse(text) : text;
    if (!Characters.isOfDigits(digits, 0, digits.length())) {
      return;
    }
    for (String entity : recognition.checkedEntities()) {
      if (!isValidated(tallies.get(entity))
          && recognition.isRightButForItsCheckDigit(entity, digits)) {
        EntityTally tally = tally(entity);
        if (!isValidated(restored.get(entity))) {
          tally.miss(hash);
        }
      }
    }
  }

  private boolean isValidated(@Nullable EntityTally tally) {
    return tally != null && tally.isValidatedIn(filled);
  }

  /** What was counted so far. */
  ColumnCounts counts() {
    return new ColumnCounts(
        nonNull,
        filled,
        distinct.count(),
        counts(tallies),
        dates.counts(),
        damage,
        counts(restored),
        shortNumbers);
  }

  private static SortedMap<String, EntityCounts> counts(Map<String, EntityTally> tallies) {
    SortedMap<String, EntityCounts> entities = new TreeMap<>();
    tallies.forEach((entity, tally) -> entities.put(entity, tally.counts()));
    return entities;
  }

  /** The same, with what was known before. */
  CountedColumn counted(UnreadValues unread) {
    return new CountedColumn(head, counts(), unread);
  }

  /** What the inventory says of it so far. */
  ColumnInventory result() {
    return counted(UnreadValues.NONE).inventory(recognition);
  }
}
