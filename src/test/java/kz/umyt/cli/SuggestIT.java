package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a scan to a job that plans at once, as people do it. */
class SuggestIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final String AS_OF = "2026-01-15";

  @TempDir private Path temp;

  @Test
  void theSampleCompanyGetsTheRulesAndClocksOfItsOwnJob() throws IOException {
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));
    UMYT.run("scan", "alatau-retention", "--home", home.folder(), "-q");
    Path inventory = home.folder().resolve("out/alatau-retention/inventory.json");
    Path job = temp.resolve("jobs/suggested.yaml");

    UmytProcess.Ended ended =
        UMYT.run(
            "suggest", inventory, "--policy", "alatau-net", "--home", home.folder(), "--out", job);

    assertThat(ended.endsWith(ExitCode.DONE).out()).contains("Job: " + job);
    UMYT.run("plan", job, "--as-of", AS_OF, "--home", home.folder())
        .endsWith(ExitCode.NEEDS_PERSON);
    Installation installation =
        new Installation(
            Path.of(""), Path.of("config"), home.folder(), Map.of("UMYT_HOME", "none"));
    Map<String, String> own = clocks(installation.job(Path.of("jobs/alatau-retention.yaml")));
    Map<String, String> suggested = clocks(installation.job(job));
    assertThat(own).containsAllEntriesOf(suggested);
    assertThat(suggested).hasSameSizeAs(own);
  }

  /** By table or file: rule, clock and subject. */
  private static Map<String, String> clocks(Job job) {
    Map<String, String> clocks = new TreeMap<>();
    for (Target target : job.targets()) {
      String place =
          target instanceof Target.Table table
              ? table.table().value()
              : ((Target.Files) target).file().value();
      ClockSpec.Column clock = (ClockSpec.Column) target.clock();
      clocks.put(
          place.toLowerCase(Locale.ROOT),
          (target.retention()
                  + " "
                  + clock.name()
                  + " "
                  + clock.format().map(String::valueOf).orElse("")
                  + " of "
                  + target.subject().map(String::valueOf).orElse("nobody"))
              .toLowerCase(Locale.ROOT));
    }
    return clocks;
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatIsSuggestedPlansAndRunsOnEveryEngine(Engine engine) throws IOException {
    TestDatabase database = engine.fresh(temp);
    tables(database);
    Shop shop = Shop.in(temp).database("db", database);
    SampleHome.copy(Path.of("config/recognizers"), temp.resolve("config/recognizers"));
    shop.job(
        """
        targets:
          - {source: db, table: people, retention: contract-end-p2y, clock: contract_end, action: destroy}
        """);
    UMYT.run("scan", temp.resolve("jobs/job.yaml"), "--config", config(), "--home", shop.home());
    Path inventory = shop.home().resolve("out/nightly/inventory.json");

    UmytProcess.Ended ended =
        UMYT.run(
                "suggest",
                inventory,
                "--policy",
                "shop",
                "--job",
                "first",
                "--config",
                config(),
                "--home",
                shop.home())
            .endsWith(ExitCode.DONE);

    assertThat(ended.err()).isEmpty();
    Path job = shop.write("jobs/first.yaml", ended.out());
    JsonNode plan = json(shop, "plan", job).at("/targets");
    assertThat(names(plan)).containsExactly("client_notes", "orders", "people");
    assertThat(plan.at("/1/clock").stringValue().toLowerCase(Locale.ROOT))
        .isEqualTo("contract-end: people.contract_end");
    assertThat(plan.at("/2/clock").stringValue().toLowerCase(Locale.ROOT))
        .isEqualTo("contract-end: contract_end");
    Files.writeString(
        job, ended.out().replace("max-share: 10%", "max-share: 100%"), StandardCharsets.UTF_8);
    json(shop, "run", job);
    // What others point to is anonymized, what nobody points to is destroyed.
    assertThat(database.number("SELECT COUNT(*) FROM client_notes")).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM orders")).isEqualTo(20);
    assertThat(database.number("SELECT COUNT(*) FROM orders WHERE phone LIKE '+7%'")).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM people")).isEqualTo(20);
    assertThat(database.number("SELECT COUNT(*) FROM people WHERE full_name = 'Иванов Иван'"))
        .isZero();
  }

  private Path config() {
    return temp.resolve("config");
  }

  private JsonNode json(Shop shop, String command, Path job) {
    UmytProcess.Ended ended =
        UMYT.run(
                command,
                job,
                "--as-of",
                AS_OF,
                "--json",
                "--config",
                config(),
                "--home",
                shop.home())
            .endsWith(ExitCode.DONE);
    return new JsonMapper().readTree(ended.out());
  }

  private static List<String> names(JsonNode targets) {
    List<String> names = new ArrayList<>();
    for (JsonNode target : targets) {
      String name = target.at("/target").stringValue().toLowerCase(Locale.ROOT);
      names.add(name.substring(name.indexOf('.') + 1));
    }
    return names;
  }

  private static void tables(TestDatabase database) {
    database.execute(
        "CREATE TABLE people (id INTEGER PRIMARY KEY, iin VARCHAR(12) NOT NULL UNIQUE,"
            + " full_name VARCHAR(80) NOT NULL, email VARCHAR(80) UNIQUE, birth_date DATE NOT NULL,"
            + " contract_end DATE)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, person_id INTEGER NOT NULL REFERENCES people"
            + " (id), created_at "
            + database.timestampType()
            + ", phone VARCHAR(20) NOT NULL)",
        "CREATE TABLE client_notes (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES"
            + " orders (id), note VARCHAR(200) NOT NULL)");
    for (int i = 1; i <= 20; i++) {
      database.execute(
          String.format(
              Locale.ROOT,
              "INSERT INTO people VALUES (%d, '%s', 'Иванов Иван', 'p%d@example.org', DATE"
                  + " '1985-01-01', DATE '2015-03-01')",
              i,
              iin(i),
              i),
          String.format(
              Locale.ROOT,
              "INSERT INTO orders VALUES (%d, %d, TIMESTAMP '2014-05-05 10:00:00', '+77010550%03d')",
              i,
              i,
              i),
          String.format(
              Locale.ROOT,
              "INSERT INTO client_notes VALUES (%d, %d, 'звонить +77010550%03d')",
              i,
              i,
              i));
    }
  }

  /** With a serial that registers rarely reach, and check digits that fit. */
  private static String iin(int number) {
    String first = String.format(Locale.ROOT, "850101%05d", 39_000 + number * 7);
    int check = weighed(first, 0);
    return first + (check == 10 ? weighed(first, 2) % 10 : check);
  }

  private static int weighed(String digits, int turn) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * ((i + turn) % 11 + 1);
    }
    return sum % 11;
  }

  @Test
  void datesOfFilesArePlannedInTheirFormat() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("files"));
    for (int year : List.of(2019, 2020)) {
      Files.writeString(
          folder.resolve("клиенты-" + year + ".csv"),
          "ИИН;Дата расторжения\n850101300114;05.03.2015\n");
    }
    Shop shop = Shop.in(temp).folder("exports", folder);
    Path inventory =
        shop.write(
            "inventory.json",
            """
            {"job":"scan","started":"2026-01-15T11:00:00+05:00","finished":"2026-01-15T11:00:01+05:00",
             "sources":[{"name":"exports","kind":"csv","tables":[%s,%s]}]}
            """
                .formatted(written(2019), written(2020)));

    UmytProcess.Ended ended =
        UMYT.run("suggest", inventory, "--policy", "shop", "--config", config())
            .endsWith(ExitCode.DONE);

    JsonNode plan = json(shop, "plan", shop.write("jobs/files.yaml", ended.out()));
    assertThat(plan.at("/targets")).hasSize(1);
    assertThat(plan.at("/targets/0/due").intValue()).isEqualTo(2);
    assertThat(plan.at("/targets/0/clock").stringValue())
        .isEqualTo("contract-end: Дата расторжения");
  }

  private static String written(int year) {
    return """
    {"name":"клиенты-%d.csv","rows":1,"scanned":1,"columns":[
      {"name":"ИИН","type":"text","nonNull":1,"entity":"KZ_IIN","confidence":1.0},
      {"name":"Дата расторжения","type":"text","nonNull":1,
       "dates":{"format":"dd.MM.yyyy","cells":1,"sentinels":0,"future":0}}]}
    """
        .formatted(year);
  }

  @Test
  void mistakesAreToldInOneLineAndNothingIsWritten() throws IOException {
    Path inventory = Files.writeString(temp.resolve("inventory.json"), "{\"job\": 1}");
    UMYT.run("suggest", inventory, "--policy", "alatau-nett")
        .saysOnly(ExitCode.USAGE, "unknown policy 'alatau-nett'", "'alatau-net'");
    UMYT.run("suggest", inventory, "--policy", "alatau-net")
        .saysOnly(ExitCode.USAGE, "inventory.json", "is no inventory.json of umyt scan");
    UMYT.run("suggest", temp.resolve("none.json"), "--policy", "alatau-net")
        .saysOnly(ExitCode.USAGE, "there is no file", "none.json");
    UMYT.run("suggest", inventory, "--policy", "alatau-net", "--job", "my job")
        .saysOnly(ExitCode.USAGE, "a job's name must be");
    UMYT.run("suggest", inventory, "--policy", "alatau-net", "--out", inventory)
        .saysOnly(ExitCode.USAGE, "there is a file", "--force");
    assertThat(Files.readString(inventory)).isEqualTo("{\"job\": 1}");
  }
}
