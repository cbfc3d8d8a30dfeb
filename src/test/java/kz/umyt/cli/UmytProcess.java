package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The tool as people start it: the launcher, in a process of its own.
 *
 * @param launcher the script
 * @param folder where it is started
 * @param environment variables besides, or instead of, the test's own
 * @param bare whether the test's own variables are left out, as cron does
 */
record UmytProcess(String launcher, Path folder, Map<String, String> environment, boolean bare) {

  private static final Path BASE = Path.of("").toAbsolutePath();

  UmytProcess() {
    this(BASE.resolve("scripts/umyt").toString(), BASE, Map.of(), false);
  }

  UmytProcess from(Path other) {
    return new UmytProcess(launcher, other, environment, bare);
  }

  UmytProcess as(Path other) {
    return new UmytProcess(other.toString(), folder, environment, bare);
  }

  UmytProcess with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new UmytProcess(launcher, folder, more, bare);
  }

  UmytProcess withoutEnvironment() {
    return new UmytProcess(launcher, folder, environment, true);
  }

  /** How a process ended and what it said. */
  record Ended(int code, String out, String err) {

    /** Refused in one line for a person: no usage text, no class of ours, no trace. */
    Ended saysOnly(int expected, String... parts) {
      assertThat(err.strip().lines()).as("standard error").hasSize(1);
      assertThat(err).startsWith("umyt: ").contains(parts);
      assertThat(err).doesNotContain("Exception", "java.", "kz.umyt.", "    at ", "\tat ");
      assertThat(out).isEmpty();
      assertThat(code).isEqualTo(expected);
      return this;
    }

    Ended endsWith(int expected) {
      assertThat(code).as(out + err).isEqualTo(expected);
      return this;
    }
  }

  /** A process that is at work. */
  record Running(List<String> command, Process process, Path out, Path err) {

    Running signal(String signal) {
      try {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    Ended await() {
      try {
        try {
          assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ended: " + command).isTrue();
        } finally {
          process.destroyForcibly();
        }
        Ended ended = new Ended(process.exitValue(), text(out), text(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  Ended run(Object... arguments) {
    return start(arguments).await();
  }

  Running start(Object... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    try {
      Path out = Files.createTempFile("umyt", ".out");
      Path err = Files.createTempFile("umyt", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      if (bare) {
        builder.environment().clear();
      }
      builder.environment().remove("UMYT_HOME");
      builder.environment().remove("UMYT_CONFIG");
      if (!bare) {
        // What is over in seconds is over sooner without the good compiler.
        builder.environment().put("UMYT_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
      }
      builder.environment().putAll(environment);
      return new Running(command, builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
