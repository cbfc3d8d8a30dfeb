package kz.umyt.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code umyt detect} as people start and stop it. */
class DetectIT {

  private static final UmytProcess UMYT = new UmytProcess();
  private static final Path LAUNCHER = Path.of("scripts", "umyt").toAbsolutePath();
  private static final String LINE = "Мәтін info@example.kz ИИН 950106310000, слово\n";
  private static final String JSON = "{\"id\":1,\"text\":\"" + LINE.strip() + "\"}\n";

  @TempDir Path temp;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  /** How a shell command ended, in which {@code $U} is the launcher. */
  private UmytProcess.Ended shell(String command) throws IOException, InterruptedException {
    Path out = temp.resolve("shell.out");
    Path err = temp.resolve("shell.err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .directory(temp.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("U", LAUNCHER.toString());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(command).isTrue();
    return new UmytProcess.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void isWithoutTraceAndValues(UmytProcess.Ended ended) {
    assertThat(ended.err()).doesNotContain("Exception", "java.", "\tat ", "info@", "950106310000");
  }

  @ParameterizedTest
  @CsvSource({"TERM,", "INT,", "TERM,--jsonl", "INT,--jsonl"})
  void endsOnASignalWithWholeLinesAndTheCodeForStoppedEarly(String signal, String option)
      throws IOException, InterruptedException {
    Path out = temp.resolve("out");
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString(), "detect"));
    if (option != null) {
      command.add(option);
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(temp.resolve("err").toFile())
            .start();
    AtomicBoolean open = new AtomicBoolean(true);
    Thread feeder =
        new Thread(
            () -> {
              byte[] lines = (option == null ? LINE : JSON).repeat(1_000).getBytes(UTF_8);
              try (OutputStream in = process.getOutputStream()) {
                while (open.get()) {
                  in.write(lines);
                }
              } catch (IOException ended) {
                open.set(false);
              }
            });
    feeder.start();
    while (Files.size(out) == 0 && process.isAlive()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    open.set(false);
    feeder.join();

    assertThat(process.exitValue()).isEqualTo(ExitCode.STOPPED);
    assertThat(Files.readString(temp.resolve("err")))
        .isEqualTo("umyt detect: stopped by a signal; what follows was not read\n");
    assertThat(Files.readString(out)).endsWith("}\n");
    try (BufferedReader lines = Files.newBufferedReader(out)) {
      assertThat(lines.lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }
  }

  @Test
  void endsOnASignalThoughItsInputIsSilent() throws IOException, InterruptedException {
    UmytProcess.Ended ended =
        shell(
            "mkfifo in; sleep 60 > in & $U detect < in & sleep 5; kill %2; wait %2; echo $?; kill %1");
    assertThat(ended.out()).isEqualTo("4\n");
    assertThat(ended.err()).contains("umyt detect: stopped by a signal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$U detect FILE > out", "cat FILE | $U detect - > out"})
  void cutsNoLineButTheLastWhenItIsKilled(String command) throws IOException, InterruptedException {
    file("FILE", LINE.repeat(400_000));
    shell(
        "("
            + command
            + ") & for i in $(seq 200); do [ -s out ] && break; sleep 0.05; done;"
            + " pkill -KILL -P $! ; kill -KILL $!; wait");
    String written = Files.readString(temp.resolve("out"));
    // The kernel itself ends a large write between two pages where its process is killed.
    assertThat(written.substring(0, written.lastIndexOf('\n') + 1).lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
  }

  @Test
  void findsAllInAJsonLineOf100Megabytes() throws IOException {
    String part = "Мәтін info@example.kz \\u0418ИН 950106310000 \uD83D\uDE00 \\n ";
    int length = "Мәтін info@example.kz ИИН 950106310000 ё \n ".length();
    int parts = 100_000_000 / part.getBytes(UTF_8).length + 1;
    Path file = temp.resolve("long.jsonl");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("{\"text\":\"");
      for (int i = 0; i < parts; i++) {
        writer.write(part);
      }
      writer.write("\",\"id\":\"long\"}\n{\"id\":2,\"text\":\"\"}\n");
    }
    assertThat(Files.size(file)).isGreaterThan(100_000_000);
    UmytProcess.Ended ended =
        UMYT.run("detect", "--jsonl", "--entities", "KZ_IIN", file).endsWith(ExitCode.DONE);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .startsWith("{\"id\":\"long\",\"findings\":[{")
        .endsWith("]}\n{\"id\":2,\"findings\":[]}\n");
    int at = 0;
    for (int i = 0; i < parts; i++) {
      long start = (long) i * length + "Мәтін info@example.kz ИИН ".length();
      at = ended.out().indexOf("\"start\":", at) + "\"start\":".length();
      assertThat(ended.out().startsWith(start + ",\"end\":" + (start + 12) + ",", at)).isTrue();
    }
    assertThat(ended.out().indexOf("\"start\":", at)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--jsonl", "--show-values"})
  void saysTheSameOfAFileAndOfStandardInput(String option)
      throws IOException, InterruptedException {
    file("text", (option.equals("--jsonl") ? JSON : LINE).repeat(3_000));
    String ofFile = shell("$U detect " + option + " text").endsWith(ExitCode.DONE).out();
    String ofInput = shell("$U detect " + option + " < text").endsWith(ExitCode.DONE).out();
    String ofDash = shell("cat text | $U detect " + option + " -").endsWith(ExitCode.DONE).out();
    assertThat(ofInput).isNotEmpty().isEqualTo(ofDash);
    assertThat(ofFile.replace("\"file\":\"text\"", "\"file\":null")).isEqualTo(ofInput);
  }

  @Test
  void readsThousandsOfFilesInTheirOrder() throws IOException, InterruptedException {
    Path many = Files.createDirectories(temp.resolve("many"));
    for (int i = 0; i < 5_000; i++) {
      Files.writeString(many.resolve(String.valueOf(10_000 + i)), LINE);
    }
    UmytProcess.Ended ended = shell("$U detect --entities KZ_IIN many/*").endsWith(ExitCode.DONE);
    List<String> lines = ended.out().lines().toList();
    assertThat(lines).hasSize(5_000);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).startsWith("{\"file\":\"many/" + (10_000 + i) + "\",\"line\":1,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "$U detect text > /dev/full, standard output takes no more",
    "$U detect --jsonl json > /dev/full, standard output takes no more",
    "$U detect text >&-, standard output takes no more",
    "$U detect text | head -c 1 > one; (exit ${PIPESTATUS[0]}), standard output takes no more"
  })
  void saysInOneLineThatItsOutputIsNotTaken(String command, String says)
      throws IOException, InterruptedException {
    file("text", LINE.repeat(50_000));
    file("json", JSON.repeat(50_000));
    UmytProcess.Ended ended = shell(command);
    assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains(says);
    isWithoutTraceAndValues(ended);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "windows-1251"})
  void refusesOtherEncodingsInWordsForAPerson(String charset)
      throws IOException, InterruptedException {
    Files.write(
        temp.resolve("text"), LINE.replace('ә', 'е').repeat(9).getBytes(Charset.forName(charset)));
    for (String command : List.of("$U detect < text", "$U detect --jsonl text")) {
      UmytProcess.Ended ended = shell(command).endsWith(ExitCode.SOURCE);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains(":1: not UTF-8").contains("iconv");
      isWithoutTraceAndValues(ended);
    }
  }

  @Test
  void saysThatAFileMayNotBeReadAndReadsTheOthers() throws IOException, InterruptedException {
    assumeTrue(
        shell("command -v setpriv && [ $(id -u) = 0 ]").code() == 0, "only root can be less");
    file("closed", LINE);
    file("open", LINE);
    UmytProcess.Ended ended =
        shell(
            "chmod 755 .; chmod 600 closed; chmod 644 open;"
                + " setpriv --reuid 65534 --clear-groups cat open 2> /dev/null || exit 77;"
                + " setpriv --reuid 65534 --clear-groups $U detect closed open . gone");
    assumeTrue(ended.code() != 77, "nobody else may read here");
    ended.endsWith(ExitCode.SOURCE);
    assertThat(ended.out()).contains("\"file\":\"open\"").doesNotContain("closed");
    assertThat(ended.err())
        .contains("closed: cannot be read", ".: cannot be read", "gone: no such file");
    isWithoutTraceAndValues(ended);
  }

  @Test
  void namesAFileOnOneLineWhateverItsName() throws IOException, InterruptedException {
    UmytProcess.Ended ended = shell("$U detect $'a\\n\\e[2Jb' ''").endsWith(ExitCode.SOURCE);
    assertThat(ended.err().lines())
        .hasSize(2)
        .first()
        .isEqualTo("umyt detect: a??[2Jb: no such file");
    assertThat(ended.err()).contains("umyt detect: '': cannot be read");
  }

  @Test
  void twoAtOnceDoNotDisturbEachOther() throws IOException, InterruptedException {
    file("text", LINE.repeat(20_000));
    shell("$U detect text > a & $U detect text > b; wait").endsWith(ExitCode.DONE);
    assertThat(Files.readAllLines(temp.resolve("a"))).hasSize(40_000);
    assertThat(Files.mismatch(temp.resolve("a"), temp.resolve("b"))).isEqualTo(-1);
  }

  @Test
  void saysThatMemoryIsFullWithoutATrace() throws IOException, InterruptedException {
    file("text", LINE);
    UmytProcess.Ended ended = shell("UMYT_HEAP=6m $U detect text");
    assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err()).isEqualTo("umyt: memory is full; give it more, such as UMYT_HEAP=1g\n");
  }
}
