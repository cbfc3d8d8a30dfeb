package kz.umyt.job;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.destroy.AnonymizedRows;
import kz.umyt.destroy.FileJournal;
import kz.umyt.destroy.Journal;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.ledger.HomeKey;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.plan.BoundTarget;
import kz.umyt.plan.DoneRows;
import kz.umyt.plan.Explainer;
import kz.umyt.plan.LiveRegisters;
import kz.umyt.plan.Planner;
import kz.umyt.plan.RecordExplanation;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;

/** Explains one record of a job: takes no lock and leaves no trace. */
public final class ExplainRecord {

  private final Home home;
  private final Assignment assignment;
  private final RetentionRun.Surroundings surroundings;

  public ExplainRecord(Home home, Assignment assignment, RetentionRun.Surroundings surroundings) {
    this.home = home;
    this.assignment = assignment;
    this.surroundings = surroundings;
  }

  /**
   * Explains a record under every target that its table or file belongs to.
   *
   * @param place a table, or a file's path below its folder or its name
   * @param key of the row, or the number of the record in the file
   * @param asOf any day; today where absent
   * @throws SettingsException if the job has no such place, or the place no such record
   */
  public List<RecordExplanation> explain(String place, String key, Optional<LocalDate> asOf) {
    var job = assignment.job();
    LocalDate day = asOf.orElse(LocalDate.ofInstant(surroundings.clock().instant(), job.zone()));
    LiveRegisters registers = LiveRegisters.of(job, day, surroundings.clock());
    try (Sources sources = new Sources(assignment)) {
      List<BoundTarget> targets =
          new Planner(job, assignment.policy(), day, registers)
              .bind(sources.settings(), sources::database, Journal::exists);
      if (!Files.exists(home.folder().resolve("umyt.mv.db"))) {
        return explain(
            targets, place, key, explainer(registers, file -> DoneRows.OfFile.NONE, day));
      }
      try (HomeStore store = HomeStore.open(home.folder())) {
        DoneRows done =
            new AnonymizedRows(
                new FileJournal(store.dataSource(), surroundings.clock()),
                new Fingerprints(new HomeKey(home.keys()).loadOrCreate()));
        return explain(targets, place, key, explainer(registers, done, day));
      }
    }
  }

  private Explainer explainer(LiveRegisters registers, DoneRows done, LocalDate day) {
    return new Explainer(registers, done, assignment.job().zone(), day);
  }

  private static List<RecordExplanation> explain(
      List<BoundTarget> targets, String place, String key, Explainer explainer) {
    List<RecordExplanation> explanations = new ArrayList<>();
    List<String> places = new ArrayList<>();
    boolean known = false;
    for (BoundTarget target : targets) {
      if (target instanceof BoundTable table) {
        places.add(table.table().name().name());
        if (table.isNamed(place)) {
          known = true;
          explainer.explain(table, key).ifPresent(explanations::add);
        }
      } else if (target instanceof BoundFiles files) {
        for (BoundFiles.BoundFile file : files.files()) {
          places.add(file.file().name());
          if (files.isNamed(place, file)) {
            known = true;
            explainer.explain(files, file, number(key)).ifPresent(explanations::add);
          }
        }
      }
    }
    if (!known) {
      throw new SettingsException(
          "no target of this job is a table or file '"
              + place
              + "'"
              + NearestName.hint(place, places));
    }
    if (explanations.isEmpty()) {
      throw new SettingsException("'" + place + "' has no record with this key");
    }
    return explanations;
  }

  private static long number(String key) {
    try {
      return Long.parseLong(key.strip());
    } catch (NumberFormatException noNumber) {
      throw new SettingsException(
          "--key of a file is the number of the record: 1 for the first one behind the header");
    }
  }
}
