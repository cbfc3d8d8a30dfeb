package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.recognize.Finding;
import kz.umyt.recognize.text.Characters;
import kz.umyt.report.Act;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents in databases lose the people in them, and nothing else. */
class DocumentsIT {

  private static final int ROWS = 300;

  @TempDir Path folder;

  private TestDatabase database;

  private Night night(Engine engine, String columns) {
    Shop shop = Shop.in(folder.resolve("shop")).database("db", database);
    shop.job(
        """
        throttle: {pause: 0ms}
        targets:
          - source: db
            table: letter
            retention: contract-end-p2y
            clock: ended
            action: anonymize
            columns:
        """
            + columns);
    return new Night(shop);
  }

  private void create(Engine engine) {
    database = engine.fresh(folder);
    boolean postgres = engine == Engine.POSTGRESQL;
    database.execute(
        "CREATE TABLE letter (id INT PRIMARY KEY, body "
            + (postgres ? "TEXT" : "VARCHAR(4000)")
            + ", doc JSON, ended DATE"
            + (postgres ? ", fast JSONB, page XML" : "")
            + ")");
    for (int id = 1; id <= ROWS; id++) {
      String ended = id % 3 == 0 ? "2025-01-01" : "2020-01-01";
      String json = "{\"k\":[87011234567,\"т. 8701%07d\",1.50,null]}".formatted(id);
      database.execute(
          "INSERT INTO letter (id, body, doc, ended"
              + (postgres ? ", fast, page" : "")
              + ") VALUES ("
              + id
              + ", '<p n=\"87011234567\">т. 87011234567 &amp; к</p>', "
              + (engine == Engine.H2 ? "JSON " : "")
              + "'"
              + json
              + "', DATE '"
              + ended
              + "'"
              + (postgres ? ", '" + json + "', '<a>87011234567</a>'" : "")
              + ")");
    }
  }

  @ParameterizedTest
  @EnumSource
  void staysADocument(Engine engine) {
    create(engine);
    boolean postgres = engine == Engine.POSTGRESQL;
    String columns =
        """
              body: {operator: redact, detected: true}
              doc: {operator: replace, detected: true}
        """
            + (postgres
                ? """
                      fast: {operator: mask, chars_to_mask: 7, from_end: true, detected: true}
                      page: {operator: redact, detected: true}
                """
                : "");
    Night night = night(engine, columns.indent(0));

    RunResult result = night.run(DocumentsIT::phones);

    Act.ActTarget letter = Night.target(result, RetentionRunIT.name(engine, "letter"));
    assertThat(letter.anonymized()).isEqualTo(ROWS * 2 / 3);
    assertThat(letter.failed()).isZero();
    assertThat(letter.remaining()).isZero();
    assertThat(result.status()).isEqualTo(RunResult.Status.VERIFIED);
    assertThat(database.rows("SELECT body FROM letter WHERE id = 1"))
        .containsExactly("<p n=\"\">т.  &amp; к</p>");
    assertThat(database.rows("SELECT doc FROM letter WHERE id = 1"))
        .containsExactly(
            // MySQL keeps what a document says, and not how it was written.
            engine.isMySql()
                ? "{\"k\": [\"<PHONE_NUMBER>\", \"т. <PHONE_NUMBER>\", 1.5, null]}"
                : "{\"k\":[\"<PHONE_NUMBER>\",\"т. <PHONE_NUMBER>\",1.50,null]}");
    assertThat(database.rows("SELECT doc FROM letter WHERE id = 3").get(0)).contains("87010000003");
    if (postgres) {
      assertThat(database.rows("SELECT fast->'k'->>0, page FROM letter WHERE id = 2"))
          .containsExactly("8701*******|<a></a>");
    }
    assertThat(night.run(DocumentsIT::phones).status()).isEqualTo(RunResult.Status.NOTHING_DUE);
  }

  private static List<Finding> phones(String text) {
    List<Finding> found = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !Characters.isDigit(text.charAt(at))) {
        if (at - from == 11) {
          found.add(new Finding("PHONE_NUMBER", from, at, 1, true, "phones"));
        }
        from = at + 1;
      }
    }
    return found;
  }
}
