package kz.umyt.settings;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    if (inFiles) {
      section.refuse("clean-up", "is for databases; files are always written anew");
    }
    return new Target.Aftercare(
        section
            .optional("quasi-identifiers")
            .map(value -> quasiIdentifiers(value, inFiles))
            .orElse(List.of()),
        section
            .optional("require-k")
            .map(value -> new Located<>((int) value.integer(2, 1_000_000), value.at())),
        cleanUp(section));
  }

  /** The part that stands in the job. */
  static Job.Aftercare ofJob(Section section) {
    return new Job.Aftercare(
        cleanUp(section).orElse(CleanUp.NONE),
        section
            .optional("copies")
            .map(value -> value.list().stream().map(AftercareReader::copy).toList())
            .orElse(List.of()));
  }

  private static Optional<CleanUp> cleanUp(Section section) {
    return section.optional("clean-up").map(value -> value.oneOf(Words.CLEAN_UPS));
  }

  private static Job.Copy copy(Value item) {
    Section section = item.section("what", "until");
    String what = section.required("what").text().value();
    Value until = section.required("until");
    String text = until.text().value();
    Optional<Period> period = Literals.period(text);
    if (period.isPresent()) {
      return new Job.Copy(what, period, Optional.empty());
    }
    try {
      return new Job.Copy(what, Optional.empty(), Optional.of(LocalDate.parse(text)));
    } catch (DateTimeParseException neither) {
      throw until.error("must be a period from the day of the Act, such as P30D, or a date");
    }
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
