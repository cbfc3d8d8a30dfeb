package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import kz.umyt.discover.Alarm;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Exclusions;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.InventoryComparison;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyComparison;
import kz.umyt.discover.ScanResult;
import kz.umyt.job.ScanRun;
import kz.umyt.job.StopSignal;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;
import org.jspecify.annotations.Nullable;

/**
 * A scan that was made and, unless it was stopped, written down.
 *
 * @param written absent if it was stopped
 * @param exclusionsInVain patterns of the job that mean no table and no file
 */
record Scanned(
    ScanRun.Ended ended, Optional<Written> written, List<Job.Exclusion> exclusionsInVain) {

  /**
   * What was written.
   *
   * @param last what it was compared with
   * @param page the inventory to read, absolute; the other files lie beside it
   */
  record Written(ScanResult result, LastScan last, Path page) {}

  /**
   * Which scan is made.
   *
   * @param job as people name it
   * @param out null for the usual folder
   * @param sample empty for what the job says, 0 for every row
   */
  record Wish(String job, @Nullable Path out, OptionalLong sample, boolean incremental) {

    private ScanRun.Mode mode(Job settings) {
      long rows = sample.orElse(settings.scan().sample().orElse(0L));
      return new ScanRun.Mode(
          rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows), incremental);
    }
  }

  /**
   * Scans the sources of a job and writes the inventory in place of the last one.
   *
   * @throws IOException if the inventory cannot be written
   * @throws kz.umyt.settings.SettingsException if something is set up wrongly
   */
  static Scanned of(Workspace workspace, CommonOptions common, Wish wish, StopSignal stop)
      throws IOException {
    Installation installation = common.installation();
    Job job = workspace.job(common, wish.job());
    Policy policy = installation.policy(job.policy());
    List<RecognizerSpec> recognizers = installation.recognizers();
    PolicyComparison comparison =
        new PolicyComparison(policy, installation.jobs().with(job), recognizers);
    Path folder = folder(common, job.id().value(), wish.out());
    if (wish.out() != null) {
      OutFolder.prepared(folder);
    }
    AtomicReference<Written> written = new AtomicReference<>();
    try (ProgressDisplay progress = ProgressDisplay.of(common.quiet())) {
      ScanRun.Ended ended =
          new ScanRun(
                  common.home(),
                  job,
                  policy,
                  installation.sources(),
                  recognizers,
                  workspace.surroundings(),
                  progress,
                  stop)
              .scan(
                  wish.mode(job),
                  inventory ->
                      written.set(
                          written(
                              inventory,
                              comparison.check(inventory),
                              recognizers,
                              workspace.analyzer(installation),
                              folder)));
      return new Scanned(
          ended,
          Optional.ofNullable(written.get()),
          ended.inventory().map(found -> Exclusions.inVain(job, found)).orElse(List.of()));
    }
  }

  private static Written written(
      Inventory inventory,
      PolicyCheck check,
      List<RecognizerSpec> recognizers,
      Analyzer analyzer,
      Path folder)
      throws IOException {
    LastScan last = LastScan.of(inventory.job(), folder.resolve(InventoryFiles.JSON));
    Optional<Changes> changes =
        last.inventory().map(before -> InventoryComparison.between(before, inventory));
    ScanResult result = new ScanResult(inventory, check, Alarm.of(inventory, recognizers), changes);
    return new Written(result, last, InventoryFiles.write(result, analyzer, folder));
  }

  private static Path folder(CommonOptions common, String job, @Nullable Path out) {
    Path folder = out == null ? common.home().folder().resolve("out").resolve(job) : out;
    return folder.toAbsolutePath().normalize();
  }
}
