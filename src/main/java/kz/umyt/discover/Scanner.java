package kz.umyt.discover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFolder;
import kz.umyt.source.jdbc.Database;

/** Reads the sources of a job through the recognizers: all rows, all columns, nothing changed. */
public final class Scanner {

  private final List<RecognizerSpec> recognizers;
  private final Clock clock;

  /** Scans with the given recognizers; the clock says when, and which dates lie ahead. */
  public Scanner(List<RecognizerSpec> recognizers, Clock clock) {
    this.recognizers = List.copyOf(recognizers);
    this.clock = clock;
  }

  /**
   * The inventory of every source that the job scans, in its order. What cannot be read, even a
   * whole source, is a gap of the inventory, and the rest goes on.
   *
   * @param sources by name, all that the job names
   * @throws kz.umyt.settings.SettingsException if a recognizer or a source is set up wrongly
   */
  public Inventory scan(Job job, Policy policy, Map<String, Source> sources) {
    OffsetDateTime started = now(job);
    LocalDate today = started.toLocalDate();
    List<SourceInventory> found = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    Recognition recognition = new Recognition(recognizers, today);
    for (Located<String> scanned : job.scan().sources()) {
      String name = scanned.value();
      Source source = sources.get(name);
      Gaps of = new Gaps(name, gaps);
      Exclusions without = new Exclusions(job, name, of);
      if (source instanceof Source.Jdbc jdbc) {
        found.add(database(jdbc, recognition, without, of));
      } else if (source instanceof Source.Csv csv) {
        found.add(files(csv, recognition, without, of));
      } else {
        throw new IllegalArgumentException("no source '" + name + "'");
      }
    }
    return new Inventory(
        job.id().value(), started, now(job), found, undeclared(found, policy), gaps);
  }

  private OffsetDateTime now(Job job) {
    return OffsetDateTime.ofInstant(clock.instant(), job.zone());
  }

  private static SourceInventory database(
      Source.Jdbc source, Recognition recognition, Exclusions without, Gaps gaps) {
    List<TableInventory> tables = new ArrayList<>();
    boolean read = true;
    try (Database database = Database.open(source)) {
      TableScan scan = new TableScan(recognition, database, gaps);
      for (TableName table : without.tables(database.tables())) {
        scan.scan(table).ifPresent(tables::add);
      }
    } catch (SourceException failure) {
      gaps.whole(failure);
      read = false;
    }
    return new SourceInventory(source.name().value(), Kind.JDBC, read, tables);
  }

  private static SourceInventory files(
      Source.Csv source, Recognition recognition, Exclusions without, Gaps gaps) {
    List<TableInventory> tables = new ArrayList<>();
    boolean read = true;
    try {
      CsvFolder folder = new CsvFolder(source);
      folder.gaps().forEach(gap -> gaps.table(gap.name(), gap.reason()));
      FileScan scan = new FileScan(recognition, source, gaps);
      for (CsvFile file : without.files(folder.files())) {
        scan.scan(file).ifPresent(tables::add);
      }
    } catch (SourceException failure) {
      gaps.whole(failure);
      read = false;
    }
    return new SourceInventory(source.name().value(), Kind.CSV, read, tables);
  }

  private static List<Undeclared> undeclared(List<SourceInventory> sources, Policy policy) {
    Set<String> listed =
        policy.entities().stream()
            .map(entity -> entity.entity().value())
            .collect(Collectors.toUnmodifiableSet());
    List<Undeclared> undeclared = new ArrayList<>();
    for (SourceInventory source : sources) {
      for (TableInventory table : source.tables()) {
        for (ColumnInventory column : table.columns()) {
          for (String entity : entities(column)) {
            if (!listed.contains(entity)) {
              undeclared.add(new Undeclared(entity, source.name(), table.name(), column.name()));
            }
          }
        }
      }
    }
    return undeclared;
  }

  private static Set<String> entities(ColumnInventory column) {
    Set<String> entities = new TreeSet<>();
    column.entity().ifPresent(entities::add);
    column.findings().forEach(finding -> entities.add(finding.entity()));
    return entities;
  }
}
