package kz.umyt.job;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.ledger.Ledger;
import kz.umyt.settings.Job;

/** Writes into the ledger who read which columns, when, and how many rows. */
final class AccessLog {

  /** Tables of an entry; the ledger takes no entry of more than 1 MiB. */
  private static final int TABLES = 100;

  private final Home home;
  private final Job job;
  private final RetentionRun.Surroundings surroundings;

  AccessLog(Home home, Job job, RetentionRun.Surroundings surroundings) {
    this.home = home;
    this.job = job;
    this.surroundings = surroundings;
  }

  /**
   * An attempt to scan begins, before anything is read.
   *
   * @param started when the scan began
   * @param again whether an earlier attempt had begun it
   */
  void begun(OffsetDateTime started, boolean again) {
    try (Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      Map<String, Object> details = who();
      details.put("started", started.toString());
      details.put("again", again);
      details.put("sources", job.scan().sources().stream().map(source -> source.value()).toList());
      ledger.append("", Events.SCAN_STARTED, details);
    }
  }

  /**
   * All was read.
   *
   * @param unchanged source and place of what an earlier scan had read
   */
  void read(Inventory inventory, Set<List<String>> unchanged) {
    try (Ledger ledger = Ledger.open(home.ledger(), surroundings.clock())) {
      for (SourceInventory source : inventory.sources()) {
        List<TableInventory> tables =
            source.tables().stream()
                .filter(table -> !unchanged.contains(List.of(source.name(), table.name())))
                .toList();
        for (int from = 0; from < tables.size(); from += TABLES) {
          Map<String, Object> details = who();
          details.put("source", source.name());
          details.put("started", inventory.started().toString());
          details.put(
              "tables",
              tables.subList(from, Math.min(tables.size(), from + TABLES)).stream()
                  .map(AccessLog::table)
                  .toList());
          ledger.append("", Events.DATA_READ, details);
        }
      }
    }
  }

  private static Map<String, Object> table(TableInventory table) {
    List<String> columns = new ArrayList<>();
    table.columns().forEach(column -> columns.add(column.name()));
    return Map.of("table", table.name(), "rows", table.scanned(), "columns", columns);
  }

  private Map<String, Object> who() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("job", job.id().value());
    details.put("user", surroundings.user());
    details.put("host", surroundings.host());
    details.put("application", surroundings.application());
    return details;
  }
}
