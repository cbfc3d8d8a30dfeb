package kz.umyt.discover;

import java.nio.file.Path;
import java.util.Map;
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
    return scan(Shop.in(folder).database("data", database), JOB);
  }

  /**
   * Every file of a folder.
   *
   * @param folder for the settings of the company
   */
  static Inventory ofFiles(Path files, Path folder) {
    return scan(Shop.in(folder).folder("data", files), FILES);
  }

  private static Inventory scan(Shop shop, String body) {
    shop.job(body);
    Job job = shop.job();
    Path base = Path.of("").toAbsolutePath();
    Installation shipped =
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of());
    return new Scanner(shipped.recognizers(), ScanFolder.CLOCK)
        .scan(job, shop.policy(job), shop.sources());
  }
}
