package kz.umyt.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines are written as PostgreSQL sends them. */
class CopiedRowTest {

  private static CopiedRow row(String line) {
    CopiedRow row = new CopiedRow();
    row.take((line + "\n").getBytes(StandardCharsets.UTF_8));
    return row;
  }

  @ParameterizedTest
  @CsvSource({
    "b, 8", "f, 12", "n, 10", "r, 13", "t, 9", "v, 11", "\\, 92",
  })
  void readsEveryEscape(String escaped, int meant) {
    CopiedRow row = row("a\\" + escaped + "b\t\\" + escaped + "\tend");

    assertThat(row.text(1)).isEqualTo("a" + (char) meant + "b");
    assertThat(row.text(2)).isEqualTo("" + (char) meant);
    assertThat(row.text(3)).isEqualTo("end");
  }

  @Test
  void tellsNullFromItsTextAndFromNothing() {
    CopiedRow row = row("\\N\t\\\\N\t\tN\t\\N");

    assertThat(row.text(1)).isNull();
    assertThat(row.characters(1)).isNull();
    assertThat(row.bytes(1)).isNull();
    assertThat(row.text(2)).isEqualTo("\\N");
    assertThat(row.text(3)).isEmpty();
    assertThat(row.text(4)).isEqualTo("N");
    assertThat(row.text(5)).isNull();
  }

  @Test
  void readsOneEmptyCell() {
    assertThat(row("").text(1)).isEmpty();
    assertThatThrownBy(() -> row("").text(2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row("a\tb").text(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsLettersOfAnyLength() throws IOException {
    String text = "Әлия 😀 ұмыт";

    CopiedRow row = row(text + "\t" + text + "\\n" + text);

    assertThat(row.text(1)).isEqualTo(text);
    assertThat(row.text(2)).isEqualTo(text + "\n" + text);
    StringWriter read = new StringWriter();
    row.characters(2).transferTo(read);
    assertThat(read).hasToString(text + "\n" + text);
  }

  @Test
  void readsBytes() {
    CopiedRow row = row("\\\\x\t\\\\x00ff7F");

    assertThat(row.bytes(1)).isEmpty();
    assertThat(row.bytes(2)).containsExactly(0x00, 0xff, 0x7f);
  }

  @Test
  void takesRowsOfMoreAndOfFewerCells() {
    CopiedRow row = row("a");
    String wide = String.join("\t", IntStream.range(0, 1600).mapToObj(Integer::toString).toList());
    row.take((wide + "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(row.text(1)).isEqualTo("0");
    assertThat(row.text(1600)).isEqualTo("1599");

    row.take("x\ty\n".getBytes(StandardCharsets.UTF_8));
    assertThat(row.text(2)).isEqualTo("y");
    assertThatThrownBy(() -> row.text(3)).isInstanceOf(IllegalArgumentException.class);
  }
}
