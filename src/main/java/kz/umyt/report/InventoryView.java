package kz.umyt.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.umyt.discover.Changes;
import kz.umyt.discover.FileEncoding;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.discover.ScanResult;
import kz.umyt.report.InventoryMap.Kind;
import kz.umyt.report.MappedColumn.MappedEntity;

/** One inventory in one language. Public for the templates only. */
public record InventoryView(
    Inventory inventory,
    PolicyCheck policyCheck,
    Optional<Changes> changes,
    InventoryMap map,
    InventoryTotals totals,
    List<Alarm> alarms,
    Wording say,
    Vocabulary words,
    ColumnReasons reasons) {

  /** From here on a class is called sure, and below the next line doubtful. */
  private static final double SURE = 0.8;

  private static final double DOUBTFUL = 0.5;

  /**
   * An entity that nobody may keep, or that must not lie open.
   *
   * @param remedy what to do at once, in the words of the recognizer file
   */
  public record Alarm(Kind kind, String remedy) {}

  static InventoryView of(
      ScanResult result, InventoryMap map, RecognizerNotes notes, Language language) {
    Messages messages = Messages.of(language);
    Wording say = new Wording(language, messages);
    Vocabulary words = new Vocabulary(messages, say);
    List<Alarm> alarms = new ArrayList<>();
    for (Kind kind : map.kinds()) {
      notes.alarm().apply(kind.entity()).ifPresent(text -> alarms.add(new Alarm(kind, text)));
    }
    return new InventoryView(
        result.inventory(),
        result.policyCheck(),
        result.changes(),
        map,
        InventoryTotals.of(result.inventory(), map),
        List.copyOf(alarms),
        say,
        words,
        new ColumnReasons(messages, say, words, notes));
  }

  /**
   * What is true of the whole, the worst first: {@code alarm}, {@code incomplete}, {@code
   * undeclared}, {@code unruled}; {@code clear} where none of them is.
   */
  public List<String> states() {
    List<String> states = new ArrayList<>();
    if (!alarms.isEmpty()) {
      states.add("alarm");
    }
    if (totals.gaps() > 0 || totals.parts() > 0) {
      states.add("incomplete");
    }
    if (totals.undeclared() > 0) {
      states.add("undeclared");
    }
    if (!withoutRule().isEmpty()) {
      states.add("unruled");
    }
    return states.isEmpty() ? List.of("clear") : List.copyOf(states);
  }

  /** Tables and files with personal data that no job has a target for. */
  public List<WithoutRule> withoutRule() {
    return policyCheck.withoutRule();
  }

  /** Whether the policy lists an entity that was not found. */
  public boolean isMissing(String entity) {
    return policyCheck.notFound().stream().anyMatch(one -> one.entity().equals(entity));
  }

  /**
   * A column whose values are no longer what they were.
   *
   * @param sentences what was done to them, and in how many cells
   */
  public record DamagedColumn(String source, String table, String column, List<String> sentences) {}

  /** The damaged columns, in the order of the map. */
  public List<DamagedColumn> damaged() {
    return map.sources().stream()
        .flatMap(
            source ->
                source.tables().stream()
                    .flatMap(
                        table ->
                            table.columns().stream()
                                .filter(column -> !column.column().damage().isEmpty())
                                .map(
                                    column ->
                                        new DamagedColumn(
                                            source.source().name(),
                                            table.table().name(),
                                            column.column().name(),
                                            reasons.damage(column)))))
        .toList();
  }

  /** Gaps, the widest first. */
  public List<Gap> gaps() {
    return inventory.gaps().stream().sorted(Comparator.comparing(InventoryView::width)).toList();
  }

  /** How much a gap leaves out: {@code source}, {@code table} or {@code column}. */
  public String level(Gap gap) {
    return switch (width(gap)) {
      case 0 -> "source";
      case 1 -> "table";
      default -> "column";
    };
  }

  private static int width(Gap gap) {
    return gap.table().isEmpty() ? 0 : gap.column().isEmpty() ? 1 : 2;
  }

  /** Entities that the policy does not list. */
  public List<Kind> undeclared() {
    return map.kinds().stream().filter(kind -> !kind.undeclared().isEmpty()).toList();
  }

  /** Entities in words, with commas. */
  public String named(List<String> entities) {
    return entities.stream().map(words::entity).collect(Collectors.joining(", "));
  }

  /** The class of a column in words, or that it has none. */
  public String named(Optional<String> entity) {
    return entity.map(words::entity).orElse(say.text("inventory.changes.none"));
  }

  /** In which encoding a file was read, and how sure that is. */
  public String encoding(FileEncoding encoding) {
    return encoding.confidence().isPresent()
        ? say.text(
            "inventory.encoding.found",
            encoding.name(),
            say.percent(encoding.confidence().getAsDouble()))
        : say.text("inventory.encoding.stated", encoding.name());
  }

  /** Confidence in a column's class, in words and as a percentage. */
  public String confidence(MappedColumn column) {
    double confidence = column.column().confidence();
    String word = confidence >= SURE ? "high" : confidence >= DOUBTFUL ? "middle" : "low";
    return say.text("inventory.confidence." + word, say.percent(confidence));
  }

  /** What to do about an alarm, in this language, where it has words for it. */
  public Optional<String> remedy(Alarm alarm) {
    return words.remedy(alarm.kind().entity());
  }

  /** Numbers of the column's entities among the kinds, separated by blanks, for the filter. */
  public String filter(MappedColumn column) {
    StringBuilder numbers = new StringBuilder();
    for (MappedEntity one : column.entities()) {
      numbers.append(numbers.isEmpty() ? "" : " ").append(indexOf(one.entity()));
    }
    return numbers.toString();
  }

  private int indexOf(String entity) {
    for (int i = 0; i < map.kinds().size(); i++) {
      if (map.kinds().get(i).entity().equals(entity)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such kind");
  }
}
