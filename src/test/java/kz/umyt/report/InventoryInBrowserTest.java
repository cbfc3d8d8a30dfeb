package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of personal data as a browser shows it; skipped where no browser is on the path. */
class InventoryInBrowserTest {

  /** What the scripts of the tests say things with; every answer is a line between bars. */
  private static final String WORDS =
      """
      const said = [];
      const say = (what, value) => said.push('|' + what + ': ' + value + '|');
      const isShown = element => element.getClientRects().length > 0;
      const sheet = () => [...opened.querySelectorAll('.sheet')].find(isShown);
      const texts = selector =>
          [...sheet().querySelectorAll(selector)].filter(isShown).map(e => e.textContent).join(',');
      const form = () => sheet().querySelector('.filter');
      const set = (name, value) => {
        form().elements[name].value = value;
        form().elements[name].dispatchEvent(new Event('input', {bubbles: true}));
      };
      const choose = (name, label) => set(name,
          [...form().elements[name].options].find(option => option.text === label).value);
      const tell = step => {
        say(step + ' columns', texts('[data-item="column"] .name'));
        say(step + ' tables', texts('.table h4 code, [data-item="table"] code'));
        say(step + ' sources', texts('.source h3 code'));
        say(step + ' result', form().querySelector('output').textContent);
      };
      const width = () =>
          opened.documentElement.scrollWidth - opened.documentElement.clientWidth;
      """;

  private Browser browser;

  @BeforeEach
  void findBrowser() throws IOException {
    browser = Browser.onPath();
  }

  private static String shop() {
    return html("");
  }

  private static String html(String hostile) {
    return new String(
        InventoryHtml.bytes(
            SampleInventories.first(
                hostile.isEmpty() ? SampleInventories.shop() : SampleInventories.with(hostile)),
            SampleInventories.NOTES),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void filtersAndSearches(int width) throws Exception {
    String said =
        browser.ask(
            shop(),
            width,
            WORDS
                + """
                opened.querySelector('[for="pick-en"]').click();
                tell('all');
                set('text', 'clients iin');
                tell('words');
                set('text', 'ТЕЛЕФОН');
                tell('capitals');
                set('text', 'created_at');
                tell('without');
                set('text', '');
                choose('kind', 'telephone number');
                tell('kind');
                choose('source', 'exports');
                tell('both');
                set('text', 'no such thing');
                tell('nothing');
                form().querySelector('[type="reset"]').click();
                await new Promise(done => setTimeout(done, 50));
                tell('reset');
                choose('source', 'billing');
                tell('unread');
                choose('source', 'all');
                set('text', 'comment');
                opened.querySelector('[for="pick-kk"]').click();
                say('kept', form().elements.text.value);
                tell('kazakh');
                say('wider by', width());
                return said.join('');
                """);

    assertThat(said)
        .contains("|all columns: IIN,FULL_NAME,PHONE,SECOND_PHONE,COMMENT,Телефон|")
        .contains("|all tables: PUBLIC.CLIENTS,PUBLIC.TICKETS,PUBLIC.GOODS,2024/клиенты.csv|")
        .contains("|all sources: crm,exports,billing|")
        .contains("|all result: Columns shown: 6 of 6|")
        .contains("|words columns: IIN,PHONE|")
        .contains("|words tables: PUBLIC.CLIENTS|")
        .contains("|words sources: crm|")
        .contains("|capitals columns: Телефон|")
        .contains("|without columns: |", "|without tables: PUBLIC.CLIENTS|")
        .contains("|kind columns: PHONE,SECOND_PHONE,COMMENT,Телефон|")
        .contains("|kind result: Columns shown: 4 of 6|")
        .contains("|both columns: Телефон|", "|both sources: exports|")
        .contains("|nothing columns: |", "|nothing tables: |", "|nothing sources: |")
        .contains("|reset columns: IIN,FULL_NAME,PHONE,SECOND_PHONE,COMMENT,Телефон|")
        .contains("|unread columns: |", "|unread sources: billing|")
        .contains("|kept: comment|", "|kazakh columns: COMMENT|")
        .contains("|kazakh result: Көрсетілген бағандар: 6 ішінен 1|")
        .contains("|wider by: 0|");
  }

  @ParameterizedTest
  @CsvSource({"ru, 390", "kk, 390", "en, 390", "ru, 1280", "kk, 1280", "en, 1280"})
  void showsTheChosenLanguageAloneAndFits(String language, int width) throws Exception {
    String said =
        browser.ask(
            shop(),
            width,
            "const language = '"
                + language
                + "';"
                + WORDS
                + """
                opened.querySelector(`[for="pick-${language}"]`).click();
                say('shown', [...opened.querySelectorAll('.sheet')].filter(isShown)
                    .map(one => one.lang));
                say('wider by', width());
                return said.join('');
                """);

    assertThat(said).contains("|shown: " + language + "|", "|wider by: 0|");
  }

  @Test
  void isWholeWithoutItsScript() throws Exception {
    String html = shop();
    String script = html.substring(html.indexOf("<script>"), html.indexOf("</body>"));
    String said =
        browser.ask(
            html.replace(script, ""),
            1280,
            WORDS
                + """
                say('columns', texts('[data-item="column"] .name'));
                say('filters', texts('.filter label'));
                return said.join('');
                """);

    assertThat(said)
        .contains("|columns: IIN,FULL_NAME,PHONE,SECOND_PHONE,COMMENT,Телефон|")
        .contains("|filters: |");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void aLongHostileNameNeitherRunsNorWidensThePage(int width) throws Exception {
    String said =
        browser.ask(
            html(HostileAct.TEXT),
            width,
            WORDS
                + """
                say('title', opened.title.startsWith('Карта'));
                say('scripts', opened.querySelectorAll('script').length);
                say('pictures', opened.querySelectorAll('img').length);
                set('text', 'title=1');
                say('found', texts('output'));
                say('wider by', width());
                return said.join('');
                """);

    assertThat(said)
        .contains("|title: true|", "|scripts: 1|", "|pictures: 0|")
        .contains("|found: Показано столбцов: 6 из 6|", "|wider by: 0|");
  }

  @Test
  void noOtherScriptRuns() throws Exception {
    String foreign = shop().replace("</main>", "</main><script>document.title = 'taken'</script>");
    String said = browser.ask(foreign, 1280, "return '|' + opened.title + '|';");

    assertThat(said).contains("|Карта персональных данных · shop-discovery|");
  }
}
