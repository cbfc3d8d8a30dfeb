package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Discovery as people start it, on the sample company. */
class ScanIT {

  private static final UmytProcess UMYT = new UmytProcess();

  @TempDir private Path temp;

  private static UmytProcess.Ended scan(SampleHome home, Object... more) {
    Object[] arguments = new Object[4 + more.length];
    arguments[0] = "scan";
    arguments[1] = "alatau-retention";
    arguments[2] = "--home";
    arguments[3] = home.folder();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return UMYT.run(arguments);
  }

  private static JsonNode inventory(SampleHome home) {
    return new JsonMapper().readTree(home.folder().resolve("out/alatau-retention/inventory.json"));
  }

  @Test
  void holdsThePolicyAgainstTheSampleCompany() throws IOException {
    SampleHome home = SampleHome.built().home().copyTo(temp.resolve("home"));

    UmytProcess.Ended ended = scan(home).endsWith(ExitCode.NEEDS_PERSON);

    JsonNode check = inventory(home).at("/policyCheck");
    assertThat(check.at("/policy/id").stringValue()).isEqualTo("alatau-net");
    assertThat(check.at("/lists")).hasSize(6);
    // The company writes down with what browser people logged in, and its policy does not say so.
    assertThat(check.at("/undeclared").toString())
        .contains(
            "{\"entity\":\"USER_AGENT\",\"columns\":1,\"addTo\":[{\"clause\":\"п. 3.3\",\"entities\":"
                + "[\"LOGIN\",\"IP_ADDRESS\",\"MAC_ADDRESS\",\"ACCESS_TIME\"]}]}");
    assertThat(ended.err())
        .contains(
            "missing in policy 'alatau-net': USER_AGENT in 1 column; it belongs into the list of"
                + " clause п. 3.3 (LOGIN, IP_ADDRESS, MAC_ADDRESS, ACCESS_TIME)");
    assertThat(check.at("/withoutRule")).isEmpty();
    assertThat(check.at("/unreadJobs")).isEmpty();
    assertThat(ended.err()).doesNotContain("act at once");
    assertThat(inventory(home).at("/changes").isNull()).isTrue();
  }

  @Test
  void tellsWhatHasChangedSinceTheDemo() throws IOException, SQLException {
    SampleHome home = SampleHome.shown().home().copyTo(temp.resolve("home"));
    scan(home);
    assertThat(scan(home).out()).contains("Nothing has changed since the last scan");
    try (Connection connection = home.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE payments ADD COLUMN payer_mobile VARCHAR(20)");
      statement.execute("UPDATE payments SET payer_mobile = '+77015550142'");
      statement.execute("CREATE TABLE leads (note VARCHAR(100))");
      statement.execute("INSERT INTO leads VALUES ('карта Visa, CVV: 123')");
    }
    Files.writeString(
        home.exports().resolve("partners.csv"),
        "iin,name\n850101300114,Сапарова Айгерим\n",
        StandardCharsets.UTF_8);

    UmytProcess.Ended ended = scan(home, "--fail-on-new", "-q").endsWith(ExitCode.NEEDS_PERSON);

    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains(
            "act at once: CARD_CVV: ",
            "  CARD_CVV in crm: PUBLIC.LEADS, column NOTE: 1 cell",
            "without a rule: crm: PUBLIC.LEADS holds ",
            "without a rule: exports: partners.csv holds KZ_IIN, PERSON",
            "since the last scan: new table: crm: PUBLIC.LEADS holds ",
            "since the last scan: new table: exports: partners.csv holds KZ_IIN, PERSON",
            "since the last scan: new: crm: PUBLIC.PAYMENTS, column PAYER_MOBILE holds"
                + " PHONE_NUMBER")
        .doesNotContain("850101300114", "Сапарова", "5550142");
    assertThat(inventory(home).at("/changes/newTables")).hasSize(2);
  }
}
