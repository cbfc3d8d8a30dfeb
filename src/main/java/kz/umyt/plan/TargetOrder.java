package kz.umyt.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.settings.Action;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.ForeignKey;

/**
 * The order in which targets are carried out. Children go before their parents, and whatever a
 * target's decision is read from goes after that target: a clock or a subject is read before it is
 * destroyed.
 */
final class TargetOrder {
  private TargetOrder() {}

  /**
   * Files whose clocks are read from tables, then tables in a right order (as written where nothing
   * forbids it), then the other files.
   */
  static List<BoundTarget> of(List<BoundTarget> targets) {
    List<BoundTable> tables = new ArrayList<>();
    List<BoundTarget> readers = new ArrayList<>();
    List<BoundTarget> files = new ArrayList<>();
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table) {
        tables.add(table);
      } else if (target instanceof BoundFiles some
          && some.subjects().stream().anyMatch(Optional::isPresent)) {
        readers.add(target);
      } else {
        files.add(target);
      }
    }
    Set<BoundTable> ordered = new LinkedHashSet<>();
    while (ordered.size() < tables.size()) {
      BoundTable next =
          Stream.of(Strictness.values())
              .flatMap(strictness -> next(tables, ordered, strictness).stream())
              .findFirst()
              .orElseThrow(() -> contradiction(tables, ordered));
      ordered.add(next);
    }
    List<BoundTarget> all = new ArrayList<>(readers);
    all.addAll(ordered);
    all.addAll(files);
    return List.copyOf(all);
  }

  /** Which foreign keys are looked at: within a circle no order suits all of them. */
  private enum Strictness {
    ALL,
    /** Not those of a circle that rows can let go of. */
    CLOSED,
    /** None of a circle. */
    OUTSIDE
  }

  private static Optional<BoundTable> next(
      List<BoundTable> tables, Set<BoundTable> ordered, Strictness strictness) {
    return tables.stream()
        .filter(table -> !ordered.contains(table))
        .filter(
            table ->
                tables.stream()
                    .filter(other -> !other.equals(table) && !ordered.contains(other))
                    .noneMatch(other -> mustPrecede(other, table, tables, strictness)))
        .findFirst();
  }

  private static boolean mustPrecede(
      BoundTable first, BoundTable second, List<BoundTable> all, Strictness strictness) {
    if (!first.spec().source().value().equals(second.spec().source().value())) {
      return false;
    }
    // Where children must go first, the days of those that go are kept for their parents' clocks.
    boolean mustRead =
        readsWhatGoes(first, second)
            && !(first.keepsDaysOf(second) && isChild(second, first, all, Strictness.ALL));
    return mustRead
        || isChild(first, second, all, strictness)
        || (strictness == Strictness.ALL && takesWhatKeeps(first, second));
  }

  /** Rows that go along with those of one target may keep rows of another. */
  private static boolean takesWhatKeeps(BoundTable taker, BoundTable kept) {
    return kept.spec().action() == Action.DESTROY
        && kept.table().referencedBy().stream()
            .map(ForeignKey::child)
            .anyMatch(
                child ->
                    taker.ties().taken().contains(child) && !kept.ties().taken().contains(child));
  }

  private static boolean readsWhatGoes(BoundTable reader, BoundTable changer) {
    return reader.reads().stream()
        .filter(read -> read.table().equals(changer.table().name()))
        .anyMatch(
            read ->
                changer.spec().action() == Action.DESTROY
                    || changer.spec().columns().stream()
                        .anyMatch(
                            rule ->
                                changer
                                    .table()
                                    .column(rule.column())
                                    .name()
                                    .equals(read.column())));
  }

  private static boolean isChild(
      BoundTable child, BoundTable parent, List<BoundTable> all, Strictness strictness) {
    Circles circle = Circles.around(parent, all);
    List<ForeignKey> passed =
        switch (strictness) {
          case ALL -> List.of();
          case CLOSED -> circle.open();
          case OUTSIDE -> circle.keys();
        };
    return parent.spec().action() == Action.DESTROY
        && !child.table().name().equals(parent.table().name())
        && child.spec().action() == Action.DESTROY
        && child.table().references().stream()
            .filter(key -> !passed.contains(key))
            .anyMatch(
                key ->
                    key.parent().equals(parent.table().name())
                        || parent.ties().taken().contains(key.parent()));
  }

  private static SettingsException contradiction(List<BoundTable> all, Set<BoundTable> ordered) {
    List<String> left =
        all.stream().filter(table -> !ordered.contains(table)).map(BoundTable::id).toList();
    return new SettingsException(
        all.stream()
            .filter(table -> !ordered.contains(table))
            .findFirst()
            .orElseThrow()
            .spec()
            .at(),
        "these targets cannot be put in order, because each one's clock, hold or foreign key needs"
            + " another of them first: "
            + String.join(", ", left)
            + "; give one of them a clock of its own");
  }
}
