package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.discover.Changes;
import kz.umyt.discover.Changes.ClassChange;
import kz.umyt.discover.Changes.ColumnData;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Place;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.discover.ScanResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryHtmlTest {

  private static final String HTML = html(SampleInventories.shop());

  @TempDir private Path folder;

  private static String html(Inventory inventory) {
    return new String(
        InventoryHtml.bytes(SampleInventories.first(inventory), SampleInventories.NOTES),
        StandardCharsets.UTF_8);
  }

  private static String sheet(String html, String language) {
    int from = html.indexOf("<article class=\"sheet map\" lang=\"" + language + "\"");
    return html.substring(from, html.indexOf("</article>", from));
  }

  @Test
  void holdsTheMapInThreeLanguages() {
    assertThat(HTML).contains("<title>Карта персональных данных · shop-discovery</title>");
    assertThat(sheet(HTML, "ru")).contains("<h1>Карта персональных данных</h1>");
    assertThat(sheet(HTML, "kk")).contains("<h1>Дербес деректер картасы</h1>");
    assertThat(sheet(HTML, "en")).contains("<h1>Map of personal data</h1>");
    for (String language : new String[] {"ru", "kk", "en"}) {
      assertThat(sheet(HTML, language))
          .contains(
              "PUBLIC.CLIENTS", "85********14", "PUBLIC.GOODS", "billing", "1\u202F000\u202F000")
          .contains("type BINARY LARGE OBJECT is not read", "the password is refused (28P01)");
    }
  }

  @Test
  void theTotalsAreTheSumsOfTheInventory() {
    Inventory shop = SampleInventories.shop();

    assertThat(InventoryTotals.of(shop, InventoryMap.of(shop)))
        .isEqualTo(new InventoryTotals(3, 4, 1, 1_001_292, 10, 6, 5, 1, 3));
    assertThat(sheet(HTML, "en"))
        .contains("<strong>3</strong> <span>sources</span>")
        .contains("<strong>4</strong> <span>tables and files read</span>")
        .contains("<strong>1\u202F001\u202F292</strong> <span>rows read</span>")
        .contains("<strong>10</strong> <span>columns read</span>")
        .contains("<strong>6</strong> <span>columns with personal data</span>")
        .contains("<strong>5</strong> <span>kinds of personal data</span>")
        .contains("<strong>1</strong> <span>column holds what the policy does not list</span>")
        .contains("<strong>3</strong> <span>places were not read</span>");
  }

  @Test
  void saysFirstWhatNeedsAPersonAndTheWidestGapFirst() {
    String sheet = sheet(HTML, "en");

    assertThat(sheet)
        .containsSubsequence(
            "What needs a person</h2>",
            "To be acted on at once",
            "verification code of a payment card",
            "No verification code or PIN",
            "Delete the verification codes now.",
            "Not read</h3>",
            "billing",
            "Have the administrator mend the access",
            "connection lost",
            "have what the reason says put right",
            "PHOTO",
            "Ask those who know the system",
            "Not in the policy</h3>",
            "e-mail address",
            "Kinds of personal data</h2>",
            "Where it is</h2>");
    assertThat(sheet).contains("read only in part", "Nothing in this source could be read.");
  }

  @Test
  void theStateIsTheWorstThatIsTrue() {
    Inventory shop = SampleInventories.shop();
    RecognizerNotes silent =
        new RecognizerNotes(entity -> Optional.empty(), name -> Optional.empty());
    Inventory read =
        new Inventory(
            shop.job(),
            shop.started(),
            shop.finished(),
            shop.sources().stream()
                .map(
                    source ->
                        new SourceInventory(
                            source.name(),
                            source.kind(),
                            source.read(),
                            source.tables().stream()
                                .map(
                                    table ->
                                        new TableInventory(
                                            table.name(),
                                            OptionalLong.of(table.scanned()),
                                            table.scanned(),
                                            table.columns()))
                                .toList()))
                .toList(),
            shop.undeclared(),
            List.of());

    assertThat(HTML).contains("class=\"summary alarm\"");
    assertThat(
            new String(
                InventoryHtml.bytes(SampleInventories.first(shop), silent), StandardCharsets.UTF_8))
        .contains("class=\"summary incomplete\"");
    assertThat(
            new String(
                InventoryHtml.bytes(SampleInventories.first(read), silent), StandardCharsets.UTF_8))
        .contains("class=\"summary undeclared\"");
    assertThat(html(SampleInventories.clear()))
        .contains("class=\"summary clear\"", "Nothing: everything was read")
        .doesNotContain("class=\"need");
  }

  @Test
  void everyColumnIsExplained() {
    assertThat(sheet(HTML, "en"))
        .contains(
            "individual identification number (IIN) in 1\u202F180 of 1\u202F200 filled cells (98.3%)")
        .contains(
            "date of birth inside the number: passed in 1\u202F180 of 1\u202F180 of these cells.")
        .contains("The name of the column says telephone number; the values show it in 300 of")
        .contains("Some cells also show: individual identification number (IIN).")
        .contains("Most of the column is something else")
        .contains("says telephone number; the values show it in 42 of")
        .contains("The name of the column speaks of free text about a person")
        .contains("The name of the column says telephone number; no value shows it.")
        .contains("No check beyond the form")
        .contains("confidence high, 99%", "confidence middling, 75%", "confidence low, 40%");
    assertThat(sheet(HTML, "ru"))
        .contains("ИИН в 1\u202F180 из 1\u202F200 заполненных ячеек (98,3\u00A0%)");
  }

  @Test
  void saysWhatThePolicyListsAndWhatOfItWasNotFound() {
    assertThat(sheet(HTML, "en"))
        .containsSubsequence(
            "The policy and what was found</h2>",
            "Policy shop, version 1.",
            "Listed, not found</h3>",
            "CITIZENSHIP",
            "no recognizer looks for it",
            "Clause 3.1</h3>",
            "PERSON",
            ">found<",
            "CITIZENSHIP",
            ">not found<");
  }

  @Test
  void saysWhatIsChanceAndWhatIsDamaged() {
    String sheet = sheet(html(SampleInventories.orders()), "en");

    assertThat(sheet)
        .contains("of the numbers laid out like it (900), 95 pass its check, no more than chance")
        .containsSubsequence(
            "Damaged columns</h3>", "NUMBER", "have lost their last digits, cells: 4.");
  }

  @Test
  void oneCellOfAMillionIsShownAsWhatItIs() {
    assertThat(sheet(HTML, "en")).contains("1 <span class=\"line quiet\">&lt;0.1%</span>");
  }

  @Test
  void runsItsOwnScriptAndNeedsNothingFromOutside() {
    int from = HTML.indexOf("<script>") + "<script>".length();
    String script = HTML.substring(from, HTML.indexOf("</script>"));

    assertThat(HTML).containsOnlyOnce("<script").containsOnlyOnce("</script");
    assertThat(HTML)
        .contains("default-src 'none'", "script-src 'sha256-" + base64Sha256(script) + "'");
    assertThat(HTML.replace(script, ""))
        .doesNotContain("<link", "<img", "<iframe", "@import", "url(", "src=", "href=\"h", "http:")
        .doesNotContain("https:", " onclick", " oninput");
  }

  @Test
  void whatComesFromSourcesIsOnlyEverText() {
    String hostile = html(SampleInventories.with(HostileAct.TEXT));
    String harmless = html(SampleInventories.with("text"));

    assertThat(hostile)
        .contains("&lt;script&gt;", "[U+202E]", "[U+200B]", "[U+0000]")
        .containsOnlyOnce("<script")
        .doesNotContain("<img", "\" onmouseover", "\u202E", "\u200B", "\u0000");
    assertThat(count(hostile, "<")).as("no tag more").isEqualTo(count(harmless, "<"));
  }

  @Test
  void returnsTheDigestOfWhatItWrote() throws IOException {
    Path file = folder.resolve("inventory.html");

    String digest =
        InventoryHtml.write(
            SampleInventories.first(SampleInventories.clear()), SampleInventories.NOTES, file);

    assertThat(DurableFile.sha256(Files.readAllBytes(file))).isEqualTo(digest);
  }

  private static String base64Sha256(String text) {
    byte[] digest =
        HexFormat.of().parseHex(DurableFile.sha256(text.getBytes(StandardCharsets.UTF_8)));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static long count(String text, String part) {
    return text.chars().filter(c -> c == part.charAt(0)).count();
  }

  @Test
  void doesNotCallAPageClearWhereATableHasNoRule() {
    ScanResult result =
        new ScanResult(
            SampleInventories.clear(),
            SampleInventories.check(
                List.of(new WithoutRule("crm", "PUBLIC.<b>", List.of("KZ_IIN")))),
            List.of(),
            Optional.empty());

    assertThat(html(result))
        .contains("class=\"summary unruled\"", "PUBLIC.&lt;b&gt;", "kept for ever")
        .doesNotContain("Nothing: everything was read");
  }

  @Test
  void tellsWhatIsNewSinceTheLastScan() {
    Place place = new Place("crm", "PUBLIC.CLIENTS", "SECOND_<b>");
    Changes changes =
        new Changes(
            OffsetDateTime.parse("2026-01-14T02:15:00+05:00"),
            List.of(),
            List.of(),
            List.of(new ColumnData(place, List.of("PHONE_NUMBER"))),
            List.of(),
            List.of(new ClassChange(place, Optional.empty(), Optional.of("KZ_IIN"))),
            List.of(),
            List.of(),
            List.of());

    assertThat(html(withChanges(Optional.of(changes))))
        .contains("New column with personal data", "SECOND_&lt;b&gt;", "none →");
    assertThat(html(withChanges(Optional.empty()))).contains("This is the first scan");
    assertThat(html(withChanges(Optional.of(NOTHING_NEW)))).contains("Nothing has changed");
  }

  private static final Changes NOTHING_NEW =
      new Changes(
          OffsetDateTime.parse("2026-01-14T02:15:00+05:00"),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  private static ScanResult withChanges(Optional<Changes> changes) {
    return new ScanResult(
        SampleInventories.clear(), SampleInventories.check(List.of()), List.of(), changes);
  }

  private static String html(ScanResult result) {
    return new String(InventoryHtml.bytes(result, SampleInventories.NOTES), StandardCharsets.UTF_8);
  }
}
