package kz.umyt.destroy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.anonymize.TextFinder;
import kz.umyt.plan.BoundFiles;
import kz.umyt.plan.BoundTable;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;

/**
 * The columns that name nobody alone, and together may: those that the job lists, else those that
 * hold such a kind of data by the job's entities or by their names, and still show some of it.
 */
final class QuasiIdentifiers {

  private static final Set<String> ENTITIES =
      Set.of("ADDRESS", "CITIZENSHIP", "CITY", "DATE_OF_BIRTH", "GEOLOCATION", "SEX");

  private final TextFinder finder;

  QuasiIdentifiers(TextFinder finder) {
    this.finder = finder;
  }

  /** Columns of a table. */
  List<Column> of(BoundTable target) {
    List<Located<String>> listed = target.spec().aftercare().quasiIdentifiers();
    if (!listed.isEmpty()) {
      return listed.stream().map(target.table()::column).toList();
    }
    return target.table().columns().stream()
        .filter(column -> pointsAtSomebody(column.name(), rule(target, column)))
        .toList();
  }

  private static Optional<Target.ColumnRule> rule(BoundTable target, Column column) {
    return target.spec().columns().stream()
        .filter(rule -> target.table().column(rule.column()).equals(column))
        .findFirst();
  }

  /** Columns of a file, counted from zero. */
  List<Integer> of(BoundFiles target, BoundFiles.BoundFile file) {
    List<Located<String>> listed = target.spec().aftercare().quasiIdentifiers();
    if (!listed.isEmpty()) {
      return listed.stream().map(name -> file.format().column(file.file(), name)).toList();
    }
    List<Integer> found = new ArrayList<>();
    List<String> header = file.format().header();
    for (int i = 0; i < header.size(); i++) {
      int at = file.columns().indexOf(i);
      Optional<Target.ColumnRule> rule =
          at < 0 ? Optional.empty() : Optional.of(target.spec().columns().get(at));
      if (pointsAtSomebody(header.get(i), rule)) {
        found.add(i);
      }
    }
    return List.copyOf(found);
  }

  private boolean pointsAtSomebody(String name, Optional<Target.ColumnRule> rule) {
    return rule.map(QuasiIdentifiers::showsSome).orElse(true)
        && rule.flatMap(Target.ColumnRule::entity)
            .map(Located::value)
            .or(() -> finder.entityOfColumn(name))
            .map(ENTITIES::contains)
            .orElse(false);
  }

  /** Whether anything of the value is left that means something outside of the table. */
  private static boolean showsSome(Target.ColumnRule rule) {
    return rule.detected()
        || !(rule.operator() instanceof OperatorSpec.Replace
            || rule.operator() instanceof OperatorSpec.Redact
            || rule.operator() instanceof OperatorSpec.Null
            || rule.operator() instanceof OperatorSpec.Hash
            || rule.operator() instanceof OperatorSpec.Encrypt
            || rule.operator() instanceof OperatorSpec.Pseudonym);
  }
}
