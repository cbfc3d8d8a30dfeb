package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActHtmlTest {

  private static final String HTML = ActHtml.html(SampleActs.withFailures());

  @TempDir Path folder;

  @Test
  void holdsTheActInThreeLanguages() {
    assertThat(HTML)
        .contains("<title>Акт № 3/2026 об уничтожении персональных данных · ТОО «Дала Байланыс»")
        .contains(
            "lang=\"ru\">",
            "<h1>Акт об уничтожении персональных данных</h1>",
            "lang=\"kk\">",
            "<h1>Дербес деректерді жою туралы акт</h1>",
            "lang=\"en\">",
            "<h1>Act on the destruction of personal data</h1>");
  }

  @Test
  void saysThatASharedKeyStillLeadsBack() {
    assertThat(HTML)
        .contains("Pseudonymized, key live", "Псевдонимизировано, ключ действует")
        .contains("Бүркеншік мәндермен ауыстырылды, кілт қолданыста")
        .contains("umyt keys destroy");
    Act act = SampleActs.withFailures();
    assertThat(ActHtml.html(SampleActs.afterKeyWasDestroyed(act)))
        .contains("Pseudonymized, key destroyed", "The key has been gone since", "Ключа нет с")
        .doesNotContain("key live", "ключ действует");
  }

  @Test
  void needsNothingFromOutside() {
    assertThat(HTML)
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<link", "<img", "<iframe", "@import", "url(", "src=", "href=", "http");
  }

  @Test
  void saysWhatBecameOfTheRecords() {
    assertThat(HTML)
        .contains("437\u202F085</td><td>записей уничтожено<")
        .contains("8\u202F121</td><td>жазба иесіздендірілді<")
        .contains("13</td><td>records could not be changed")
        .contains("A foreign key of payments.invoice_id refers to the record")
        .contains("Trigger subscribers_audit writes old values to subscribers_history.")
        .contains("с 03.02.2015 по 20.11.2024")
        .contains("birth_date", "generalize {to: year}")
        .contains(SampleActs.HEAD, SampleActs.PREVIOUS, SampleActs.POLICY_SHA, SampleActs.JOB_SHA);
  }

  @Test
  void quotesTheDigestOfTheJsonBeside() throws IOException {
    String digest = ActJson.write(SampleActs.withFailures(), folder.resolve("act.json"));

    assertThat(HTML).contains(digest);
  }

  @Test
  void saysThatThePolicyNamesNoBin() {
    assertThat(ActHtml.html(SampleActs.withoutBin()))
        .contains("БИН в документе не указан", "БСН құжатта көрсетілмеген")
        .contains("BIN not stated in the document")
        .doesNotContain("Optional", "150140001249");
    assertThat(HTML).contains("БИН 150140001249").doesNotContain("БИН в документе не указан");
  }

  @Test
  void theVerdictFollowsTheAct() {
    assertThat(HTML).contains("class=\"summary failed-verification\"", "Проверка не пройдена");
    assertThat(ActHtml.html(SampleActs.needsPerson()))
        .contains("class=\"summary needs-person\"", "Орындалды, адамның шешімі қажет")
        .doesNotContain("Проверка не пройдена");
    assertThat(ActHtml.html(SampleActs.verified()))
        .contains("class=\"summary verified\"", "nothing due for destruction or anonymization")
        .contains("none, this is the organisation's first Act");
  }

  @Test
  void doesNotClaimAMethodWhereNothingWasChanged() {
    int unconfirmed = HTML.indexOf("<h3>3.6 ");

    assertThat(HTML.substring(unconfirmed, HTML.indexOf("<h2>4.")))
        .contains("Срок хранения не подтверждён", "записи не изменялись")
        .doesNotContain("перестройкой файлов");
  }

  @Test
  void returnsTheDigestOfWhatItWrote() throws IOException {
    Path file = folder.resolve("act.html");

    String digest = ActHtml.write(SampleActs.verified(), file);

    assertThat(DurableFile.sha256(Files.readAllBytes(file))).isEqualTo(digest);
  }

  @Test
  void whatComesFromSettingsIsOnlyEverText() {
    String hostile = ActHtml.html(HostileAct.act());

    assertThat(hostile)
        .contains("&lt;script&gt;", "[U+202E]", "[U+200B]", "[U+0000]")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<img", "\" onmouseover", "\u202E", "\u200B", "\u0000");
    assertThat(count(hostile, "<")).as("no tag more").isEqualTo(count(HostileAct.harmless(), "<"));
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }
}
