package kz.umyt.discover;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.TableName;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.Glob;

/** What a job leaves out of one source: each table or file is a gap that says so. */
public final class Exclusions {

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

  /**
   * The patterns of a job that mean no table and no file of their source: perhaps a slip, and what
   * was to be left out was read. Of sources that could not be read nothing is known.
   */
  public static List<Job.Exclusion> inVain(Job job, Inventory inventory) {
    return job.scan().exclude().stream()
        .filter(
            exclusion ->
                inventory.sources().stream()
                    .filter(source -> source.read())
                    .filter(source -> source.name().equals(exclusion.source().value()))
                    .anyMatch(source -> !meansAny(exclusion.pattern(), source, inventory)))
        .toList();
  }

  private static boolean meansAny(
      Located<String> pattern, SourceInventory source, Inventory inventory) {
    Predicate<String> means =
        source.kind() == Inventory.Kind.CSV
            ? glob(pattern)::matches
            : new TablePattern(pattern.value())::matchesWritten;
    return Stream.concat(
            source.tables().stream().map(TableInventory::name),
            inventory.gaps().stream()
                .filter(gap -> gap.source().equals(source.name()))
                .flatMap(gap -> gap.table().stream()))
        .anyMatch(means);
  }

  private static Rule<CsvFile> fileRule(Located<String> pattern) {
    Glob glob = glob(pattern);
    return new Rule<>(file -> glob.matches(file.name()), pattern.at());
  }

  private static Glob glob(Located<String> pattern) {
    try {
      return new Glob(pattern.value());
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
