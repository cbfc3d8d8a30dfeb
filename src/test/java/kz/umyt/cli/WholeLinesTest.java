package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeLinesTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final WholeLines lines = new WholeLines(out);

  private void write(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      lines.write(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String passedOn() {
    return out.toString(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingButWholeLinesIsPassedOnUntilTheEnd(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      String part = "a".repeat(random.nextInt(90)) + (random.nextBoolean() ? "\n" : "b\nc");
      all.append(part);
      write(part);
      assertThat(out.size() == 0 || passedOn().endsWith("\n")).isTrue();
    }
    assertThat(out.size()).isPositive();
    lines.flush();
    assertThat(passedOn()).isEqualTo(all.toString());
  }

  @Test
  void anEndDropsTheLineThatIsNotWhole() throws IOException, InterruptedException {
    write("one\ntwo\nthr");
    assertThat(lines.endWithin(0)).isTrue();
    assertThat(passedOn()).isEqualTo("one\ntwo\n");
  }

  @Test
  @Timeout(20)
  void anEndWaitsForTheRestOfALineThatHasBegun() throws IOException, InterruptedException {
    String begun = "x".repeat(3 << 20);
    write(begun);
    assertThat(passedOn()).isEqualTo(begun);
    CompletableFuture<Void> rest =
        CompletableFuture.runAsync(
            () -> write("y\nz"), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    assertThat(lines.endWithin(10_000)).isTrue();
    rest.join();
    assertThat(passedOn()).isEqualTo(begun + "y\n");
  }

  @Test
  void anEndSaysWhereALineStaysTorn() throws IOException, InterruptedException {
    write("x".repeat(3 << 20));
    assertThat(lines.endWithin(50)).isFalse();
  }
}
