package kz.umyt.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Alarm;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.InventoryComparison;
import kz.umyt.discover.PolicyCheck;
import kz.umyt.discover.PolicyComparison;
import kz.umyt.discover.ScanResult;
import kz.umyt.discover.Scanner;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;
import org.jspecify.annotations.Nullable;

/**
 * A scan that was made and written down.
 *
 * @param last what it was compared with
 * @param page the inventory to read, absolute; the other files lie beside it
 */
record Scanned(ScanResult result, LastScan last, Path page) {

  /**
   * Scans the sources of a job and writes the inventory in place of the last one.
   *
   * @param written a job as people name it
   * @param out null for the usual folder
   * @throws IOException if the inventory cannot be written
   * @throws kz.umyt.settings.SettingsException if something is set up wrongly
   */
  static Scanned of(Workspace workspace, CommonOptions common, String written, @Nullable Path out)
      throws IOException {
    Installation installation = common.installation();
    Job job = workspace.job(common, written);
    Policy policy = installation.policy(job.policy());
    List<RecognizerSpec> recognizers = installation.recognizers();
    PolicyComparison comparison =
        new PolicyComparison(policy, installation.jobs().with(job), recognizers);
    Inventory inventory =
        new Scanner(recognizers, workspace.clock()).scan(job, policy, installation.sources());
    PolicyCheck check = comparison.check(inventory);
    Path folder = folder(common, inventory.job(), out);
    LastScan last = LastScan.of(inventory.job(), folder.resolve(InventoryFiles.JSON));
    Optional<Changes> changes =
        last.inventory().map(before -> InventoryComparison.between(before, inventory));
    ScanResult result = new ScanResult(inventory, check, Alarm.of(inventory, recognizers), changes);
    Path page = InventoryFiles.write(result, workspace.analyzer(installation), folder);
    return new Scanned(result, last, page);
  }

  private static Path folder(CommonOptions common, String job, @Nullable Path out) {
    Path folder = out == null ? common.home().folder().resolve("out").resolve(job) : out;
    return folder.toAbsolutePath().normalize();
  }
}
