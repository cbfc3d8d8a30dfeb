package kz.umyt.report;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.umyt.settings.Clock;

/**
 * The words of settings and plan (entities, clocks, terms, operators) in one language of a report;
 * a word that has no translation is shown as it is. Public for the templates only.
 */
public final class Vocabulary {

  private final Messages messages;
  private final Wording say;

  Vocabulary(Messages messages, Wording say) {
    this.messages = messages;
    this.say = say;
  }

  /** A kind of personal data in words; the name itself where the language has none for it. */
  public String entity(String name) {
    return messages.find("entity." + name).orElse(name);
  }

  /** Kinds of personal data in words, separated by semicolons, since a name may hold commas. */
  public String entities(List<String> names) {
    return names.stream().map(this::entity).collect(Collectors.joining("; "));
  }

  /** What to do at once where a kind of personal data is found that nobody may keep so. */
  public Optional<String> remedy(String entity) {
    return messages.find("alarm." + entity);
  }

  /** The event a term runs from; the text itself where it starts with no clock's word. */
  public String clock(String text) {
    return clockOf(text).map(clock -> messages.text("clock." + clock.word())).orElse(text);
  }

  /** Where the clock is read from: what follows the clock's word. */
  public String clockColumn(String text) {
    return clockOf(text).map(clock -> afterWord(text, clock.word().length())).orElse("");
  }

  /** Why the law lets a record go when this clock's term is over; empty for an unknown clock. */
  public String reason(String clockText) {
    return clockOf(clockText).map(clock -> messages.text("reason." + clock.word())).orElse("");
  }

  /** An ISO-8601 period in words; the text itself where it starts with none. */
  public String term(String text) {
    return period(text).map(this::words).orElse(text);
  }

  /** Who decided the term: what follows the period. */
  public String termDecision(String text) {
    return period(text).map(period -> afterWord(text, firstWord(text).length())).orElse("");
  }

  /** An operator in words; empty for one the language has no word for. */
  public String operator(String text) {
    return messages.find("operator." + firstWord(text)).orElse("");
  }

  /** The weight of a rule in words; the word itself where the language has none for it. */
  public String role(String role) {
    return messages.find("role." + role).orElse(role);
  }

  /** What a database does to the rows that point to a destroyed one. */
  public String onDelete(String reaction) {
    return messages.find("on-delete." + reaction.replace(' ', '-')).orElse(reaction);
  }

  private String words(Period period) {
    String words =
        Stream.of(
                part("term.years", period.getYears()),
                part("term.months", period.getMonths()),
                part("term.days", period.getDays()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? messages.text("term.none") : words;
  }

  private String part(String key, int count) {
    return count == 0 ? "" : say.counted(key, count);
  }

  private static Optional<Clock> clockOf(String text) {
    return Arrays.stream(Clock.values())
        .filter(clock -> startsWithWord(text, clock.word()))
        .max(Comparator.comparingInt(clock -> clock.word().length()));
  }

  private static Optional<Period> period(String text) {
    try {
      return Optional.of(Period.parse(firstWord(text)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWithWord(String text, String word) {
    return text.startsWith(word)
        && (text.length() == word.length() || !isWordCharacter(text.charAt(word.length())));
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && isWordCharacter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  /** The rest without the punctuation that joins it to the word. */
  private static String afterWord(String text, int length) {
    int from = length;
    while (from < text.length() && " ,:;=".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    String rest = text.substring(from).strip();
    boolean bracketed =
        rest.startsWith("(") && rest.endsWith(")") && rest.indexOf(')') == rest.length() - 1;
    return bracketed ? rest.substring(1, rest.length() - 1).strip() : rest;
  }

  private static boolean isWordCharacter(char character) {
    return Character.isLetterOrDigit(character) || character == '-' || character == '_';
  }
}
