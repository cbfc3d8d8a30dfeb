package kz.umyt.destroy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.Session;

/** What one run did so far, as the targets themselves and the file journal tell it. */
public final class Evidence {

  private final String run;
  private final FileJournal files;
  private final Clock clock;
  private final Predicate<String> isDatabase;
  private final Function<String, Database> databases;

  /**
   * Takes up a run.
   *
   * @param isDatabase whether a source of that name is a database
   * @param databases opens a database by its name
   */
  public Evidence(
      String run,
      FileJournal files,
      Clock clock,
      Predicate<String> isDatabase,
      Function<String, Database> databases) {
    this.run = run;
    this.files = files;
    this.clock = clock;
    this.isDatabase = isDatabase;
    this.databases = databases;
  }

  /** The work on a target, whether or not it is still in the job. */
  public TargetWork.Outcome of(PlannedTarget planned) {
    if (!isDatabase.test(planned.source())) {
      return FileWork.outcome(files.totals(run, planned.id()), Map.of());
    }
    Database database = databases.apply(planned.source());
    if (!Journal.exists(database)) {
      return new TargetWork.Outcome(0, Map.of(), 0, "");
    }
    try (Session session = database.session()) {
      Journal journal = new Journal(database, run, clock);
      Journal.State state = journal.state(session.connection(), planned.id());
      PartitionJournal partitions = new PartitionJournal(journal, planned.id());
      partitions.open(session.connection());
      return new TargetWork.Outcome(
          state.changed(),
          Map.of(),
          state.chunks(),
          state.digest(),
          CascadeJournal.open(journal, session.connection(), planned.id()).totals(),
          partitions.all());
    } catch (SQLException failure) {
      throw database.failed("umyt_journal cannot be read", failure);
    }
  }
}
