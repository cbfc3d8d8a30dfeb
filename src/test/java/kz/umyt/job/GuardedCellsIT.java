package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.umyt.engines.Shop;
import kz.umyt.report.Act;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in which spreadsheets were kept from changing numbers: ="0123", '0123. */
class GuardedCellsIT {

  private static final String JOB =
      """
      targets:
        - source: files
          file: people.csv
          subject: iin
          retention: contract-end-p2y
          clock: {column: ended, format: yyyy-MM-dd}
      """;

  @TempDir Path folder;
  private Path people;

  private Shop shop(String rows) throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    people = files.resolve("people.csv");
    Files.writeString(people, "iin;phone;ended\n" + rows);
    return Shop.in(folder.resolve("shop")).folder("files", files);
  }

  @Test
  void anonymizedRowsAreKnownAgain() throws IOException {
    Shop shop =
        shop(
            """
            ="010203500117";'+77015550100;="2020-01-01"
            '000105600119;+77015550101;2020-01-01
            ="050505500116";'+77015550102;'2025-12-01
            """);
    shop.job(
        JOB
            + """
                action: anonymize
                columns:
                  phone: {operator: mask, masking_char: "*", chars_to_mask: 8, from_end: true}
            """);
    Night night = new Night(shop);

    Act.ActTarget first = target(night.run());

    assertThat(first.anonymized()).isEqualTo(2);
    String after = Files.readString(people);
    assertThat(after)
        .isEqualTo(
            """
            iin;phone;ended
            ="010203500117";'+770********;="2020-01-01"
            '000105600119;+770********;2020-01-01
            ="050505500116";'+77015550102;'2025-12-01
            """);
    assertThat(night.plan().targets().get(0).due()).isZero();
    assertThat(night.run().status()).isEqualTo(RunResult.Status.NOTHING_DUE);
    assertThat(people).hasContent(after);
  }

  /** Replaced by what looks like a guard itself. */
  @Test
  void aNewValueThatLooksGuardedIsKnownAgain() throws IOException {
    Shop shop = shop("1;'+77015550100;2020-01-01\n");
    shop.job(
        JOB
            + """
                action: anonymize
                columns: {phone: {operator: replace, new_value: "'0000"}}
            """);
    Night night = new Night(shop);

    night.run();

    assertThat(people).hasContent("iin;phone;ended\n1;0000;2020-01-01");
    assertThat(night.plan().targets().get(0).due()).isZero();
  }

  @Test
  void aHoldFindsAGuardedNumberAndIsFoundIfGuardedItself() throws IOException {
    Shop shop =
        shop(
            """
            ="010203500117";1;2020-01-01
            000105600119;1;2020-01-01
            '050505500116;1;2020-01-01
            """);
    shop.write(
        "holds.csv",
        "subject,table,key,authority,reason,from,to\n"
            + "010203500117,,,Court,Case,2026-01-01,\n"
            + "'000105600119,,,Court,Case,2026-01-01,\n");
    shop.job(JOB + "    action: destroy\nregisters: {holds: holds.csv}\n");

    Act.ActTarget target = target(new Night(shop).run());

    assertThat(target.destroyed()).isEqualTo(1);
    assertThat(people)
        .hasContent(
            """
            iin;phone;ended
            ="010203500117";1;2020-01-01
            000105600119;1;2020-01-01
            """);
  }

  private static Act.ActTarget target(RunResult result) {
    return result.targets().get(0);
  }
}
