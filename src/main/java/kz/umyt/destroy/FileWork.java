package kz.umyt.destroy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.umyt.anonymize.ValueOperator;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.RowDecision;
import kz.umyt.policy.Standing;
import kz.umyt.settings.Action;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvRewriter;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.csv.Edit;
import kz.umyt.source.csv.PreparedRewrite;

/** Carries out a target of CSV files, one file at a time. */
public final class FileWork implements TargetWork {

  private final BoundFiles target;
  private final LiveRegisters registers;
  private final List<ValueOperator> operators;
  private final FileJournal journal;
  private final AnonymizedRows anonymized;
  private final String run;
  private final Iterator<BoundFiles.BoundFile> files;
  private final Map<String, Long> failures = new TreeMap<>();

  /**
   * Takes up a target.
   *
   * @param operators in the order of the job's columns; empty where rows are destroyed
   */
  FileWork(
      BoundFiles target,
      LiveRegisters registers,
      List<ValueOperator> operators,
      FileJournal journal,
      AnonymizedRows anonymized,
      String run) {
    this.target = target;
    this.registers = registers;
    this.operators = List.copyOf(operators);
    this.journal = journal;
    this.anonymized = anonymized;
    this.run = run;
    this.files = target.files().iterator();
  }

  @Override
  public boolean advance() {
    if (!files.hasNext()) {
      return false;
    }
    BoundFiles.BoundFile file = files.next();
    settle(file);
    rewrite(file);
    return files.hasNext();
  }

  /** After a crash between "ready" and "replaced", the file on disk tells which it was. */
  private void settle(BoundFiles.BoundFile file) {
    CsvRewriter.deletePart(CsvRewriter.partOf(file.file()));
    List<FileJournal.Entry> open = journal.entries(target.doneId(file), FileJournal.State.PREPARED);
    if (open.isEmpty()) {
      return;
    }
    String now = sha256(file);
    for (FileJournal.Entry entry : open) {
      if (now.equals(entry.sha256After())) {
        journal.settle(entry.id(), FileJournal.State.REPLACED);
      } else if (now.equals(entry.sha256Before())) {
        journal.forget(entry.id());
      } else {
        journal.settle(entry.id(), FileJournal.State.UNKNOWN);
      }
    }
  }

  private void rewrite(BoundFiles.BoundFile file) {
    Ready ready;
    try {
      ready = journal.inTransaction(connection -> prepare(connection, file));
    } catch (SourceException unreadable) {
      fail(unreadable, 1);
      return;
    }
    PreparedRewrite prepared = ready.prepared();
    if (ready.handled() == 0) {
      prepared.discard();
      journal.forget(ready.entry());
      return;
    }
    try {
      if (prepared.dropped() + prepared.changed() > 0) {
        prepared.replaceOriginal();
      } else {
        // All that was due is empty already, or as the operator would leave it.
        prepared.discard();
      }
    } catch (SourceException changedMeanwhile) {
      prepared.discard();
      journal.forget(ready.entry());
      fail(changedMeanwhile, ready.handled());
      return;
    }
    journal.settle(ready.entry(), FileJournal.State.REPLACED);
  }

  /**
   * A file that is written anew beside the old one.
   *
   * @param handled due records, those too that are the same in their new form
   */
  private record Ready(PreparedRewrite prepared, long entry, long handled) {}

  private Ready prepare(Connection connection, BoundFiles.BoundFile file) throws SQLException {
    long entry = journal.begin(connection, run, target.id(), target.doneId(file));
    RowDecision decision = new RowDecision(target, file, registers.current());
    long[] handled = new long[1];
    try (FileJournal.NewRows newRows =
        new FileJournal.NewRows(connection, target.doneId(file), entry)) {
      PreparedRewrite prepared =
          CsvRewriter.prepare(
              file.file(),
              file.format(),
              row -> {
                Edit edit = edit(file, decision, row, newRows);
                handled[0] += edit instanceof Edit.Keep ? 0 : 1;
                return edit;
              });
      newRows.flush();
      journal.ready(connection, entry, handled[0], prepared.sha256Before(), prepared.sha256After());
      return new Ready(prepared, entry, handled[0]);
    }
  }

  private Edit edit(
      BoundFiles.BoundFile file, RowDecision decision, CsvRow row, FileJournal.NewRows newRows) {
    if (decision.decide(row) != Standing.DUE) {
      return new Edit.Keep();
    }
    if (target.spec().action() == Action.DESTROY) {
      return new Edit.Drop();
    }
    if (anonymized.contains(target.doneId(file), row.cells())) {
      return new Edit.Keep();
    }
    Map<Integer, String> newCells = new HashMap<>();
    List<String> cells = new ArrayList<>(row.cells());
    for (int i = 0; i < operators.size(); i++) {
      int column = file.columns().get(i);
      if (column < cells.size()) {
        Object safe = operators.get(i).apply(cells.get(column));
        String text = safe == null ? "" : safe.toString();
        newCells.put(column, text);
        cells.set(column, text);
      }
    }
    newRows.add(anonymized.fingerprint(target.doneId(file), cells));
    return new Edit.Change(newCells);
  }

  private void fail(SourceException failure, long records) {
    String reason = failure.getMessage() == null ? "the file failed" : failure.getMessage();
    failures.merge(reason, records, Long::sum);
  }

  private static String sha256(BoundFiles.BoundFile file) {
    Path path = file.file().path();
    return Files.exists(path) ? CsvRewriter.sha256(path) : "";
  }

  @Override
  public Outcome outcome() {
    return outcome(journal, run, target.id(), failures);
  }

  /** What the evidence says of a target, with the failures of this attempt. */
  static Outcome outcome(
      FileJournal journal, String run, String target, Map<String, Long> failures) {
    Map<String, Long> reasons = new TreeMap<>(failures);
    long changed = 0;
    long replaced = 0;
    for (FileJournal.Entry entry : journal.entriesOf(run, target)) {
      if (entry.state() == FileJournal.State.REPLACED) {
        changed += entry.changed();
        replaced++;
      } else if (entry.state() == FileJournal.State.UNKNOWN) {
        reasons.merge(
            "file "
                + entry.file()
                + " was changed by somebody else while the run was interrupted, so it is not known"
                + " whether these records went",
            entry.changed(),
            Long::sum);
      }
    }
    return new Outcome(changed, reasons, replaced, "");
  }

  @Override
  public void close() {}
}
