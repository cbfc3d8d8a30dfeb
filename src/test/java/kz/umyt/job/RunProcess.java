package kz.umyt.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.umyt.engines.Shop;

/** One attempt at a run in a process of its own, which a test can kill. */
final class RunProcess {

  private static final int LOCKED = 6;

  private final Process process;
  private final List<String> output = new ArrayList<>();

  private RunProcess(Process process) {
    this.process = process;
  }

  /** Runs the job of the company in the folder given as argument; says how it comes along. */
  public static void main(String[] arguments) {
    System.out.println("started");
    Night night = new Night(Shop.at(Path.of(arguments[0])));
    try {
      RunResult result =
          night.run(
              new Progress() {
                @Override
                public void started(String what, long records) {
                  System.out.println("begins " + what);
                }

                @Override
                public void reached(long records) {
                  System.out.println("chunk");
                }

                @Override
                public void finished() {
                  System.out.println("ends");
                }
              });
      System.out.println("done " + result.status());
    } catch (LockHeldException held) {
      // The server has not yet noticed that the session before was killed.
      System.exit(LOCKED);
    }
    System.exit(0);
  }

  static RunProcess start(Path company) throws IOException {
    return start(RunProcess.class, company);
  }

  /**
   * Starts a program that says how it comes along as this one does.
   *
   * @param company the folder of the company
   */
  static RunProcess start(Class<?> program, Path company) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program.getName(), company.toString()));
    return new RunProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Waits for so many lines that begin so; false if the process ended before. */
  boolean await(String beginning, int times) throws IOException {
    BufferedReader reader = reader();
    int seen = 0;
    while (seen < times) {
      String line = reader.readLine();
      if (line == null) {
        return false;
      }
      output.add(line);
      seen += line.startsWith(beginning) ? 1 : 0;
    }
    return true;
  }

  /** Kills the process; false if it had ended by itself. */
  boolean kill() throws InterruptedException {
    boolean alive = process.isAlive();
    process.destroyForcibly();
    process.waitFor();
    return alive;
  }

  /**
   * Whether it has ended, or does so within some seconds; what it says meanwhile is passed over.
   */
  boolean hasEnded() throws IOException, InterruptedException {
    while (reader().ready()) {
      output.add(String.valueOf(reader().readLine()));
    }
    return process.waitFor(100, TimeUnit.MILLISECONDS);
  }

  /** Whether the run came to its end; to be asked when the process has ended. */
  boolean isDone() throws IOException {
    await("done", 1);
    return process.exitValue() == 0;
  }

  /** Waits for the end: the status of the run, or "locked". */
  String finish() throws IOException, InterruptedException {
    await("done", 1);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the run does not end: " + output);
    }
    if (process.exitValue() == LOCKED) {
      return "locked";
    }
    if (process.exitValue() != 0) {
      throw new AssertionError("the run failed: " + String.join("\n", output));
    }
    return output.get(output.size() - 1);
  }

  private BufferedReader reader() {
    return process.inputReader(StandardCharsets.UTF_8);
  }
}
