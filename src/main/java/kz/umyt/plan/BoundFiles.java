package kz.umyt.plan;

import java.util.List;
import java.util.OptionalInt;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;

/** A target of CSV files with every column that its job names found in each file. */
public record BoundFiles(
    Target.Files spec, List<BoundRule> rules, Source.Csv source, List<BoundFile> files)
    implements BoundTarget {

  /**
   * One file.
   *
   * @param clocks index of the clock column of each rule; empty where it is read from a register
   * @param subject index of the subject column
   * @param columns index of each column to anonymize, in the order of the job
   */
  public record BoundFile(
      CsvFile file,
      CsvFormat format,
      List<OptionalInt> clocks,
      OptionalInt subject,
      List<Integer> columns) {}

  @Override
  public String id() {
    return PlannedTarget.id(source.name().value(), spec.file().value(), rule().id());
  }

  /** Identity of a file among anonymized rows. */
  public String doneId(BoundFile file) {
    return source.name() + "/" + file.file().name();
  }
}
