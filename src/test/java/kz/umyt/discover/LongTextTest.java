package kz.umyt.discover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTextTest {

  private static final String MARK = "<mark>";

  @Test
  void showsEveryMarkInExactlyOnePiece() throws IOException {
    Random random = new Random(41);
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      int marks = 0;
      int length = random.nextInt(60_000);
      while (text.length() < length) {
        text.append(".".repeat(random.nextInt(40))).append(MARK);
        marks++;
      }
      int[] seen = {0};
      LongText pieces = new LongText(1_000 + random.nextInt(20_000), 10 + random.nextInt(100));

      pieces.read(
          new StringReader(text.toString()),
          (piece, after, until) -> {
            for (int at = piece.indexOf(MARK); at >= 0; at = piece.indexOf(MARK, at + 1)) {
              int end = at + MARK.length();
              seen[0] += end > after && end <= until ? 1 : 0;
            }
          });

      assertThat(seen[0]).isEqualTo(marks);
    }
  }

  @Test
  void handsOnAnEmptyTextOnce() throws IOException {
    int[] pieces = {0};

    new LongText(100, 10)
        .read(
            new StringReader(""), (piece, after, until) -> pieces[0] += piece.isEmpty() ? 1 : 100);

    assertThat(pieces[0]).isEqualTo(1);
  }
}
