package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Act as a browser shows it; skipped where no browser is on the path. */
class ActInBrowserTest {

  private static final int PHONE = 375;

  private static final String MEASURE =
      """
      const shown = [...opened.querySelectorAll('article')]
          .filter(article => article.offsetHeight > 0).map(article => article.lang);
      const root = opened.documentElement;
      return 'shown ' + shown + '; wider by ' + (root.scrollWidth - root.clientWidth);
      """;

  private Browser browser;

  @BeforeEach
  void findBrowser() throws IOException {
    browser = Browser.onPath();
  }

  @ParameterizedTest
  @EnumSource
  void showsTheChosenLanguageAloneAndFitsAPhone(Language language) throws Exception {
    String html = chosen(ActHtml.html(SampleActs.withFailures()), language);

    assertThat(browser.ask(html, PHONE, MEASURE))
        .contains("shown " + language.tag() + "; wider by 0<");
  }

  @Test
  void aLongHostileNameNeitherRunsNorWidensThePage() throws Exception {
    String html = ActHtml.html(HostileAct.act());

    assertThat(browser.ask(html, PHONE, MEASURE)).contains("shown ru; wider by 0<");
    assertThat(browser.dom(html))
        .contains("<title>Акт № 3/2026")
        .doesNotContain("<title>taken", "<script", "<img", "\" onmouseover");
  }

  private static String chosen(String html, Language language) {
    String pick = "id=\"pick-" + language.tag() + "\"";
    String checked = "\" checked autocomplete";
    assertThat(html).containsOnlyOnce(checked).containsOnlyOnce(pick);
    return html.replace(checked, "\" autocomplete").replace(pick, pick + " checked");
  }
}
