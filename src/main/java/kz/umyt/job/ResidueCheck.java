package kz.umyt.job;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.Residue;
import kz.umyt.ledger.Ledger;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.Plan;
import kz.umyt.settings.Action;

/**
 * Reads anonymized columns again: those of this run, and of earlier runs of the job in which
 * something was found when they were last read. Their rows stand as done, so nothing but the ledger
 * remembers them.
 */
final class ResidueCheck {

  private static final String RUN = "run";
  private static final String TARGET = "target";

  private final Residue residue;
  private final AnonymizedRows anonymizedRows;
  private final String run;
  private final List<Left> open;
  private final LocalDate since;
  private final Set<Left> left = new LinkedHashSet<>();
  private final Map<String, Long> found = new HashMap<>();

  /** A run that left something in a target. */
  private record Left(String run, String target) {}

  private ResidueCheck(
      Residue residue,
      AnonymizedRows anonymizedRows,
      String run,
      Collection<Left> open,
      LocalDate since) {
    this.residue = residue;
    this.anonymizedRows = anonymizedRows;
    this.run = run;
    this.open = List.copyOf(open);
    this.since = since;
  }

  /** Takes up a run, with what the job's last check has left open. */
  static ResidueCheck of(Residue residue, AnonymizedRows rows, Plan plan, Ledger ledger) {
    Object runs =
        ledger
            .last(
                entry ->
                    entry.event().equals(Events.VERIFIED)
                        && entry.text(Events.JOB).equals(Optional.of(plan.job())))
            .map(entry -> entry.details().get(Events.RESIDUE_IN))
            .orElse(List.of());
    List<Left> open = new ArrayList<>();
    for (Object one : runs instanceof List<?> list ? list : List.of()) {
      if (one instanceof Map<?, ?> of) {
        open.add(new Left(String.valueOf(of.get(RUN)), String.valueOf(of.get(TARGET))));
      }
    }
    return new ResidueCheck(residue, rows, plan.run(), open, since(plan.run(), open, ledger));
  }

  /** A day before the first of the runs began, in whatever zone the database marks its rows. */
  private static LocalDate since(String run, List<Left> open, Ledger ledger) {
    return Stream.concat(Stream.of(run), open.stream().map(Left::run))
        .flatMap(one -> ledger.entriesOf(one).stream().limit(1))
        .map(entry -> LocalDate.ofInstant(entry.time(), ZoneOffset.UTC).minusDays(1))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether an earlier run has left something. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Reads the columns of all targets that anonymize. */
  void read(List<BoundTarget> targets) {
    Set<String> here = targets.stream().map(BoundTarget::id).collect(Collectors.toSet());
    // Nobody can look at a target that the job has not now; it is not forgotten for that.
    open.stream().filter(one -> !here.contains(one.target())).forEach(left::add);
    for (BoundTarget target : targets) {
      if (target.spec().action() == Action.ANONYMIZE) {
        found.put(target.id(), count(target));
      }
    }
  }

  private long count(BoundTarget target) {
    if (target instanceof BoundFiles files) {
      return noted(run, target, residue.in(files, anonymizedRows));
    }
    BoundTable table = (BoundTable) target;
    if (table.conditions().marker().isPresent()) {
      return noted(run, target, residue.since(table, since));
    }
    return Stream.concat(
            Stream.of(run),
            open.stream().filter(one -> one.target().equals(target.id())).map(Left::run))
        .distinct()
        .mapToLong(one -> noted(one, target, residue.in(table, one)))
        .sum();
  }

  private long noted(String where, BoundTarget target, long findings) {
    if (findings > 0) {
      left.add(new Left(where, target.id()));
    }
    return findings;
  }

  /** Findings in a target's columns. */
  long in(BoundTarget target) {
    return found.getOrDefault(target.id(), 0L);
  }

  /** The runs that have left something, each with its target, as the ledger keeps them. */
  List<Map<String, Object>> left() {
    return left.stream()
        .map(one -> Map.<String, Object>of(RUN, one.run(), TARGET, one.target()))
        .toList();
  }
}
