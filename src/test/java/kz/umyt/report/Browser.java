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

/** The browser on the path, without a window. */
final class Browser {

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** The page inside a frame, so that a test can work with it and say what it saw. */
  private static final String FRAME =
      """
      <!DOCTYPE html><meta charset="UTF-8"><body>
      <iframe id="page" style="border:0;width:%dpx;height:800px"></iframe>
      <script>
      const page = document.getElementById('page');
      page.onload = async () => {
        const opened = page.contentDocument;
        document.body.textContent = await (async () => { %s })();
      };
      page.srcdoc = new TextDecoder().decode(Uint8Array.from(atob('%s'), c => c.charCodeAt(0)));
      </script>
      """;

  private final String program;
  private final Path folder;

  private Browser(String program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The browser; skips the test where there is none. */
  static Browser onPath() throws IOException {
    Optional<String> found = PROGRAMS.stream().filter(Browser::isOnPath).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "No browser is on the path.");
    // Not a @TempDir: a browser may still be closing files in its profile when the test ends.
    return new Browser(
        found.get(),
        Files.createTempDirectory(Files.createDirectories(Path.of("target/browser")), "page"));
  }

  /**
   * What a script returns that works with a page.
   *
   * @param width of the page in CSS pixels
   * @param script the body of an asynchronous function that has the page as {@code opened}
   * @return the whole document around what it returned, as HTML
   */
  String ask(String html, int width, String script) throws IOException, InterruptedException {
    String encoded = Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
    return dom(FRAME.formatted(width, script, encoded));
  }

  /** The document after its scripts have run, as HTML. */
  String dom(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    Path dom = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                program,
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
