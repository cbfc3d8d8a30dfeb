package kz.umyt.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.umyt.settings.Action;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.SourceException;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.KnownFormats;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/** Finds out what a run of a job would do. Changes nothing. */
public final class Planner {

  private final Job job;
  private final Policy policy;
  private final LocalDate asOf;
  private final LiveRegisters registers;
  private final KnownFormats formats;

  public Planner(Job job, Policy policy, LocalDate asOf, LiveRegisters registers) {
    this(job, policy, asOf, registers, new KnownFormats());
  }

  /**
   * A planner beside another one.
   *
   * @param formats of files, which the two have in common
   */
  public Planner(
      Job job, Policy policy, LocalDate asOf, LiveRegisters registers, KnownFormats formats) {
    this.formats = formats;
    this.job = job;
    this.policy = policy;
    this.asOf = asOf;
    this.registers = registers;
  }

  /**
   * Finds every name of the job in the real sources, and a right order for its targets.
   *
   * @param hasJournal whether the evidence tables exist in a database
   * @throws kz.umyt.settings.SettingsException if something that the job names is not there
   * @throws kz.umyt.source.SourceException if a source cannot be read
   */
  public List<BoundTarget> bind(
      Map<String, Source> sources,
      Function<String, Database> databases,
      Predicate<Database> hasJournal) {
    Map<String, List<InheritedHold>> inherited = new HashMap<>();
    TableBinder binder = new TableBinder(job, policy, asOf, new DoneForms(job, hasJournal));
    List<BoundTarget> bound = new ArrayList<>();
    for (Target target : job.targets()) {
      String source = target.source().value();
      if (target instanceof Target.Table table) {
        Database database = databases.apply(source);
        List<InheritedHold> holds =
            inherited.computeIfAbsent(source, name -> InheritedHold.of(tablesOf(name), database));
        bound.add(binder.bind(table, database, holds, ""));
      } else if (target instanceof Target.Files files
          && sources.get(source) instanceof Source.Csv folder) {
        bound.add(new FileBinder(job, policy, asOf, databases, formats).bind(files, folder));
      }
    }
    TieFinder ties =
        new TieFinder(
            tables(bound),
            job.registers().holds().isPresent(),
            (table, suffix) ->
                binder.bind(
                    table.spec(),
                    table.database(),
                    inherited.getOrDefault(table.spec().source().value(), List.of()),
                    suffix));
    bound.replaceAll(target -> target instanceof BoundTable table ? ties.tied(table) : target);
    List<BoundTable> tied = tables(bound);
    bound.replaceAll(target -> target instanceof BoundTable table ? read(table, tied) : target);
    return TargetOrder.of(bound);
  }

  /**
   * What is read from rows that go has its days kept first.
   *
   * @throws SettingsException where other rows take them along, of which nobody asks them
   */
  private static BoundTable read(BoundTable target, List<BoundTable> all) {
    List<KeptDays> readers = new ArrayList<>();
    for (BoundTable reader : all) {
      if (sameSource(reader, target) && !reader.equals(target)) {
        refuseVanishing(reader, target);
        if (target.spec().action() == Action.DESTROY) {
          readers.addAll(reader.daysKeptBy(target));
        }
      }
    }
    return target.with(readers.stream().distinct().toList());
  }

  private static void refuseVanishing(BoundTable reader, BoundTable target) {
    for (TableName taken : target.ties().taken()) {
      if (reader.reads().stream().anyMatch(read -> read.table().equals(taken))) {
        throw new SettingsException(
            target.spec().at(),
            "rows of table "
                + taken
                + " would go along with rows of table "
                + target.table().name()
                + ", and the clock of table "
                + reader.table().name()
                + " is read from them; destroy table "
                + taken
                + " by a target of its own");
      }
    }
  }

  private static boolean sameSource(BoundTable one, BoundTable other) {
    return one.spec().source().value().equals(other.spec().source().value());
  }

  private static List<BoundTable> tables(List<BoundTarget> targets) {
    return targets.stream()
        .filter(BoundTable.class::isInstance)
        .map(BoundTable.class::cast)
        .toList();
  }

  private List<Target.Table> tablesOf(String source) {
    return job.targets().stream()
        .filter(Target.Table.class::isInstance)
        .map(Target.Table.class::cast)
        .filter(table -> table.source().value().equals(source))
        .toList();
  }

  /**
   * Looks at what lies around the targets of a plan, and ahead of it.
   *
   * @param targets those that the plan was made of
   * @param estimates how long the work on a target would take, where somebody knows
   */
  public List<Outlook> outlooks(
      Plan plan,
      List<BoundTarget> targets,
      DoneRows doneRows,
      Function<PlannedTarget, Optional<Duration>> estimates) {
    Outlooks outlooks = new Outlooks(tables(targets), registers, doneRows, asOf, estimates);
    List<Outlook> all = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      all.add(outlooks.of(targets.get(i), plan.targets().get(i)));
    }
    return List.copyOf(all);
  }

  private PlannedTarget count(BoundTable table, TableCounter counter) {
    try (Session session = table.database().session()) {
      ActiveRegisters now = registers.current();
      RegisterTables.load(session, table, now);
      PlannedTarget counted = counter.count(table, session, !now.heldIn(table::isNamed).isEmpty());
      return counted.confirmed() && counted.due() > 0
          ? counted.withWaiting(WaitingRows.of(table, now, session))
          : counted;
    } catch (SourceException failure) {
      throw new SourceException(
          table.spec().at() + ": table " + table.table().name() + ": " + failure.getMessage());
    }
  }

  /** What in the registers concerns nothing in this job, as it would where a name is misspelt. */
  public List<String> remarks(List<BoundTarget> targets) {
    List<String> remarks = new ArrayList<>(RegisterRemarks.of(registers.current(), targets));
    if (job.sharesKey()) {
      remarks.add(
          "key: shared: what hash, pseudonym and encrypt write can be traced back, and stays personal"
              + " data, until umyt keys destroy");
    }
    return List.copyOf(remarks);
  }

  /**
   * Counts every target.
   *
   * @param run identity of the run that asks, or empty text
   */
  public Plan count(String run, List<BoundTarget> targets, DoneRows doneRows) {
    TableCounter tableCounter = new TableCounter(job.zone(), tables(targets));
    FileCounter fileCounter = new FileCounter(registers.current(), doneRows);
    List<PlannedTarget> planned = new ArrayList<>();
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table) {
        planned.add(count(table, tableCounter));
      } else if (target instanceof BoundFiles files) {
        planned.add(fileCounter.count(files));
      }
    }
    return new Plan(
        job.id().value(),
        run,
        new Plan.PolicyRef(policy.id().value(), policy.version(), policy.sha256()),
        asOf,
        List.copyOf(planned));
  }
}
