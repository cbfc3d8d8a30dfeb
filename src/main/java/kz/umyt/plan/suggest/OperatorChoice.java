package kz.umyt.plan.suggest;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import kz.umyt.discover.ColumnTraits.Holds;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.OperatorSpec.Pseudonym;

/** Chooses for a personal column an operator that its engine takes. */
final class OperatorChoice {

  /** What is left for statistics when the rest of the row names nobody. */
  private static final Set<String> STATISTICS = Set.of("SEX");

  /** Columns whose name says that anything may be written there. */
  private static final Set<String> TEXTS = Set.of("FREE_TEXT", "CORRESPONDENCE");

  private static final String BIRTH = "DATE_OF_BIRTH";
  private static final String IP = "IP_ADDRESS";
  private static final String ADDRESS = "ADDRESS";

  /** Identifiers by which people join tables. */
  private static final Set<String> JOINED = Set.of("KZ_IIN", "KZ_BIN");

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
    Optional<String> whole =
        column.whole().filter(entity -> !isTextToRead(column, entity) && !isDocument(column));
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
    if (!unique && (holds == Holds.DATE || (holds == Holds.TEXT && entity.equals(BIRTH)))) {
      return column(column, entity, YEAR, "the year is left");
    }
    if (!unique && holds == Holds.TEXT && entity.equals(IP)) {
      return column(column, entity, new OperatorSpec.Network(), "the network is left");
    }
    if (!unique && holds == Holds.TEXT && entity.equals(ADDRESS)) {
      return column(column, entity, new OperatorSpec.City(), "the city is left");
    }
    boolean isJoined = unique || JOINED.contains(entity);
    Optional<Pseudonym.Of> pseudonym = pseudonym(column, entity);
    if (isJoined && pseudonym.isPresent()) {
      return column(
          column,
          entity,
          new Pseudonym(pseudonym.get()),
          unique
              ? "UNIQUE: a value of its own for each, which is nobody's"
              : "equal values get equal ones in all tables, which are nobody's");
    }
    if (isJoined && takesTokens(column)) {
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
      case DOCUMENT, OTHER -> Optional.empty();
    };
  }

  /** What a run takes for such a column: long enough, and as many pseudonyms as values. */
  private static Optional<Pseudonym.Of> pseudonym(ColumnFacts column, String entity) {
    return Arrays.stream(Pseudonym.Of.values())
        .filter(of -> of.name().equals(entity))
        .filter(
            of ->
                switch (of) {
                  case KZ_IIN, KZ_BIN -> holdsDigits(column, 12);
                  case PHONE_NUMBER -> holdsDigits(column, 12);
                  case EMAIL_ADDRESS -> holdsText(column, 22);
                  case PERSON -> holdsText(column, 17);
                  case IP_ADDRESS, CREDIT_CARD -> false;
                })
        .findFirst();
  }

  private static boolean holdsDigits(ColumnFacts column, int least) {
    int length = column.traits().length();
    return holdsText(column, least)
        || (column.traits().holds() == Holds.NUMBER && (length == 0 || length >= least));
  }

  private static boolean holdsText(ColumnFacts column, int least) {
    int length = column.traits().length();
    return column.traits().holds() == Holds.TEXT && (length == 0 || length >= least);
  }

  private static boolean isDocument(ColumnFacts column) {
    return column.traits().holds() == Holds.DOCUMENT && !column.traits().unique();
  }

  private static boolean isTextToRead(ColumnFacts column, String entity) {
    return TEXTS.contains(entity)
        && column.traits().holds() == Holds.TEXT
        && !column.traits().unique();
  }

  /** Texts of which some hold personal data; a number that looks personal may be anything. */
  private static SuggestedColumn parts(ColumnFacts column) {
    boolean isDocument = isDocument(column);
    return isDocument || (column.traits().holds() == Holds.TEXT && !column.traits().unique())
        ? new SuggestedColumn(
            column.name(),
            Optional.empty(),
            new OperatorSpec.Redact(),
            true,
            isDocument
                ? "only what is found in the document's values; enough?"
                : "only what is found in the text; enough?",
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
    return holdsText(column, TOKEN);
  }

  private static boolean fits(String text, ColumnFacts column) {
    int length = column.traits().length();
    return length == 0 || text.length() <= length;
  }
}
