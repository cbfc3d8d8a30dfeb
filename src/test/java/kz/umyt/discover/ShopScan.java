package kz.umyt.discover;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;

/** Scans one source of a company that does not exist with the recognizers that are shipped. */
final class ShopScan {

  private static final String JOB =
      """
      approval: standing
      limits: {max-rows: 100}
      targets:
        - {source: data, table: any, retention: collected-p2y, clock: day, action: destroy}
      """;

  private static final String FILES =
      """
      approval: standing
      limits: {max-rows: 100}
      targets:
        - source: data
          file: "*.csv"
          retention: collected-p2y
          clock: {column: day, format: dd.MM.yyyy}
          action: destroy
      """;

  private ShopScan() {}

  /**
   * Every table of a database.
   *
   * @param folder for the settings of the company
   */
  static Inventory of(TestDatabase database, Path folder) {
    return scan(Shop.in(folder).database("data", database), JOB, ShopScan::all);
  }

  /** The same, read in pieces of about so many rows. */
  static Inventory inPieces(TestDatabase database, Path folder, long rows) {
    return scan(
        Shop.in(folder).database("data", database),
        JOB,
        job -> new ScanLimits(job, OptionalLong.empty(), Duration.ofMinutes(5), 2, rows));
  }

  /** The same, with so much time for a table. */
  static Inventory within(TestDatabase database, Path folder, Duration timeout) {
    return scan(
        Shop.in(folder).database("data", database),
        JOB,
        job -> new ScanLimits(job, OptionalLong.empty(), timeout, 2, Long.MAX_VALUE / 2));
  }

  /** The same, about so many rows of each table. */
  static Inventory sample(TestDatabase database, Path folder, long rows) {
    return scan(
        Shop.in(folder).database("data", database),
        JOB,
        job -> ScanLimits.of(job, OptionalLong.of(rows)));
  }

  /**
   * Every file of a folder.
   *
   * @param folder for the settings of the company
   */
  static Inventory ofFiles(Path files, Path folder) {
    return scan(Shop.in(folder).folder("data", files), FILES, ShopScan::all);
  }

  /** The same, about so many rows of each file. */
  static Inventory sampleOfFiles(Path files, Path folder, long rows) {
    return scan(
        Shop.in(folder).folder("data", files),
        FILES,
        job -> ScanLimits.of(job, OptionalLong.of(rows)));
  }

  private static ScanLimits all(Job job) {
    return ScanLimits.of(job, OptionalLong.empty());
  }

  private static Inventory scan(Shop shop, String body, Function<Job, ScanLimits> limits) {
    shop.job(body);
    Job job = shop.job();
    Path base = Path.of("").toAbsolutePath();
    Installation shipped =
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
    return new WholeScan(shipped.recognizers(), job, shop.sources(), limits.apply(job))
        .of(shop.policy(job));
  }
}
