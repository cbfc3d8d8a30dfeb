package kz.umyt.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFolder;
import kz.umyt.source.csv.CsvFormat;
import kz.umyt.source.csv.KnownFormats;
import kz.umyt.source.jdbc.Database;

/** Finds what a file target names in the real files. */
final class FileBinder {

  private final Job job;
  private final Policy policy;
  private final LocalDate asOf;
  private final Function<String, Database> databases;
  private final KnownFormats formats;

  /**
   * Takes up a job.
   *
   * @param databases opens the database of that name
   * @param formats of files that were looked at before
   */
  FileBinder(
      Job job,
      Policy policy,
      LocalDate asOf,
      Function<String, Database> databases,
      KnownFormats formats) {
    this.formats = formats;
    this.databases = databases;
    this.job = job;
    this.policy = policy;
    this.asOf = asOf;
  }

  BoundFiles bind(Target.Files spec, Source.Csv source) {
    List<BoundRule> rules = BoundRule.of(spec, job, policy, asOf);
    List<BoundFiles.BoundFile> files = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (CsvFile file : new CsvFolder(source).files(spec.file())) {
      try {
        files.add(bind(spec, file, formats.of(file, source)));
      } catch (SourceException failure) {
        if (source.encoding().isPresent()) {
          // It may be the settings that are wrong, and then for every file.
          throw failure;
        }
        // The others go on; this one is for a person.
        unread.add(String.valueOf(failure.getMessage()));
      }
    }
    List<Optional<SubjectTable>> subjects = spec.clocks().stream().map(this::subjects).toList();
    return new BoundFiles(spec, rules, source, job.zone(), subjects, List.copyOf(files), unread);
  }

  private static BoundFiles.BoundFile bind(Target.Files spec, CsvFile file, CsvFormat format) {
    spec.aftercare().quasiIdentifiers().forEach(name -> format.column(file, name));
    return new BoundFiles.BoundFile(
        file,
        format,
        spec.clocks().stream().map(clock -> column(clock, file, format)).toList(),
        spec.subject().isPresent()
            ? OptionalInt.of(format.column(file, spec.subject().get()))
            : OptionalInt.empty(),
        spec.columns().stream().map(rule -> format.column(file, rule.column())).toList());
  }

  private Optional<SubjectTable> subjects(ClockSpec clock) {
    return clock instanceof ClockSpec.SubjectLatest latest
        ? Optional.of(SubjectTable.of(latest, databases.apply(latest.source().value())))
        : Optional.empty();
  }

  private static OptionalInt column(ClockSpec clock, CsvFile file, CsvFormat format) {
    if (clock instanceof ClockSpec.Column column) {
      return OptionalInt.of(format.column(file, column.name()));
    }
    return clock instanceof ClockSpec.Newest newest
        ? OptionalInt.of(format.column(file, newest.name()))
        : OptionalInt.empty();
  }
}
