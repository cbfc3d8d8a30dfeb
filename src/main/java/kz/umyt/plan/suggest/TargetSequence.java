package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.plan.suggest.ClockCandidate.Read;
import kz.umyt.settings.Action;

/**
 * Children before their parents, and whatever reads a clock or subject before that is destroyed or
 * changed. Where this goes round in a circle, a plan would refuse all of it, so one target waits.
 */
final class TargetSequence {

  private final Map<String, TableInventory> tables;

  /**
   * A sequence for one database.
   *
   * @param tables by name
   */
  TargetSequence(Map<String, TableInventory> tables) {
    this.tables = Map.copyOf(tables);
  }

  /** In order, as given where nothing forbids it. */
  List<Draft> of(List<Draft> drafts) {
    List<Draft> rest = new ArrayList<>(drafts);
    List<Draft> ordered = new ArrayList<>();
    while (!rest.isEmpty()) {
      Optional<Draft> next =
          rest.stream().filter(draft -> first(draft, rest).isEmpty()).findFirst();
      if (next.isPresent()) {
        ordered.add(next.get());
        rest.remove(next.get());
      } else {
        List<Draft> circle = circle(rest);
        Draft waits = circle.get(0);
        rest.set(rest.indexOf(waits), waits.waiting(told(circle)));
      }
    }
    return List.copyOf(ordered);
  }

  /** Some target that must go before this one. */
  private Optional<Draft> first(Draft draft, List<Draft> others) {
    return others.stream()
        .filter(other -> !other.name().equals(draft.name()))
        .filter(other -> mustPrecede(other, draft))
        .findFirst();
  }

  /** Followed from one to what must precede it, until one comes again. */
  private List<Draft> circle(List<Draft> rest) {
    List<Draft> path = new ArrayList<>();
    Draft at =
        rest.stream()
            .filter(draft -> draft.target().isReady())
            .findFirst()
            .orElseThrow(IllegalStateException::new);
    while (!path.contains(at)) {
      path.add(at);
      at = first(at, rest).orElseThrow(IllegalStateException::new);
    }
    return path.subList(path.indexOf(at), path.size());
  }

  private static String told(List<Draft> circle) {
    List<String> names =
        new ArrayList<>(circle.stream().map(draft -> draft.target().place()).toList());
    names.add(names.get(0));
    return "its foreign keys or clocks go round in a circle ("
        + String.join(" after ", names)
        + "), so that no order is right; give one of these tables a clock of its own, or anonymize"
        + " it";
  }

  private boolean mustPrecede(Draft one, Draft other) {
    return one.target().isReady()
        && other.target().isReady()
        && (readsWhatGoes(one, other) || isChild(one, other));
  }

  private static boolean readsWhatGoes(Draft reader, Draft changer) {
    return reader.reads().stream().anyMatch(read -> isGoing(read, changer));
  }

  private static boolean isGoing(Read read, Draft changer) {
    boolean destroyed = changer.target().action().value() == Action.DESTROY;
    boolean last = read.tables().get(read.tables().size() - 1).equals(changer.name());
    return destroyed
        ? read.tables().contains(changer.name())
        : last
            && changer.target().columns().stream()
                .anyMatch(column -> column.column().equals(read.column()));
  }

  private boolean isChild(Draft child, Draft parent) {
    TableInventory table = tables.get(child.name());
    return table != null
        && child.target().action().value() == Action.DESTROY
        && parent.target().action().value() == Action.DESTROY
        && table.references().stream().anyMatch(key -> key.table().equals(parent.name()));
  }
}
