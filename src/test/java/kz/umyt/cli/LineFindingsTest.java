package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFindingsTest {

  private static final String[] PIECES = {
    "081040014026",
    "info@example.kz",
    "87015550142",
    "8 (727) 350 00 12",
    " ",
    ", ",
    "сөз ",
    "\uD83D\uDE00",
    "\n",
    "2026-01-15 ",
    "KZ278562203139421566",
    "10.20.30.40",
    "; БИН: "
  };

  private final Analyzer analyzer = analyzer();

  private static Analyzer analyzer() {
    Path base = Path.of("").toAbsolutePath();
    return new Analyzer(
        new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).recognizers(),
        LocalDate.of(2026, 1, 15));
  }

  private List<String> places(String text, int window, int overlap) throws IOException {
    List<String> places = new ArrayList<>();
    LineFindings findings = new LineFindings(analyzer, null, overlap / 2);
    try (LineSource source =
        new LineSource(new ByteArrayInputStream(text.getBytes(UTF_8)), window, overlap)) {
      for (LineSource.Piece piece = source.read(); piece != null; piece = source.read()) {
        assertThat(piece.text().length()).isLessThanOrEqualTo(window);
        for (LineFindings.Place place : findings.of(piece)) {
          places.add(
              piece.line()
                  + " "
                  + place.finding().entity()
                  + " "
                  + place.start()
                  + "-"
                  + place.end()
                  + " "
                  + place.finding().score());
        }
      }
    }
    return places;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void windowsNeitherLoseNorDoubleFindings(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < 20_000) {
      // Line ends are rare, so that most lines need many windows.
      String piece = PIECES[random.nextInt(PIECES.length)];
      text.append(piece.equals("\n") && random.nextInt(20) > 0 ? " " : piece);
    }
    List<String> whole = places(text.toString(), 1 << 20, 1 << 12);

    assertThat(whole).hasSizeGreaterThan(300);
    assertThat(places(text.toString(), 2000, 600)).isEqualTo(whole);
    assertThat(places(text.toString(), 1501, 499)).isEqualTo(whole);
  }
}
