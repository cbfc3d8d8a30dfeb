package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Descriptions run on to the width of the terminal. */
class HelpTest {

  private static CommandLine umyt() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Umyt.commandLine(nowhere, nowhere, Clock.systemUTC());
  }

  static Stream<CommandLine> commands() {
    CommandLine umyt = umyt();
    return Stream.concat(Stream.of(umyt), umyt.getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void noLineEndsInTheMiddleOfASentence(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.replace("%n", "")).endsWith("."));
  }
}
