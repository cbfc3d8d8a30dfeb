package kz.umyt.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.job.Assignment;
import kz.umyt.job.RetentionRun;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.Finding;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/** What commands work with: clocks, streams, and how settings become working parts. */
record Workspace(Clock clock, LongSupplier nanos, PrintStream out, PrintStream err) {

  /** Findings of a lower score stay out of residue and of detected replacements. */
  private static final double THRESHOLD = 0.5;

  /**
   * Names of files, tables and columns, which may hold anything, reach people with what has no
   * shape made visible.
   */
  Workspace {
    out = new VisibleLines(out);
    err = new VisibleLines(err);
  }

  /** A line for programs, as it is. */
  void json(String line) {
    out.print(line + System.lineSeparator());
    out.flush();
  }

  Analyzer analyzer(Installation installation) {
    return new Analyzer(
        installation.recognizers(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  TextFinder finder(Analyzer analyzer) {
    return new TextFinder() {
      @Override
      public List<Finding> find(String text) {
        return analyzer.analyze(text, null).stream()
            .filter(finding -> finding.score() >= THRESHOLD)
            .toList();
      }

      @Override
      public Optional<String> entityOfColumn(String name) {
        return analyzer.entityOfColumn(name);
      }
    };
  }

  /** A job by the path of its file, or by its name among the installation's jobs. */
  Job job(CommonOptions options, String written) {
    Path path = Path.of(written);
    Path named = options.base().resolve("jobs").resolve(written + ".yaml");
    if (Files.exists(path)) {
      return options.installation().job(path);
    }
    if (Files.exists(named)) {
      return options.installation().job(named);
    }
    throw new SettingsException(
        "no job file "
            + path
            + ", and no "
            + named
            + NearestName.hint(written, jobNames(named.getParent())));
  }

  /** As {@link #job}, for what works on targets. */
  Job jobWithTargets(CommonOptions options, String written) {
    Job job = job(options, written);
    if (job.targets().isEmpty()) {
      throw new SettingsException(
          job.id().at(),
          "job '"
              + job.id()
              + "' has no targets: it is for umyt scan; name a job that has some, or write what is"
              + " to be destroyed or anonymized under 'targets'");
    }
    return job;
  }

  private static List<String> jobNames(@Nullable Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** A job with everything that settings say about how it is done. */
  static Assignment assignment(Installation installation, Job job) {
    return new Assignment(
        job,
        installation.policy(job.policy()),
        installation.sources(),
        installation.recognizersSha256(),
        installation.approvers());
  }

  RetentionRun.Surroundings surroundings() {
    return new RetentionRun.Surroundings(
        clock, nanos, System.getProperty("user.name", "?"), host(), "umyt " + Version.number());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "unknown host";
    }
  }
}
