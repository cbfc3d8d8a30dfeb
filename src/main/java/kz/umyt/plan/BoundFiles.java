package kz.umyt.plan;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;

/**
 * A target of CSV files with every column that its job names found in each file.
 *
 * @param subjects for each rule the table that its clock is read from; absent for other clocks
 * @param unread why other files of the target cannot be read
 * @param zone in which the days of the files' last changes are told
 */
public record BoundFiles(
    Target.Files spec,
    List<BoundRule> rules,
    Source.Csv source,
    ZoneId zone,
    List<Optional<SubjectTable>> subjects,
    List<BoundFile> files,
    List<String> unread)
    implements BoundTarget {

  /**
   * One file.
   *
   * @param clocks index of the clock column of each rule; empty where it is read from a register
   * @param subject index of the subject column
   * @param columns index of each column to anonymize, in the order of the job
   * @param formed those by which an anonymized row is known, see {@link BoundFiles#form}
   */
  public record BoundFile(
      CsvFile file,
      CsvFormat format,
      List<OptionalInt> clocks,
      OptionalInt subject,
      List<Integer> columns,
      List<Integer> formed) {

    BoundFile(
        CsvFile file,
        CsvFormat format,
        List<OptionalInt> clocks,
        OptionalInt subject,
        List<Integer> columns) {
      this(
          file,
          format,
          clocks,
          subject,
          columns,
          Stream.concat(
                  columns.stream(),
                  clocks.stream().filter(OptionalInt::isPresent).map(OptionalInt::getAsInt))
              .toList());
    }
  }

  /** Those files that are still there: one of which no row was left is gone. */
  public List<BoundFile> present() {
    return files.stream().filter(file -> Files.exists(file.file().path())).toList();
  }

  /** Whether a clock is read from the time of a file's last change, which must outlive a change. */
  public boolean readsModified() {
    return spec.clocks().stream().anyMatch(ClockSpec.FileModified.class::isInstance);
  }

  /** The same target on another day. */
  BoundFiles on(LocalDate day) {
    return new BoundFiles(
        spec,
        rules.stream().map(rule -> rule.on(day)).toList(),
        source,
        zone,
        subjects,
        files,
        unread);
  }

  @Override
  public String id() {
    return PlannedTarget.id(source.name().value(), spec.file().value(), rule().id());
  }

  /**
   * Whether a person who wrote this name meant the file: its path below the folder, or its name.
   */
  public boolean isNamed(String written, BoundFile file) {
    String name = file.file().name();
    return name.equalsIgnoreCase(written)
        || name.substring(name.lastIndexOf('/') + 1).equalsIgnoreCase(written);
  }

  /** Identity of a file in the journal. */
  public String doneId(BoundFile file) {
    return doneId(file.file().name());
  }

  /** The same of a file that may not be there any more, by its path below the folder. */
  public String doneId(String file) {
    return source.name() + "/" + file;
  }

  /**
   * By which an anonymized row is known: the columns that the target changes and those that its
   * clocks are read from, with what stands in them. What other targets change, or anybody in other
   * columns, makes no difference.
   */
  public List<String> form(BoundFile file, List<String> cells) {
    List<String> header = file.format().header();
    List<String> form = new ArrayList<>();
    for (int column : file.formed()) {
      form.add(header.get(column));
      form.add(column < cells.size() ? cells.get(column) : "");
    }
    return form;
  }
}
