package kz.umyt.discover;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.Glob;

/** What a job leaves out of one source: each table or file is a gap that says so. */
final class Exclusions {

  private final List<Located<String>> patterns;
  private final Gaps gaps;

  Exclusions(Job job, String source, Gaps gaps) {
    this.patterns =
        job.scan().exclude().stream()
            .filter(exclusion -> exclusion.source().value().equals(source))
            .map(Job.Exclusion::pattern)
            .toList();
    this.gaps = gaps;
  }

  private record Rule<T>(Predicate<T> means, Position at) {}

  /** The tables that are read. */
  List<TableName> tables(List<TableName> all) {
    List<Rule<TableName>> rules =
        patterns.stream()
            .map(pattern -> new Rule<>(new TablePattern(pattern.value())::matches, pattern.at()))
            .toList();
    return read(all, rules, TableName::toString);
  }

  /**
   * The files that are read.
   *
   * @throws SettingsException if a pattern cannot be read
   */
  List<CsvFile> files(List<CsvFile> all) {
    List<Rule<CsvFile>> rules = patterns.stream().map(Exclusions::fileRule).toList();
    return read(all, rules, CsvFile::name);
  }

  private static Rule<CsvFile> fileRule(Located<String> pattern) {
    try {
      Glob glob = new Glob(pattern.value());
      return new Rule<>(file -> glob.matches(file.name()), pattern.at());
    } catch (IllegalArgumentException wrong) {
      throw new SettingsException(
          pattern.at(), "file pattern \"" + pattern + "\" " + wrong.getMessage());
    }
  }

  private <T> List<T> read(List<T> all, List<Rule<T>> rules, Function<T, String> name) {
    return all.stream()
        .filter(
            place -> {
              Optional<Rule<T>> rule =
                  rules.stream().filter(one -> one.means().test(place)).findFirst();
              rule.ifPresent(found -> gaps.leftOut(name.apply(place), found.at()));
              return rule.isEmpty();
            })
        .toList();
  }
}
