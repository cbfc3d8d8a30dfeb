package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Act as a browser shows it; skipped where no browser is on the path. */
class ActInBrowserTest {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final String MEASURE =
      """
      <!DOCTYPE html><meta charset="UTF-8"><body>
      <iframe id="page" style="border:0;width:375px;height:800px"></iframe>
      <script>
      const page = document.getElementById('page');
      page.onload = () => {
        const shown = [...page.contentDocument.querySelectorAll('article')]
            .filter(article => article.offsetHeight > 0).map(article => article.lang);
        const root = page.contentDocument.documentElement;
        document.body.textContent =
            'shown ' + shown + '; wider by ' + (root.scrollWidth - root.clientWidth);
      };
      page.srcdoc = new TextDecoder().decode(Uint8Array.from(atob('%s'), c => c.charCodeAt(0)));
      </script>
      """;

  private String browser = "";
  private Path folder = Path.of("");

  @BeforeEach
  void findBrowser() throws IOException {
    Optional<String> found = BROWSERS.stream().filter(ActInBrowserTest::isOnPath).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "No browser is on the path.");
    browser = found.get();
    // Not a @TempDir: a browser may still be closing files in its profile when the test ends.
    folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/browser")), "act");
  }

  @ParameterizedTest
  @EnumSource
  void showsTheChosenLanguageAloneAndFitsAPhone(Language language) throws Exception {
    String html = chosen(ActHtml.html(SampleActs.withFailures()), language);
    String encoded = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));

    assertThat(dom(MEASURE.formatted(encoded)))
        .contains("shown " + language.tag() + "; wider by 0<");
  }

  @Test
  void aLongHostileNameNeitherRunsNorWidensThePage() throws Exception {
    String html = ActHtml.html(HostileAct.act());
    String encoded = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));

    assertThat(dom(MEASURE.formatted(encoded))).contains("shown ru; wider by 0<");
    assertThat(dom(html))
        .contains("<title>Акт № 3/2026")
        .doesNotContain("<title>taken", "<script", "<img", "\" onmouseover");
  }

  private static String chosen(String html, Language language) {
    String pick = "id=\"pick-" + language.tag() + "\"";
    String checked = "\" checked autocomplete";
    assertThat(html).containsOnlyOnce(checked).containsOnlyOnce(pick);
    return html.replace(checked, "\" autocomplete").replace(pick, pick + " checked");
  }

  private String dom(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile").toAbsolutePath(),
                "--virtual-time-budget=5000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(dom);
  }

  private static boolean isOnPath(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
