package kz.umyt.cli.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts of people, in Russian and Kazakh. Every twentieth holds personal data: phone, e-mail, IIN
 * and card in turn, so that over any multiple of eighty texts the shares are exact.
 */
final class FreeText {
  private static final List<String> TOLD =
      List.of(Entity.PHONE, Entity.EMAIL, Entity.IIN, Entity.CARD);

  private static final int ONE_IN = 20;

  private final WordLists words;
  private final People people;
  private final SeededRandom random;
  private int written;

  FreeText(WordLists words, People people, String purpose) {
    this.words = words;
    this.people = people;
    this.random = new SeededRandom("text of " + purpose);
  }

  /**
   * What stands in a cell.
   *
   * @param entity null if the text holds no personal data
   * @param value the personal value, empty without one
   */
  record Text(String text, @Nullable String entity, String value) {}

  /** Subject and body of one ticket. */
  record Ticket(String subject, Text body) {}

  Ticket ticket() {
    List<String> matter = random.pick(words.tickets());
    String language = matter.get(0);
    return new Ticket(
        matter.get(1), text(language, matter.get(2), sentence(words.details(), language)));
  }

  /** What an operator writes down. */
  Text note() {
    List<String> first = random.pick(words.notes());
    return text(first.get(0), first.get(1), "");
  }

  private Text text(String language, String before, String after) {
    written++;
    String end = after.isEmpty() ? "" : " " + after;
    if (written % ONE_IN != 0) {
      return new Text(before + end, null, "");
    }
    String entity = TOLD.get(written / ONE_IN % TOLD.size());
    String value = value(entity);
    List<List<String>> ways =
        words.told().stream()
            .filter(way -> way.get(0).equals(language) && way.get(1).equals(entity))
            .toList();
    return new Text(
        before + " " + random.pick(ways).get(2).replace("{}", value) + end, entity, value);
  }

  private String value(String entity) {
    return switch (entity) {
      case Entity.PHONE -> people.phone().written(random.below(5));
      case Entity.EMAIL -> people.emailOfNobodyKnown();
      case Entity.IIN -> people.iin();
      default -> {
        String card = BankDetails.card(random);
        yield random.percent(50) ? card : BankDetails.groups(card);
      }
    };
  }

  private String sentence(List<List<String>> sentences, String language) {
    return random
        .pick(sentences.stream().filter(one -> one.get(0).equals(language)).toList())
        .get(1);
  }
}
