package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Act of a run, as a browser understands it. */
class ActInBrowserIT {

  private static final List<String> TOTALS =
      List.of(
          "inScope", "due", "destroyed", "anonymized", "held", "blocked", "undecidable", "kept");

  @Test
  void showsNumberTotalsAndThreeLanguages(@TempDir Path temp) throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no Chromium on the PATH");
    Path json = SampleHome.shown().home().act();
    JsonNode act = JsonMapper.builder().build().readTree(json);
    String page = open(browser.get(), json.resolveSibling("act.html"), temp);

    assertThat(page).contains(act.get("number").asString());
    for (String language : List.of("ru", "kk", "en")) {
      String sheet = sheet(page, "sheet", language);
      assertThat(sheet).as(language).contains(act.get("number").asString());
      assertThat(sheet)
          .contains(escaped(act.get("organisation").get("name").get(language).asString()));
      String numbers = plain(sheet);
      for (String total : TOTALS) {
        assertThat(numbers)
            .as(language + " " + total)
            .contains(">" + act.get("totals").get(total).asLong() + "<");
      }
    }
  }

  /** The part of a page in one language, by the classes of its element. */
  static String sheet(String page, String classes, String language) {
    int from = page.indexOf("<article class=\"" + classes + "\" lang=\"" + language + "\"");
    assertThat(from).as(language).isNotNegative();
    return page.substring(from, page.indexOf("</article>", from));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Without what divides thousands in any of the languages. */
  static String plain(String page) {
    StringBuilder text = new StringBuilder();
    page.replace("&nbsp;", "")
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != ',')
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  static Optional<Path> browser() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(":", -1)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static String open(Path browser, Path page, Path temp) throws IOException, InterruptedException {
    Path out = temp.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + temp.resolve("profile"),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
