package kz.umyt.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what is looked at, and asked for, once the records of a target are handled. */
final class AftercareReader {
  private AftercareReader() {}

  /** The part that stands in a target. */
  static Target.Aftercare ofTarget(Section section, Action action, boolean inFiles) {
    if (action == Action.DESTROY) {
      String reason = "has no meaning for 'destroy', which leaves no record behind";
      section.refuse("quasi-identifiers", reason);
      section.refuse("require-k", reason);
    }
    return new Target.Aftercare(
        section
            .optional("quasi-identifiers")
            .map(value -> quasiIdentifiers(value, inFiles))
            .orElse(List.of()),
        section
            .optional("require-k")
            .map(value -> new Located<>((int) value.integer(2, 1_000_000), value.at())));
  }

  private static List<Located<String>> quasiIdentifiers(Value value, boolean inFiles) {
    List<Located<String>> columns = value.texts();
    if (columns.isEmpty()) {
      throw value.error("must name at least one column");
    }
    Set<String> seen = new HashSet<>();
    for (Located<String> column : columns) {
      String name = column.value();
      // Databases do not tell 'city' from 'CITY'.
      if (!seen.add(inFiles ? name : name.toLowerCase(Locale.ROOT))) {
        throw new SettingsException(column.at(), "column '" + column + "' is written twice");
      }
    }
    return columns;
  }
}
