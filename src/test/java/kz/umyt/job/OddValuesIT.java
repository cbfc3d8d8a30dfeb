package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people really have in their columns comes through an anonymizing statement unharmed. */
class OddValuesIT {

  private static final List<String> TEXTS =
      List.of(
          "it's \"quoted\" `here` \\ and \\\\n {a,b} [1,2] $$ :x ?",
          "tab\tnewline\nreturn\r\u0001\u001f\u2028",
          "Әжіғұлова Ұлпан, қ. Өскемен",
          "\uD83D\uDE00 emoji and a combining e\u0301",
          "NULL",
          "null",
          " ",
          "x".repeat(70_000));

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void theyComeThroughUnharmed(Engine engine) {
    TestDatabase database = engine.fresh(folder);
    String text = engine == Engine.MARIADB ? "LONGTEXT" : "TEXT";
    database.execute(
        "CREATE TABLE client (id BIGINT PRIMARY KEY, note "
            + text
            + ", nickname VARCHAR(40), born DATE, seen TIMESTAMP(6) NULL, score NUMERIC(12, 3),"
            + " ended DATE)");
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      rows.add(
          Arrays.asList(
              i == 0 ? Long.MIN_VALUE + 1 : i,
              TEXTS.get(i) + "1234",
              i % 2 == 0 ? null : "a",
              i % 3 == 0 ? null : LocalDate.of(1985, 5, 17),
              i % 3 == 1 ? null : LocalDateTime.of(2001, 3, 25, 2, 30, 0, 123_456_000),
              i % 2 == 0 ? null : new java.math.BigDecimal("123456789.125"),
              LocalDate.of(2020, 1, 1)));
    }
    database.insert("INSERT INTO client VALUES (?, ?, ?, ?, ?, ?, ?)", rows);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        targets:
          - source: db
            table: client
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
              note: {operator: mask, masking_char: "*", chars_to_mask: 4, from_end: true}
              nickname: {operator: replace, new_value: "o'\\"\\\\ ү"}
              born: {operator: generalize, to: year}
              score: {operator: generalize, to: {range: 100}}
        """);

    RunResult result = new Night(shop).run();

    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.rows("SELECT note FROM client ORDER BY id"))
        .containsExactlyElementsOf(TEXTS.stream().map(one -> one + "****").toList());
    assertThat(database.rows("SELECT nickname FROM client ORDER BY id"))
        .containsExactlyElementsOf(
            List.of(
                "null", "o'\"\\ ү", "null", "o'\"\\ ү", "null", "o'\"\\ ү", "null", "o'\"\\ ү"));
    assertThat(database.rows("SELECT born FROM client ORDER BY id"))
        .containsOnly("null", "1985-01-01");
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE born IS NULL")).isEqualTo(3);
    assertThat(database.rows("SELECT COUNT(DISTINCT seen) FROM client")).containsExactly("1");
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE score IS NULL")).isEqualTo(4);
    assertThat(database.number("SELECT COUNT(*) FROM client WHERE score = 123456789.125")).isZero();
    assertThat(new Night(shop).run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }
}
