package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Action;
import kz.umyt.settings.OperatorSpec;

/**
 * What can be done with due rows of a table.
 *
 * @param columns empty for {@link Action#DESTROY}
 * @param waits why it cannot be done; empty where it can
 */
record ActionChoice(Reasoned<Action> action, List<SuggestedColumn> columns, List<String> waits) {

  ActionChoice {
    columns = List.copyOf(columns);
    waits = List.copyOf(waits);
  }

  /** Of what a policy allows, the action that is possible; else the one that is allowed first. */
  static ActionChoice of(
      TableInventory table, Kind kind, KeyPaths paths, Set<Action> allowed, boolean overChildren) {
    Changes changes = Changes.of(table, kind, paths);
    Set<String> cascading = kind == Kind.CSV ? Set.of() : paths.cascadesFrom(table);
    boolean parent = kind == Kind.JDBC && paths.isReferenced(table);
    boolean anonymize = allowed.contains(Action.ANONYMIZE) && changes.obstacles().isEmpty();
    boolean destroy = allowed.contains(Action.DESTROY);
    if (anonymize && (!destroy || parent || overChildren)) {
      return new ActionChoice(anonymize(allowed, parent), changes.columns(), List.of());
    }
    if (destroy) {
      return new ActionChoice(destroy(allowed, parent, cascading, anonymize), List.of(), List.of());
    }
    return new ActionChoice(
        new Reasoned<>(Action.ANONYMIZE, "", List.of()), changes.columns(), changes.obstacles());
  }

  private static Reasoned<Action> anonymize(Set<Action> allowed, boolean parent) {
    String why =
        parent ? "the row stays, since other tables point to it" : "the row stays, the person goes";
    return allowed.contains(Action.DESTROY)
        ? new Reasoned<>(Action.ANONYMIZE, why + "; the rule allows destroy, too", List.of())
        : new Reasoned<>(Action.ANONYMIZE, "all that the rule allows", List.of());
  }

  private static Reasoned<Action> destroy(
      Set<Action> allowed, boolean parent, Set<String> cascading, boolean other) {
    List<String> decide = new ArrayList<>();
    if (parent) {
      decide.add(
          "rows of other tables point here; due rows wait for those that a target destroys in their"
              + " own time, and fail where no target ever does");
    }
    if (!cascading.isEmpty()) {
      decide.add(
          "rows of "
              + String.join(", ", new TreeSet<>(cascading))
              + " may go along, or lose their reference (ON DELETE), if you name their tables:"
              + " cascades: [...]");
    }
    if (allowed.size() == 1) {
      return new Reasoned<>(Action.DESTROY, "all that the rule allows", decide);
    }
    return new Reasoned<>(
        Action.DESTROY,
        other ? "the rule allows anonymize, too" : "not every personal column can be anonymized",
        decide);
  }

  /**
   * What would happen to each personal column.
   *
   * @param obstacles why it cannot
   */
  private record Changes(List<SuggestedColumn> columns, List<String> obstacles) {

    static Changes of(TableInventory table, Kind kind, KeyPaths paths) {
      List<SuggestedColumn> columns = new ArrayList<>();
      List<String> obstacles = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (ColumnFacts column : ColumnFacts.of(table, kind)) {
        if (column.isPersonal()) {
          Optional<SuggestedColumn> change = OperatorChoice.of(column);
          change.ifPresent(columns::add);
          obstacle(column, change, table, kind, paths).ifPresent(obstacles::add);
          if (!names.add(kind == Kind.CSV ? column.name() : column.folded())) {
            obstacles.add("two of its columns are named " + column.name());
          }
        }
      }
      if (columns.stream().allMatch(column -> column.operator() instanceof OperatorSpec.Keep)) {
        obstacles.add("no column is left that anonymizing would change");
      }
      return new Changes(columns, obstacles);
    }

    private static Optional<String> obstacle(
        ColumnFacts column,
        Optional<SuggestedColumn> change,
        TableInventory table,
        Kind kind,
        KeyPaths paths) {
      if (change.isEmpty()) {
        return Optional.of(
            "column " + column.name() + " holds personal data, and no operator suits its type");
      }
      if (!column.hasName()) {
        return Optional.of("column " + column.name() + " has no name that a job could say");
      }
      boolean kept = change.get().operator() instanceof OperatorSpec.Keep;
      return kind == Kind.JDBC && !kept && paths.isKey(table, column.name())
          ? Optional.of("column " + column.name() + " is part of a key, which cannot be anonymized")
          : Optional.empty();
    }
  }
}
