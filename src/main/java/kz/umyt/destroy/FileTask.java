package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import kz.umyt.anonymize.ValueOperator;
import kz.umyt.plan.ActiveRegisters;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.DoneRows;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.RowDecision;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRewriter;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.csv.Edit;
import kz.umyt.source.csv.FileWatch;
import kz.umyt.source.csv.PreparedRewrite;
import org.jspecify.annotations.Nullable;

/**
 * One file of a target: its new form is written beside it, then the evidence, then the new form
 * takes its place; a file of which no row is left goes.
 */
final class FileTask {

  /** After so many rows it is asked whether the run shall stop: hardly ever later than a moment. */
  private static final int ROWS_BETWEEN = 4096;

  private static final int MOST_TRIES = 5;

  private static final String REGISTERS_CHANGE =
      "the registers changed each time the file was written; run again when nobody edits them";

  private final BoundFiles target;
  private final BoundFiles.BoundFile file;
  private final Tools tools;
  private final String run;
  private @Nullable ActiveRegisters inForce;

  /** The entry in the journal, from the first due row on. */
  private OptionalLong entry = OptionalLong.empty();

  private long handled;

  /**
   * What every file of a target needs.
   *
   * @param operators in the order of the job's columns; empty where rows are destroyed
   * @param isStopped whether the run shall stop
   */
  record Tools(
      LiveRegisters registers,
      List<ValueOperator> operators,
      FileJournal journal,
      AnonymizedRows anonymized,
      BooleanSupplier isStopped) {
    Tools {
      operators = List.copyOf(operators);
    }
  }

  FileTask(BoundFiles target, BoundFiles.BoundFile file, Tools tools, String run) {
    this.target = target;
    this.file = file;
    this.tools = tools;
    this.run = run;
  }

  /** How a file ended. */
  sealed interface Ended {
    /** Its due records are handled, of which there may be none. */
    record Done(long changed) implements Ended {}

    /** It is what it was. */
    record Failed(String reason, long records) implements Ended {}

    /** It is what it was, since the run shall stop. */
    record Stopped() implements Ended {}
  }

  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("the run stops", null, false, false);
    }
  }

  Ended carryOut() {
    for (int tries = 1; ; tries++) {
      Optional<Ended> ended = tryTo(tries);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
  }

  /** Empty where a person was put on a register meanwhile: then it is decided anew. */
  private Optional<Ended> tryTo(int tries) {
    entry = OptionalLong.empty();
    handled = 0;
    PreparedRewrite prepared;
    try {
      CsvRewriter.deletePart(CsvRewriter.partOf(file.file()));
      prepared = tools.journal.inTransaction(this::prepare);
    } catch (StoppedException stopped) {
      return Optional.of(new Ended.Stopped());
    } catch (SourceException failure) {
      return Optional.of(isReadable() ? failed(failure, 1) : new Ended.Done(0));
    }
    if (entry.isEmpty()) {
      prepared.discard();
      return Optional.of(new Ended.Done(0));
    }
    if (!tools.registers.current().equals(inForce)) {
      prepared.discard();
      tools.journal.forget(entry.getAsLong());
      return tries < MOST_TRIES
          ? Optional.empty()
          : Optional.of(new Ended.Failed(REGISTERS_CHANGE, handled));
    }
    try {
      if (goes(prepared)) {
        prepared.removeOriginal();
      } else if (prepared.isChanged()) {
        prepared.replaceOriginal(target.readsModified());
      } else {
        // All that was due is empty already, or as the operator would leave it.
        prepared.discard();
      }
    } catch (SourceException changedMeanwhile) {
      prepared.discard();
      tools.journal.forget(entry.getAsLong());
      return Optional.of(failed(changedMeanwhile, handled));
    }
    tools.journal.settle(entry.getAsLong(), FileJournal.State.REPLACED);
    return Optional.of(new Ended.Done(handled));
  }

  /**
   * Of a file that cannot be read the count tells: nobody knows how many of its records are due.
   */
  private boolean isReadable() {
    try (CsvReader reader = CsvReader.open(file.file(), file.format())) {
      for (CsvRow row : reader) {
        stopWhereAsked(row);
      }
      return true;
    } catch (SourceException unreadable) {
      return false;
    } catch (StoppedException stopped) {
      return true;
    }
  }

  private static Ended failed(SourceException failure, long records) {
    return new Ended.Failed(
        failure.getMessage() == null ? "the file failed" : failure.getMessage(), records);
  }

  /** A file is kept for its rows: where each of them is due, nothing of it stays. */
  private boolean goes(PreparedRewrite prepared) {
    return target.spec().action() == Action.DESTROY && prepared.isEmptied();
  }

  private PreparedRewrite prepare(Connection connection) throws SQLException {
    String doneId = target.doneId(file);
    ActiveRegisters now = tools.registers.current();
    inForce = now;
    // Its clock may be that of the whole file, which is read before its rows are.
    FileWatch watch = FileWatch.begin(file.file());
    DoneRows.InFile done = tools.anonymized.in(target, file);
    FileJournal.NewRows newRows = new FileJournal.NewRows(connection, doneId);
    try (RowDecision decision = new RowDecision(target, file, now)) {
      PreparedRewrite prepared =
          CsvRewriter.prepare(
              file.file(),
              file.format(),
              row -> {
                stopWhereAsked(row);
                Edit edit = edit(decision, row, done);
                if (!(edit instanceof Edit.Keep)) {
                  handled++;
                  enter(connection, newRows, row, edit);
                }
                return edit;
              });
      requireSame(watch, prepared);
      if (entry.isPresent()) {
        newRows.flush(entry.getAsLong());
        tools.journal.ready(
            connection,
            entry.getAsLong(),
            handled,
            prepared.sha256Before(),
            goes(prepared) ? FileJournal.GONE : prepared.sha256After());
      }
      return prepared;
    }
  }

  private static void requireSame(FileWatch watch, PreparedRewrite prepared) {
    try {
      watch.requireSame();
    } catch (SourceException changed) {
      prepared.discard();
      throw changed;
    }
  }

  private void stopWhereAsked(CsvRow row) {
    if (row.number() % ROWS_BETWEEN == 0 && tools.isStopped.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  private void enter(Connection connection, FileJournal.NewRows newRows, CsvRow row, Edit edit) {
    if (entry.isEmpty()) {
      entry =
          OptionalLong.of(tools.journal.begin(connection, run, target.id(), target.doneId(file)));
    }
    if (edit instanceof Edit.Change change) {
      List<String> cells = new ArrayList<>(row.cells());
      change.newCells().forEach(cells::set);
      newRows.add(
          tools.anonymized.print(target.doneId(file), target.form(file, cells)), entry.getAsLong());
    }
  }

  private Edit edit(RowDecision decision, CsvRow row, DoneRows.InFile done) {
    if (decision.decide(row) != Standing.DUE) {
      return new Edit.Keep();
    }
    if (target.spec().action() == Action.DESTROY) {
      return new Edit.Drop();
    }
    if (done.contains(row)) {
      return new Edit.Keep();
    }
    Map<Integer, String> newCells = new HashMap<>();
    for (int i = 0; i < tools.operators.size(); i++) {
      int column = file.columns().get(i);
      if (column < row.cells().size()) {
        String before = newCells.getOrDefault(column, row.cells().get(column));
        Object safe = tools.operators.get(i).apply(before);
        // The fingerprint is that of the row as it will be read again.
        newCells.put(column, safe == null ? "" : file.format().asRead(safe.toString()));
      }
    }
    return new Edit.Change(newCells);
  }
}
