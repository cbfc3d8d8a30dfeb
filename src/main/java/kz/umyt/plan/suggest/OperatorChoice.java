package kz.umyt.plan.suggest;

import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.settings.OperatorSpec;

/** Chooses for a personal column an operator that its engine takes. */
final class OperatorChoice {

  /** What is left for statistics when the rest of the row names nobody. */
  private static final Set<String> STATISTICS = Set.of("SEX");

  /** Columns whose name says that anything may be written there. */
  private static final Set<String> TEXTS = Set.of("FREE_TEXT", "CORRESPONDENCE");

  private static final String BIRTH = "DATE_OF_BIRTH";
  private static final String IIN = "KZ_IIN";

  /** The shortest token. */
  private static final int TOKEN = 10;

  /** Hides any value, however long. */
  private static final int ALL = 10_000;

  private static final OperatorSpec YEAR =
      new OperatorSpec.Generalize(OperatorSpec.Generalize.To.YEAR);

  private OperatorChoice() {}

  /** Empty where the column can be neither changed nor emptied. */
  static Optional<SuggestedColumn> of(ColumnFacts column) {
    if (column.traits().generated()) {
      return Optional.empty();
    }
    Optional<String> whole = column.whole().filter(entity -> !isTextToRead(column, entity));
    return whole.isPresent() ? whole(column, whole.get()) : Optional.of(parts(column));
  }

  private static Optional<SuggestedColumn> whole(ColumnFacts column, String entity) {
    Holds holds = column.traits().holds();
    boolean unique = column.traits().unique();
    if (STATISTICS.contains(entity)) {
      return Optional.of(
          new SuggestedColumn(
              column.name(),
              Optional.of(entity),
              new OperatorSpec.Keep(),
              false,
              "kept for statistics",
              true));
    }
    if (entity.equals(BIRTH) && !unique && (holds == Holds.DATE || holds == Holds.TEXT)) {
      return column(column, entity, YEAR, "the year is left");
    }
    if ((unique || entity.equals(IIN)) && takesTokens(column)) {
      return column(
          column,
          entity,
          new OperatorSpec.Hash(),
          unique ? "UNIQUE: a token of its own for each value" : "equal values get equal tokens");
    }
    if (column.nullable()) {
      return column(column, entity, new OperatorSpec.Null(), "no value at all");
    }
    return unique ? Optional.empty() : constant(column, entity);
  }

  private static Optional<SuggestedColumn> constant(ColumnFacts column, String entity) {
    return switch (column.traits().holds()) {
      case TEXT ->
          fits("<" + entity + ">", column)
              ? column(column, entity, new OperatorSpec.Replace(Optional.empty()), "always filled")
              : column(
                  column,
                  entity,
                  new OperatorSpec.Mask('*', ALL, false),
                  "always filled, and too short for <" + entity + ">");
      case NUMBER ->
          column(
              column,
              entity,
              new OperatorSpec.Replace(Optional.of("0")),
              "always filled, and takes numbers only");
      case DATE -> column(column, entity, YEAR, "always filled; the year is left");
      case OTHER -> Optional.empty();
    };
  }

  private static boolean isTextToRead(ColumnFacts column, String entity) {
    return TEXTS.contains(entity)
        && column.traits().holds() == Holds.TEXT
        && !column.traits().unique();
  }

  /** Texts of which some hold personal data; a number that looks personal may be anything. */
  private static SuggestedColumn parts(ColumnFacts column) {
    return column.traits().holds() == Holds.TEXT && !column.traits().unique()
        ? new SuggestedColumn(
            column.name(),
            Optional.empty(),
            new OperatorSpec.Redact(),
            true,
            "only what is found in the text; enough?",
            true)
        : new SuggestedColumn(
            column.name(),
            Optional.empty(),
            new OperatorSpec.Keep(),
            false,
            "few of its values look personal: by chance?",
            true);
  }

  private static Optional<SuggestedColumn> column(
      ColumnFacts column, String entity, OperatorSpec operator, String why) {
    return Optional.of(
        new SuggestedColumn(column.name(), Optional.of(entity), operator, false, why, false));
  }

  private static boolean takesTokens(ColumnFacts column) {
    int length = column.traits().length();
    return column.traits().holds() == Holds.TEXT && (length == 0 || length >= TOKEN);
  }

  private static boolean fits(String text, ColumnFacts column) {
    int length = column.traits().length();
    return length == 0 || text.length() <= length;
  }
}
