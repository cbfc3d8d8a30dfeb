package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.umyt.anonymize.Decryption;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.ledger.Entry;
import kz.umyt.ledger.LedgerReader;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.Act;
import kz.umyt.report.ActHtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens under the shared key stay equal from run to run, until somebody destroys it. */
class SharedKeyIT {

  private static final int PEOPLE = 2_400;

  private static final RetentionRun.Surroundings SURROUNDINGS =
      new RetentionRun.Surroundings(
          Clock.fixed(Instant.parse("2026-05-01T03:00:00Z"), ZoneOffset.UTC),
          System::nanoTime,
          "owner",
          "host",
          "umyt test");

  @TempDir Path folder;

  private TestDatabase database;
  private Night night;
  private KeyKeeper keeper;

  private void company(Engine engine, String head) {
    database = engine.fresh(folder);
    database.execute(
        "CREATE TABLE person (id INT PRIMARY KEY, iin CHAR(12), note "
            + (engine == Engine.MARIADB ? "LONGTEXT" : "VARCHAR")
            + ", ended DATE)",
        "CREATE TABLE account (id INT PRIMARY KEY, iin VARCHAR(40), ended DATE)");
    List<List<?>> people = new ArrayList<>();
    List<List<?>> accounts = new ArrayList<>();
    for (int id = 1; id <= PEOPLE; id++) {
      people.add(List.of(id, "85020330" + (4000 + id), "note " + id, LocalDate.of(2020, 1, 1)));
      accounts.add(List.of(id, "85020330" + (4000 + id), LocalDate.of(2025, 1, 1)));
    }
    database.insert("INSERT INTO person VALUES (?, ?, ?, ?)", people);
    database.insert("INSERT INTO account VALUES (?, ?, ?)", accounts);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(job(head));
    night = new Night(shop);
    keeper = new KeyKeeper(new Home(shop.home()), SURROUNDINGS);
  }

  private static String job(String head) {
    return head
        + """

        throttle: {chunk-time: 1ms, pause: 0ms}
        targets:
          - source: db
            table: person
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              iin: hash
              note: encrypt
          - source: db
            table: account
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns: {iin: hash}
        """;
  }

  @ParameterizedTest
  @EnumSource
  void tokensStayEqualFromRunToRunAndNothingIsAnonymizedTwice(Engine engine) {
    company(engine, "key: shared");
    keeper.init();

    Act first = night.run().act().orElseThrow();
    List<String> before = database.rows("SELECT * FROM person ORDER BY id");
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    database.execute("UPDATE account SET ended = DATE '2020-01-01'");
    Act second = night.run().act().orElseThrow();

    assertThat(database.rows("SELECT * FROM person ORDER BY id")).isEqualTo(before);
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM person p JOIN account a ON a.id = p.id"
                    // The column of the one is shorter, and a shorter token begins the longer one.
                    + " AND TRIM(p.iin) = SUBSTRING(a.iin FROM 1 FOR 12)"))
        .as("equal in both tables, two nights apart")
        .isEqualTo(PEOPLE);
    for (Act act : List.of(first, second)) {
      assertThat(act.status()).isEqualTo(Act.Status.VERIFIED);
      assertThat(act.keyDestroyed()).isEmpty();
      assertThat(act.sharedKeys())
          .singleElement()
          .satisfies(
              key -> {
                assertThat(key.number()).isEqualTo(1);
                assertThat(key.used()).isTrue();
              });
    }
    assertThat(first.targets().get(0).proof().pseudonymized()).containsExactly("iin", "note");
    assertThat(ActHtmlText.of(first))
        .contains("Псевдонимизировано, ключ действует", "кілт қолданыста")
        .contains("Pseudonymized, key live", "still personal data until the key is destroyed");
    assertThat(night.files("home/keys")).contains("home/keys/shared-1.key");
    night.assertLeftClean();
  }

  @Test
  void withoutOneTheActSaysNothingOfSharedKeysAndTheKeyIsTheRunsOwn() {
    company(Engine.H2, "key: run");

    Act act = night.run().act().orElseThrow();

    assertThat(act.sharedKeys()).isEmpty();
    assertThat(act.targets().get(0).proof().pseudonymized()).isEmpty();
    assertThat(ActHtmlText.of(act)).doesNotContain("key live", "ключ действует");
    assertThat(events()).contains(Events.KEY_DESTROYED).doesNotContain(Events.SHARED_KEY_USED);
  }

  @Test
  void ofARunThatNobodyMadeAKeyForNothingIsTouched() {
    company(Engine.H2, "key: shared");

    assertThatThrownBy(night::run)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there is no shared key; nothing was touched")
        .hasMessageContaining("umyt keys init");
    assertThat(events()).isEmpty();
    assertThat(database.number("SELECT COUNT(*) FROM person WHERE note LIKE 'note %'"))
        .isEqualTo(PEOPLE);
  }

  @Test
  void aRunGoesOnWithTheKeyThatItBeganWith() {
    company(Engine.H2, "key: shared");
    keeper.init();
    stopAfterOneChunk();
    assertThat(keeper.rotate().number()).isEqualTo(2);

    Act act = night.run().act().orElseThrow();

    assertThat(act.sharedKeys()).extracting(Act.SharedKey::used).containsExactly(true, false);
    assertThat(act.keyDestroyed()).isEmpty();
    keeper.destroy();
  }

  @Test
  void aRunWhoseKeyIsDestroyedWaitsForSomebodyToDecide() {
    company(Engine.H2, "key: shared");
    keeper.init();
    String run = stopAfterOneChunk();
    long left = database.number("SELECT COUNT(*) FROM person WHERE note LIKE 'note %'");

    assertThat(keeper.destroy()).containsExactly(1);
    assertThatThrownBy(night::run)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no shared key any more: it was destroyed on 2026-05-01");
    assertThat(database.number("SELECT COUNT(*) FROM person WHERE note LIKE 'note %'"))
        .isEqualTo(left)
        .isPositive();
    assertThat(keeper.init().number()).isEqualTo(2);
    RunResult result = night.run();

    Act act = result.act().orElseThrow();
    assertThat(act.run()).isEqualTo(run);
    assertThat(act.targets().get(0).anonymized()).isEqualTo(PEOPLE);
    assertThat(act.sharedKeys()).extracting(Act.SharedKey::used).containsExactly(true, true);
    assertThat(act.sharedKeys().get(0).destroyed()).isPresent();
    assertThat(act.keyDestroyed()).as("the second one lives").isEmpty();
    assertThat(ActHtmlText.of(act)).contains("01.05.2026", "key live");
  }

  @Test
  void destroysAllKeysOnceAndForGood() throws Exception {
    company(Engine.H2, "key: shared");
    keeper.init();
    night.run();
    keeper.rotate();
    byte[] first = Files.readAllBytes(folder.resolve("shop/home/keys/shared-1.key"));
    Files.write(folder.resolve("shop/home/keys/.shared-3.key.crashed"), first);

    assertThat(keeper.destroy()).containsExactly(1, 2);
    assertThat(keeper.destroy()).isEmpty();

    assertThat(night.files("home/keys")).noneMatch(file -> file.contains("shared"));
    assertThat(events()).containsOnlyOnce(Events.SHARED_KEYS_DESTROYED);
    assertThat(keeper.init().number()).as("no number comes twice").isEqualTo(3);
    assertThat(keeper.init().isNew()).isFalse();
  }

  @Test
  void aKeyWhoseFileSomebodyRemovedIsWrittenDownAsGone() throws Exception {
    company(Engine.H2, "key: shared");
    keeper.init();
    Files.delete(folder.resolve("shop/home/keys/shared-1.key"));

    assertThat(keeper.destroy()).containsExactly(1);
    assertThat(keeper.destroy()).isEmpty();
  }

  @Test
  void nobodyTouchesTheKeysWhileARunIsAtWork() {
    company(Engine.H2, "key: shared");
    keeper.init();
    RunLock lock = RunLock.acquire(folder.resolve("shop/home"));
    try (lock) {
      assertThatThrownBy(keeper::destroy).isInstanceOf(LockHeldException.class);
      assertThatThrownBy(keeper::rotate).isInstanceOf(LockHeldException.class);
    }
    assertThat(night.files("home/keys")).contains("home/keys/shared-1.key");
  }

  @Test
  void theOwnerReadsEncryptedCellsWhileTheirKeyLives() {
    company(Engine.H2, "key: shared");
    keeper.init();
    night.run();
    keeper.rotate();
    String cell = database.rows("SELECT note FROM person WHERE id = 7").get(0);

    Decryption decryption = keeper.decryption();

    assertThat(cell).startsWith("e1.");
    assertThat(decryption.of(cell)).contains("note 7");
    assertThat(decryption.of("note 7")).isEmpty();
    keeper.read(1);
    assertThat(events()).contains(Events.DECRYPTION_STARTED, Events.DATA_READ);
    keeper.destroy();
    assertThatThrownBy(keeper::decryption)
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("there is no shared key");
  }

  @Test
  void anApprovalBindsTheKindOfKey() {
    company(Engine.H2, "approval: per-plan\nkey: ${UMYT_TEST_KEY:shared}");
    keeper.init();

    assertThatThrownBy(
            () ->
                night.runApproved(
                    Progress.NONE, () -> night.shop().variable("UMYT_TEST_KEY", "run")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("tokens are made under another kind of key");
  }

  @Test
  void thePlanSaysThatAKeyIsMissing() {
    company(Engine.H2, "key: shared");

    assertThat(night.preview().refusal().orElseThrow()).contains("umyt keys init");
    assertThat(night.preview().remarks()).anyMatch(remark -> remark.contains("key: shared"));
    keeper.init();
    assertThat(night.preview().refusal()).isEmpty();
  }

  private String stopAfterOneChunk() {
    StopSignal stop = new StopSignal();
    AtomicInteger done = new AtomicInteger();
    RunResult stopped =
        night.run(
            Night.atChunks(
                () -> {},
                () -> {
                  if (done.incrementAndGet() == 1) {
                    stop.request("the test says so");
                  }
                }),
            stop);
    assertThat(stopped.status()).isEqualTo(RunResult.Status.STOPPED);
    return stopped.run();
  }

  private List<String> events() {
    Path ledger = new Home(night.shop().home()).ledger();
    return Files.exists(ledger)
        ? new LedgerReader(ledger).entries().stream().map(Entry::event).toList()
        : List.of();
  }
}
