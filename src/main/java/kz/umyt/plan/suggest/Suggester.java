package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;

/** Proposes a job for all personal data of an inventory under one policy. */
public final class Suggester {

  /** As much as somebody would notice in time: a share of the rows, rounded up. */
  private static final int MAX_SHARE = 10;

  private static final long LEAST_ROWS = 100;

  private final Policy policy;
  private final Map<String, Source> sources;
  private final Set<String> entities;

  /**
   * A suggester.
   *
   * @param sources that a job can name
   * @param entities that a job can name
   */
  public Suggester(Policy policy, Map<String, Source> sources, Set<String> entities) {
    this.policy = policy;
    this.sources = Map.copyOf(sources);
    this.entities = Set.copyOf(entities);
  }

  /**
   * A job that plans at once; what cannot be planned without a decision waits in it.
   *
   * @param job its name
   */
  public Suggestion suggest(Inventory inventory, String job) {
    List<SuggestedTarget> targets = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      inventory.sources().stream()
          .filter(source -> source.kind() == kind)
          .forEach(source -> targets.addAll(targets(source, inventory)));
    }
    return new Suggestion(
        job,
        policy,
        inventory.job(),
        inventory.finished(),
        targets,
        limits(inventory),
        remarks(inventory));
  }

  private List<SuggestedTarget> targets(SourceInventory source, Inventory inventory) {
    Map<String, TableInventory> tables = new HashMap<>();
    source.tables().forEach(table -> tables.put(table.name(), table));
    TargetMaker maker = new TargetMaker(policy, source, inventory);
    Optional<String> trouble = trouble(source);
    List<Draft> drafts =
        source.tables().stream()
            .filter(table -> isPersonal(table, source))
            .map(maker::make)
            .map(draft -> draft.naming(entities))
            .map(draft -> trouble.map(draft::waiting).orElse(draft))
            .toList();
    if (source.kind() == Kind.CSV) {
      return FilePatterns.merged(drafts, names(source, inventory));
    }
    return new TargetSequence(tables).of(drafts).stream().map(Draft::target).toList();
  }

  private static boolean isPersonal(TableInventory table, SourceInventory source) {
    return !ColumnFacts.entities(table, source.kind()).isEmpty();
  }

  private Optional<String> trouble(SourceInventory source) {
    Source known = sources.get(source.name());
    if (known == null) {
      return Optional.of("there is no source '" + source.name() + "' in sources.yaml");
    }
    return known instanceof Source.Jdbc == (source.kind() == Kind.JDBC)
        ? Optional.empty()
        : Optional.of(
            "source '" + source.name() + "' is of another kind in sources.yaml than it was");
  }

  private static List<String> names(SourceInventory source, Inventory inventory) {
    return Stream.concat(
            source.tables().stream().map(TableInventory::name),
            inventory.gaps().stream()
                .filter(gap -> gap.source().equals(source.name()))
                .flatMap(gap -> gap.table().stream()))
        .toList();
  }

  private static Suggestion.Limits limits(Inventory inventory) {
    long rows =
        inventory.sources().stream()
            .flatMap(source -> source.tables().stream().filter(table -> isPersonal(table, source)))
            .mapToLong(TableInventory::scanned)
            .sum();
    return new Suggestion.Limits(Math.max(LEAST_ROWS, rows / MAX_SHARE), MAX_SHARE);
  }

  private static List<String> remarks(Inventory inventory) {
    List<String> remarks = new ArrayList<>();
    for (SourceInventory source : inventory.sources()) {
      List<String> without =
          source.tables().stream()
              .filter(table -> !isPersonal(table, source))
              .map(TableInventory::name)
              .toList();
      if (!without.isEmpty()) {
        remarks.add(
            "without personal data, so without a target: "
                + source.name()
                + ": "
                + String.join(", ", without));
      }
    }
    long parts =
        inventory.sources().stream()
            .flatMap(source -> source.tables().stream())
            .filter(table -> !table.whole())
            .count();
    if (parts > 0) {
      remarks.add(
          "decide: of "
              + parts
              + " tables and files only a part was read (a sample, or reading broke off): personal"
              + " data in the rest, and more kinds of it, may be missing here; scan them whole");
    }
    List<String> unread =
        inventory.gaps().stream().map(Suggester::place).distinct().sorted().toList();
    if (!unread.isEmpty()) {
      remarks.add(
          "decide: not or not wholly read, so this job may miss something: "
              + String.join(", ", unread));
    }
    return List.copyOf(remarks);
  }

  private static String place(Gap gap) {
    return gap.source()
        + gap.table().map(table -> ": " + table).orElse("")
        + gap.column().map(column -> " (" + column + ")").orElse("");
  }
}
