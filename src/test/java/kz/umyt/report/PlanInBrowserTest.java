package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan as a browser shows it; skipped where no browser is on the path. */
class PlanInBrowserTest {

  /** What the scripts of the tests say things with; every answer is a line between bars. */
  private static final String WORDS =
      """
      const said = [];
      const say = (what, value) => said.push('|' + what + ': ' + value + '|');
      const shown = () => [...opened.querySelectorAll('article')]
          .filter(article => article.offsetHeight > 0);
      const width = () =>
          opened.documentElement.scrollWidth - opened.documentElement.clientWidth;
      """;

  private Browser browser;

  @BeforeEach
  void findBrowser() throws IOException {
    browser = Browser.onPath();
  }

  @ParameterizedTest
  @CsvSource({"ru, 375", "kk, 375", "en, 375", "ru, 1280", "kk, 1280", "en, 1280"})
  void showsTheChosenLanguageAloneFitsAndOpensTheCondition(String language, int width)
      throws Exception {
    String said =
        browser.ask(
            PlanHtml.html(SamplePreviews.preview()),
            width,
            "const language = '"
                + language
                + "';"
                + WORDS
                + """
                opened.querySelector(`[for="pick-${language}"]`).click();
                say('shown', shown().map(one => one.lang));
                const table = shown()[0].querySelector('.ahead').parentElement;
                say('table wider by', table.scrollWidth - table.clientWidth);
                const sql = shown()[0].querySelector('details pre');
                say('before', sql.checkVisibility());
                shown()[0].querySelectorAll('summary').forEach(summary => summary.click());
                say('after', sql.checkVisibility());
                say('wider by', width());
                return said.join('');
                """);

    assertThat(said)
        .contains("|shown: " + language + "|", "|table wider by: 0|")
        .contains("|before: false|", "|after: true|", "|wider by: 0|");
  }

  @ParameterizedTest
  @ValueSource(ints = {375, 800, 1280})
  void aLongHostileNameNeitherRunsNorWidensThePage(int width) throws Exception {
    String said =
        browser.ask(
            PlanHtml.html(HostilePreview.preview()),
            width,
            WORDS
                + """
                opened.querySelectorAll('details').forEach(details => details.open = true);
                say('title', opened.title.startsWith('План уничтожения'));
                say('scripts', opened.querySelectorAll('script').length);
                say('pictures', opened.querySelectorAll('img').length);
                say('shown', shown().map(one => one.lang));
                say('wider by', width());
                return said.join('');
                """);

    assertThat(said)
        .contains("|title: true|", "|scripts: 0|", "|pictures: 0|")
        .contains("|shown: ru|", "|wider by: 0|");
  }

  @Test
  void aLinkLeadsToTheTargetInTheSameLanguage() throws Exception {
    String said =
        browser.ask(
            PlanHtml.html(SamplePreviews.preview()),
            1280,
            WORDS
                + """
                opened.querySelector('[for="pick-kk"]').click();
                const links = [...shown()[0].querySelectorAll('a')];
                const led = links.filter(link => shown()[0].contains(
                    opened.getElementById(link.getAttribute('href').substring(1))));
                say('links', links.length > 6);
                say('led', led.length === links.length);
                return said.join('');
                """);

    assertThat(said).contains("|links: true|", "|led: true|");
  }
}
