package kz.umyt.discover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.source.TableName;

/** An installation with the shipped recognizers, one H2 database in memory and one CSV folder. */
public final class ScanFolder implements AutoCloseable {

  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T06:00:00Z"), ZoneOffset.UTC);

  private final Path base;
  private final Connection owner;
  private final String url;

  /** Listed entities are KZ_IIN, PERSON, PHONE_NUMBER and DATE_OF_BIRTH. */
  public ScanFolder(Path base) {
    this.base = base;
    this.url = "jdbc:h2:mem:scan-" + base.getFileName();
    try {
      this.owner = DriverManager.getConnection(url, "sa", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    copyRecognizers();
    write("config/policies/own.yaml", POLICY);
    write("config/sources.yaml", SOURCES.replace("URL", url));
    write("jobs/own.yaml", JOB);
    folder("exports");
  }

  public Path job() {
    return base.resolve("jobs/own.yaml");
  }

  public Path config() {
    return base.resolve("config");
  }

  public void sql(String... statements) {
    try (Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void table(String name, String columns) {
    sql("CREATE TABLE " + name + " (" + columns + ")");
  }

  public void row(String table, List<?> cells) {
    String marks = String.join(", ", cells.stream().map(cell -> "?").toList());
    try (var statement =
        owner.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
      for (int i = 0; i < cells.size(); i++) {
        statement.setObject(i + 1, cells.get(i));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void file(String name, Charset charset, String text) {
    write("exports/" + name, text.getBytes(charset));
  }

  public void removeExports() {
    try {
      Files.delete(base.resolve("exports"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one table of the database, whether it is there or not. */
  PieceResult read(TableName table) {
    Installation installation = installation();
    Job job = installation.job(job());
    try (Scan scan = new WholeScan(installation, job).open()) {
      return scan.read(
          new Piece.OfTable("crm", table, Optional.empty(), Optional.empty()), Pace.FREE);
    }
  }

  private Installation installation() {
    return new Installation(base, config(), base.resolve("var"), Map.of());
  }

  Inventory scan() {
    Installation installation = installation();
    Job job = installation.job(job());
    return new WholeScan(installation, job).of(installation.policy(job.policy()));
  }

  /** The first scan, as the command makes it. */
  ScanResult result() {
    Inventory inventory = scan();
    return new ScanResult(
        inventory, check(inventory), Alarm.of(inventory, recognizers()), Optional.empty());
  }

  /** The policy and all jobs, held against an inventory. */
  PolicyCheck check(Inventory inventory) {
    Installation installation = installation();
    Job job = installation.job(job());
    return new PolicyComparison(
            installation.policy(job.policy()),
            installation.jobs().with(job),
            installation.recognizers())
        .check(inventory);
  }

  List<RecognizerSpec> recognizers() {
    return installation().recognizers();
  }

  /** Puts a settings file in its place below the folder, instead of one that is there. */
  public void settings(String name, String text) {
    write(name, text);
  }

  @Override
  public void close() throws SQLException {
    owner.close();
  }

  private void copyRecognizers() {
    folder("config/recognizers");
    try (Stream<Path> files = Files.list(Path.of("config", "recognizers"))) {
      for (Path file : files.toList()) {
        Files.copy(file, base.resolve("config/recognizers").resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void folder(String name) {
    try {
      Files.createDirectories(base.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) {
    Path file = base.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String POLICY =
      """
      policy: own
      version: 1
      organisation:
        bin: "190340012348"
        name: {kk: "«Үлгі» ЖШС", ru: "ТОО «Улги»", en: "Ulgi LLP"}
      document: {title: "Policy", reference: "№ 1", date: 2023-03-01, language: en}
      entities:
        - {entity: KZ_IIN, clause: "3.1"}
        - {entity: PERSON, clause: "3.1"}
        - {entity: PHONE_NUMBER, clause: "3.2"}
        - {entity: DATE_OF_BIRTH, clause: "3.2"}
      retention:
        - {id: left, clock: contract-end, term: P2Y, clause: "6.1", then: [destroy]}
      """;

  private static final String SOURCES =
      """
      sources:
        crm: {jdbc: "URL", user: sa, schemas: [PUBLIC], system: CRM}
        exports: {csv: exports, system: Exports}
      """;

  private static final String JOB =
      """
      job: own
      policy: own
      zone: Asia/Almaty
      approval: standing
      limits: {max-rows: 100}
      targets:
        - {source: crm, table: people, retention: left, clock: left_on, action: destroy, entities: [KZ_IIN]}
        - {source: crm, table: others, retention: left, clock: left_on, action: destroy, entities: [KZ_IIN]}
        - {source: exports, file: "*.csv", retention: left, clock: {column: left_on, format: dd.MM.yyyy}, action: destroy, entities: [KZ_IIN]}
      """;
}
