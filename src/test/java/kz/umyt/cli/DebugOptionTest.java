package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an error arose is shown when that is asked for, and only then. */
class DebugOptionTest {

  @TempDir Path empty;

  private String said(String... more) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(bytes, true, UTF_8);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "detect";
    arguments[1] = "--config";
    arguments[2] = empty.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    int code = Umyt.commandLine(err, err, Clock.systemUTC()).execute(arguments);
    assertThat(code).isEqualTo(ExitCode.USAGE);
    return bytes.toString(UTF_8);
  }

  @Test
  void showsThePlaceOnlyWhenAsked() {
    assertThat(said("--debug")).contains("at kz.umyt.settings.Installation.recognizers");
    assertThat(said()).contains("no recognizer file").doesNotContain("at kz.umyt");
  }
}
