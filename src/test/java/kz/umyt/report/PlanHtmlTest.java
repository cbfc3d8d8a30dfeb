package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.Preview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanHtmlTest {

  private static final String HTML = PlanHtml.html(SamplePreviews.preview());

  @TempDir private Path folder;

  private static String sheet(String html, Language language) {
    int from = html.indexOf("<article class=\"sheet plan\" lang=\"" + language.tag() + "\"");
    return html.substring(from, html.indexOf("</article>", from));
  }

  /** The part about one target. */
  private static String target(String html, Language language, int number) {
    String sheet = sheet(html, language);
    int from = sheet.indexOf("id=\"target-" + language.tag() + "-" + number + "\"");
    return sheet.substring(from, sheet.indexOf("</section>", from));
  }

  @Test
  void holdsThePlanInThreeLanguages() {
    assertThat(HTML)
        .contains(
            "<title>План уничтожения персональных данных · retention-subscribers"
                + " · ТОО «Дала Байланыс»</title>");
    assertThat(sheet(HTML, Language.RU))
        .contains("<h1>План уничтожения персональных данных</h1>", "Ничего ещё не изменено.");
    assertThat(sheet(HTML, Language.KK))
        .contains("<h1>Дербес деректерді жою жоспары</h1>", "Әлі ештеңе өзгертілген жоқ.");
    assertThat(sheet(HTML, Language.EN))
        .contains("<h1>Plan of destruction of personal data</h1>", "Nothing has been touched yet.");
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageTellsAll(Language language) {
    assertThat(sheet(HTML, language))
        .contains("dba", "db-1.example", "umyt 1.0.0", "190340012348", "18:30:05")
        .contains("<strong>437\u202F060</strong>", "<strong>8\u202F121</strong>")
        .contains("rows of payments still point to it</td><td class=\"number\">41</td>")
        .contains("the job's limit max-rows is 100000", "holds records of 'invioces'")
        .contains("№ 12", SampleActs.POLICY_SHA, "5c5c5c5c")
        .contains(
            "<th scope=\"row\"><code>public.call_details</code>", "subscribers_audit (UPDATE)")
        .contains("CREATE INDEX \"call_details_call_id_idx\"", "public.monthly_calls")
        .contains("public.call_records_2019")
        .contains("NOT EXISTS (SELECT 1 FROM umyt_holds")
        .contains("generalize {to: year}", "umyt approve");
  }

  @ParameterizedTest
  @EnumSource
  void noTargetIsLeftOutAndEveryLinkHasItsPlace(Language language) {
    String sheet = sheet(HTML, language);
    for (int number = 1; number <= 6; number++) {
      assertThat(sheet).containsOnlyOnce("id=\"target-" + language.tag() + "-" + number + "\"");
    }
    Matcher link = Pattern.compile("href=\"#([^\"]*)\"").matcher(sheet);
    assertThat(link.results().map(found -> "id=\"" + found.group(1) + "\""))
        .hasSizeGreaterThan(6)
        .allSatisfy(id -> assertThat(sheet).contains(id));
  }

  @Test
  void needsNothingFromOutside() {
    assertThat(HTML)
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<link", "<img", "<iframe", "@import", "url(", "src=", "http");
    assertThat(HTML.replace("href=\"#", "")).doesNotContain("href=");
  }

  @Test
  void namesWhatAPersonShouldLookAt() {
    assertThat(sheet(HTML, Language.EN))
        .contains("A run of this plan would be refused")
        .contains("<strong>260</strong> records would not be touched")
        .contains("<strong>96</strong> records are overdue")
        .contains("<strong>1\u202F262</strong> records need a person's decision: the date")
        .contains("<strong>4</strong> records need a person's decision: terms")
        .contains("<strong>1</strong> table outside the job points to these records");
  }

  @Test
  void aPlanWithoutFaultSaysSo() {
    String clear = PlanHtml.html(SamplePreviews.clear());

    assertThat(clear)
        .contains("class=\"summary clear\"", "Nothing in this plan needs a decision")
        .doesNotContain("class=\"need red\"", "would be refused");
  }

  @Test
  void whatIsNotThereIsNotShown() {
    String clear = sheet(PlanHtml.html(SamplePreviews.clear()), Language.EN);

    assertThat(clear)
        .doesNotContain("Foreign keys", "An index is missing", "Triggers", "Materialized views")
        .doesNotContain("Condition under which", "Remarks", "Rules that meet", "each column")
        .doesNotContain("umyt approve", "class=\"grid signatures\"");
    assertThat(target(HTML, Language.EN, 2))
        .contains("Foreign keys", "An index is missing")
        .doesNotContain("Rules that meet", "each column");
  }

  @Test
  void theApprovalFollowsTheJob() {
    assertThat(sheet(HTML, Language.EN))
        .contains("only after a second person", "umyt approve", "1% more due records")
        .contains("at most 100\u202F000", "at most 60%", "class=\"grid signatures\"")
        .doesNotContain("approved in advance");
    assertThat(sheet(PlanHtml.html(SamplePreviews.standing()), Language.EN))
        .contains("approved in advance", "at most 100\u202F000", "at most 60%", "at most 5")
        .doesNotContain("umyt approve", "class=\"grid signatures\"", "would be refused");
    assertThat(sheet(PlanHtml.html(SamplePreviews.clear()), Language.EN))
        .contains("Limits of the job", "none are set");
  }

  @Test
  void showsTheRulesThatMeetAndWhichIsTheTargetsOwn() {
    String tickets = target(HTML, Language.EN, 3);

    assertThat(tickets)
        .contains("destroy by the subject's wish", "keep at least so long by law")
        .contains("<span lang=\"en\">Law 567-II «On communications», art. 15(1)(2)</span>")
        .contains("<span lang=\"ru\">4.2</span>")
        .containsOnlyOnce("the data set's own rule");
    assertThat(tickets.indexOf("own rule")).isLessThan(tickets.indexOf("so long by law"));
  }

  @Test
  void tellsHeldByWhomAndShowsZeroCalmly() {
    assertThat(target(HTML, Language.EN, 1))
        .contains("court or another authority</th><td class=\"number\">42<")
        .contains("outstanding obligation</th><td class=\"number\">370<")
        .contains("<tr class=\"none\"><th scope=\"row\">Of these overdue</th>")
        .contains("<tr class=\"alarm\"><th scope=\"row\">A person must decide</th>");
  }

  @Test
  void addsUpWhatIsKnownOfTheDuration() {
    assertThat(sheet(HTML, Language.EN)).contains("<strong>about 38 min</strong>", "not counted");
    assertThat(sheet(PlanHtml.html(SamplePreviews.clear()), Language.EN))
        .contains("<strong>not known yet</strong>");
    assertThat(sheet(PlanHtml.html(lasting(Duration.ofSeconds(95))), Language.EN))
        .contains("<strong>about 1 min 35 s</strong>")
        .doesNotContain("not counted");
  }

  @Test
  void returnsTheDigestOfWhatItWrote() throws IOException {
    Path file = folder.resolve("plan.html");

    String digest = PlanHtml.write(SamplePreviews.preview(), file);

    assertThat(DurableFile.sha256(Files.readAllBytes(file))).isEqualTo(digest);
  }

  @Test
  void whatComesFromSettingsIsOnlyEverText() {
    String hostile = PlanHtml.html(HostilePreview.preview());

    assertThat(hostile)
        .contains("&lt;script&gt;", "[U+202E]", "[U+200B]", "[U+0000]")
        .doesNotContainIgnoringCase("<script")
        .doesNotContain("<img", "\" onmouseover", "\u202E", "\u200B", "\u0000");
    assertThat(tags(hostile)).as("no tag more").isEqualTo(tags(HostilePreview.harmless()));
  }

  private static long tags(String html) {
    return html.chars().filter(character -> character == '<').count();
  }

  private static Preview lasting(Duration estimate) {
    Preview clear = SamplePreviews.clear();
    return new Preview(
        clear.plan(),
        clear.seal(),
        clear.origin(),
        clear.approval(),
        clear.limits(),
        clear.organisation(),
        clear.document(),
        List.of(
            new Outlook(
                Optional.empty(), 0, 1, Optional.of(estimate), List.of(), List.of(), List.of())),
        clear.remarks(),
        clear.refusal());
  }
}
