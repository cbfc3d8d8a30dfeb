package kz.umyt.plan;

import java.util.List;
import java.util.OptionalInt;
import kz.umyt.policy.DueRule;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;

/** A target of CSV files with every column that its job names found in each file. */
public record BoundFiles(
    Target.Files spec,
    Policy.Retention rule,
    DueRule dueRule,
    boolean confirmed,
    String termText,
    Source.Csv source,
    List<BoundFile> files)
    implements BoundTarget {

  /**
   * One file.
   *
   * @param clock index of the clock column
   * @param subject index of the subject column
   * @param columns index of each column to anonymize, in the order of the job
   */
  public record BoundFile(
      CsvFile file, CsvFormat format, int clock, OptionalInt subject, List<Integer> columns) {}

  @Override
  public String id() {
    return PlannedTarget.id(source.name().value(), spec.file().value(), rule.id().value());
  }

  /** Identity of a file among anonymized rows. */
  public String doneId(BoundFile file) {
    return source.name() + "/" + file.file().name();
  }
}
