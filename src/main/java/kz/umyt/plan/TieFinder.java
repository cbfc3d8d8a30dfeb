package kz.umyt.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kz.umyt.settings.Action;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/** Finds what has to be done with rows that point to those which a target destroys. */
final class TieFinder {

  private final List<BoundTable> all;
  private final boolean hasHolds;
  private final BiFunction<BoundTable, String, BoundTable> guests;

  /**
   * A finder for the targets of one job.
   *
   * @param hasHolds whether the job has a register of holds
   * @param guests binds a target once more, to be asked beside another: its registers lie under
   *     names with the given suffix
   */
  TieFinder(
      List<BoundTable> all, boolean hasHolds, BiFunction<BoundTable, String, BoundTable> guests) {
    this.all = List.copyOf(all);
    this.hasHolds = hasHolds;
    this.guests = guests;
  }

  /** The same target with its ties. */
  BoundTable tied(BoundTable target) {
    if (target.spec().action() != Action.DESTROY) {
      return target;
    }
    PartColumns.require(target.spec().at(), target.table());
    Circles circle = Circles.around(target, all);
    List<ForeignKey> open = circle.open();
    List<ForeignKey> keys = open.isEmpty() ? List.of() : circle.keys();
    List<Ties.Link> links = new ArrayList<>();
    for (ForeignKey key : keys) {
      List<BoundTable> children = new ArrayList<>();
      for (BoundTable child : circle.targetsOf(key.child())) {
        if (!child.equals(target) && child.confirmed()) {
          String suffix = "_g" + all.indexOf(child);
          children.add(guests.apply(child, suffix).with(ties(child, suffix, keys, List.of())));
        }
      }
      links.add(
          new Ties.Link(
              key,
              circle.targetsOf(key.child()).get(0).table(),
              open.contains(key),
              key.child().equals(target.table().name()),
              children));
    }
    Ties ties = ties(target, "", keys, links).with(circle.remarks());
    ties = ties.over(covered(target, ties));
    return target.with(open.isEmpty() ? ties.without(circle.names()) : ties);
  }

  /** Targets whose rows point to rows of a target, or to rows of such a table, and so on. */
  private List<BoundTable> covered(BoundTable target, Ties ties) {
    Set<TableName> reached = new HashSet<>(ties.taken());
    reached.add(target.table().name());
    List<BoundTable> covered = new ArrayList<>();
    boolean grows = true;
    while (grows) {
      grows = false;
      for (BoundTable other : all) {
        if (!other.equals(target)
            && sameSource(other, target)
            && other.spec().action() == Action.DESTROY
            && !covered.contains(other)
            && (reached.contains(other.table().name())
                || other.table().references().stream()
                    .anyMatch(key -> reached.contains(key.parent())))) {
          covered.add(other);
          reached.add(other.table().name());
          grows = true;
        }
      }
    }
    return covered.stream().map(other -> guests.apply(other, "_g" + all.indexOf(other))).toList();
  }

  private Ties ties(
      BoundTable target, String suffix, List<ForeignKey> circle, List<Ties.Link> links) {
    Search search = new Search(target, leave(target), suffix);
    List<ForeignKey> keepers = new ArrayList<>();
    List<Ties.Cascade> cascades =
        search.below(target.table(), List.of(target.table().name()), List.of(), keepers);
    target.spec().cascades().stream()
        .filter(written -> search.used.stream().noneMatch(used -> isMeant(written, used)))
        .findFirst()
        .ifPresent(written -> refuseVain(written, target));
    keepers.removeAll(circle);
    return new Ties(cascades, links, keepers, destroyed(target), false, List.of(), List.of());
  }

  private Set<TableName> destroyed(BoundTable target) {
    return all.stream()
        .filter(other -> sameSource(other, target) && other.spec().action() == Action.DESTROY)
        .map(other -> other.table().name())
        .collect(Collectors.toSet());
  }

  private static Set<TableName> leave(BoundTable target) {
    Set<TableName> leave = new HashSet<>();
    for (Located<String> written : target.spec().cascades()) {
      TableName name = target.database().table(written).name();
      if (name.equals(target.table().name())) {
        throw new SettingsException(
            written.at(),
            "rows of table "
                + name
                + " are this target's own: each goes by its own term, and none for another's sake");
      }
      leave.add(name);
    }
    return leave;
  }

  private static boolean isMeant(Located<String> written, TableName table) {
    return !TableName.meant(written.value(), List.of(table)).isEmpty();
  }

  private static void refuseVain(Located<String> written, BoundTable target) {
    throw new SettingsException(
        written.at(),
        "no foreign key with ON DELETE CASCADE, SET NULL or SET DEFAULT, and none of 'references',"
            + " leads from table "
            + written
            + " to table "
            + target.table().name()
            + " or to one that is named beside it; remove it, and destroy those rows by a target of"
            + " their own");
  }

  /** One walk down the foreign keys from a target. */
  private final class Search {
    private final BoundTable target;
    private final Set<TableName> leave;
    private final Set<TableName> used = new HashSet<>();
    private final String suffix;
    private int registers;

    Search(BoundTable target, Set<TableName> leave, String suffix) {
      this.suffix = suffix;
      this.target = target;
      this.leave = leave;
    }

    /**
     * What may be taken along with rows of a table.
     *
     * @param path the tables down to that one
     * @param back takes up keys by which the target's rows point to that table
     * @param keepers takes up all others
     */
    List<Ties.Cascade> below(
        Table table, List<TableName> path, List<ForeignKey> back, List<ForeignKey> keepers) {
      List<Ties.Cascade> found = new ArrayList<>();
      for (ForeignKey key : table.referencedBy()) {
        boolean reacts = key.onDelete() != ForeignKey.OnDelete.RESTRICT;
        if (reacts && leave.contains(key.child())) {
          used.add(key.child());
        }
        boolean isWalked =
            path.stream().anyMatch(name -> name.name().equalsIgnoreCase(key.child().name()));
        if (path.size() > 1 && key.child().equals(target.table().name()) && mayLetGo(target, key)) {
          back.add(key);
        } else if (reacts && leave.contains(key.child()) && !isWalked && !isTarget(key.child())) {
          found.add(cascade(key, path));
        } else {
          keepers.add(key);
        }
      }
      return found;
    }

    private Ties.Cascade cascade(ForeignKey key, List<TableName> path) {
      Table child = target.database().table(key.child());
      PartColumns.require(target.spec().at(), child);
      Optional<RegisterConditions> named =
          hasHolds
              ? Optional.of(
                  new RegisterConditions(
                      new RowPaths(target.database().dialect(), child),
                      Optional.empty(),
                      suffix + "_t" + registers++))
              : Optional.empty();
      List<ForeignKey> back = new ArrayList<>();
      List<ForeignKey> keepers = new ArrayList<>();
      List<Ties.Cascade> below = List.of();
      if (key.onDelete() == ForeignKey.OnDelete.CASCADE
          || key.onDelete() == ForeignKey.OnDelete.NONE) {
        List<TableName> longer = new ArrayList<>(path);
        longer.add(child.name());
        below = below(child, longer, back, keepers);
      }
      return new Ties.Cascade(key, child, named, below, back, keepers);
    }

    /** Rows of another target go by their own terms, and before their parents. */
    private boolean isTarget(TableName table) {
      return all.stream()
          .anyMatch(other -> sameSource(other, target) && other.table().name().equals(table));
    }
  }

  private static boolean sameSource(BoundTable one, BoundTable other) {
    return one.spec().source().value().equals(other.spec().source().value());
  }

  /** Whether a row's reference can be emptied, and the row is due without it as it was with it. */
  static boolean mayLetGo(BoundTable target, ForeignKey key) {
    Table table = target.table();
    boolean canBeEmpty =
        key.childColumns().stream()
            .allMatch(
                column ->
                    !table.primaryKey().contains(column)
                        && table.columnNamed(column).nullable()
                        && !table.columnNamed(column).generated());
    boolean isRead =
        target.clocks().stream().anyMatch(clock -> leads(clock, key))
            || target.subject().filter(subject -> leads(subject, key)).isPresent();
    List<String> texts = new ArrayList<>();
    target.spec().hold().ifPresent(hold -> texts.add(hold.value()));
    target.spec().clocks().stream()
        .filter(ClockSpec.Expression.class::isInstance)
        .forEach(clock -> texts.add(((ClockSpec.Expression) clock).sql().value()));
    boolean isNamed =
        texts.stream()
            .map(SqlWords::of)
            .anyMatch(
                words ->
                    key.childColumns().stream()
                        .anyMatch(column -> words.contains(SqlWords.folded(column))));
    return canBeEmpty && !isRead && !isNamed;
  }

  private static boolean leads(ClockPath path, ForeignKey key) {
    if (path instanceof ClockPath.Own own) {
      return key.childColumns().contains(own.column().name());
    }
    return path instanceof ClockPath.Parent parent && parent.hops().contains(key);
  }
}
