package kz.umyt.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sentence of the five policies that speaks of a term, a trigger, an exception or a deadline
 * is carried by a rule or request that quotes it, and every rule and request by a sentence.
 */
class PolicySentencesTest {

  private static final Path SENTENCES =
      Path.of("src", "test", "resources", "settings", "policy-sentences.tsv");

  private static final Map<String, Policy> POLICIES =
      new Installation(Path.of("."), Path.of("config"), Path.of("var"), Map.of()).policies();

  /** The five texts, and the stems by which a sentence is known to speak of such a thing. */
  enum Text {
    NLS_KAZAKHSTAN("nls-kazakhstan", "ru"),
    NLG_KZ("nlg-kz", "kk"),
    KAZTELEPORT("kazteleport", "ru"),
    KAR_TEL("kar-tel", "kk"),
    NOMAPAY("nomapay", "kk");

    private static final List<String> RUSSIAN =
        List.of(
            "срок",
            "бессроч",
            "отзыв",
            "отозва",
            "уничтож",
            "удал",
            "блокир",
            "обезлич",
            "аноним",
            "в любой момент",
            "в любое время",
            "исключен",
            "дней",
            "период ",
            "прекрат",
            "с момента",
            "в течение");

    private static final List<String> KAZAKH =
        List.of(
            "мерзім",
            "қайтарып ал",
            "жойыл",
            "жою",
            "өшіріл",
            "бұғат",
            "кетіру",
            "тұлғасызд",
            "дара билік",
            "иесіздендір",
            "анонимді",
            "бас тарт",
            "сəттен",
            "сәттен",
            "күн ішінде",
            "жыл бойы",
            "тоқтат",
            "тоқтаға",
            "келісімінсіз",
            "кез-келген уақытта");

    private final String policy;
    private final String language;

    Text(String policy, String language) {
      this.policy = policy;
      this.language = language;
    }

    List<String> stems() {
      return language.equals("ru") ? RUSSIAN : KAZAKH;
    }

    /** The text on one line, if it lies beside this checkout. */
    Optional<String> printed() throws IOException {
      String name = policy + "." + language + ".txt";
      Path file = Path.of(System.getProperty("umyt.shared", "../shared"), "seeds", name);
      return Files.exists(file)
          ? Optional.of(PolicyText.oneLine(Files.readString(file)))
          : Optional.empty();
    }
  }

  /** One line of the table. */
  record Sentence(
      int line,
      String policy,
      String clause,
      String carrier,
      String id,
      String clock,
      String term,
      String deadline,
      String then,
      String unless,
      String text) {

    @Override
    public String toString() {
      return line + " " + policy + " " + clause + " " + carrier + " " + id;
    }
  }

  static List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(SENTENCES, UTF_8);
      for (int i = 0; i < lines.size(); i++) {
        String[] cells = lines.get(i).split("\t", -1);
        if (!lines.get(i).startsWith("#")) {
          assertThat(cells).as("line %s", i + 1).hasSize(10);
          sentences.add(
              new Sentence(
                  i + 1, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6],
                  cells[7], cells[8], cells[9]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }

  private static Stream<Sentence> carriedBy(String carrier) {
    return sentences().stream().filter(sentence -> sentence.carrier().equals(carrier));
  }

  static Stream<Sentence> carriedByRules() {
    return carriedBy("rule");
  }

  static Stream<Sentence> carriedByRequests() {
    return carriedBy("request");
  }

  @ParameterizedTest
  @MethodSource("carriedByRules")
  void isCarriedByItsRule(Sentence sentence) {
    Policy.Retention rule =
        only(POLICIES.get(sentence.policy()).retention(), Policy.Retention::id, sentence.id());
    assertThat(rule.clause()).contains(sentence.clause());
    assertThat(PolicyText.quotes(rule.wording(), sentence.text())).as("quoted").isTrue();
    assertThat(rule.clock().word()).isEqualTo(sentence.clock());
    assertThat(PolicyText.term(rule.term())).isEqualTo(sentence.term());
    assertThat(PolicyText.deadline(rule.deadline())).isEqualTo(sentence.deadline());
    assertThat(rule.then().stream().map(Action::word)).hasSameElementsAs(words(sentence.then()));
    assertThat(rule.unless().stream().map(Exemption::word))
        .hasSameElementsAs(words(sentence.unless()));
  }

  @ParameterizedTest
  @MethodSource("carriedByRequests")
  void isCarriedByItsRequest(Sentence sentence) {
    Policy.Request request =
        only(POLICIES.get(sentence.policy()).requests(), Policy.Request::id, sentence.id());
    assertThat(request.clause()).contains(sentence.clause());
    assertThat(PolicyText.quotes(request.wording(), sentence.text())).as("quoted").isTrue();
    assertThat(request.right().word()).isEqualTo(sentence.clock());
    assertThat(PolicyText.deadline(request.deadline())).isEqualTo(sentence.deadline());
  }

  private static <T> T only(List<T> all, Function<T, Located<String>> id, String wanted) {
    List<T> found = all.stream().filter(one -> id.apply(one).value().equals(wanted)).toList();
    assertThat(found).as(wanted).hasSize(1);
    return found.get(0);
  }

  private static List<String> words(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split("\\+"));
  }

  @Test
  void whatIsCarriedByNothingSaysWhy() {
    assertThat(sentences())
        .allSatisfy(sentence -> assertThat(sentence.carrier()).isIn("rule", "request", "none"));
    assertThat(carriedBy("none")).allSatisfy(none -> assertThat(none.id()).endsWith("."));
    Set<String> carried =
        sentences().stream()
            .filter(sentence -> !sentence.carrier().equals("none"))
            .map(sentence -> sentence.policy() + sentence.text())
            .collect(Collectors.toSet());
    assertThat(carriedBy("none"))
        .allSatisfy(none -> assertThat(carried).doesNotContain(none.policy() + none.text()));
  }

  @ParameterizedTest
  @EnumSource
  void noRuleAndNoRequestIsWithoutASentence(Text text) {
    Policy policy = POLICIES.get(text.policy);
    assertThat(ids(text, "rule"))
        .isEqualTo(values(policy.retention().stream().map(Policy.Retention::id)));
    assertThat(ids(text, "request"))
        .isEqualTo(values(policy.requests().stream().map(Policy.Request::id)));
  }

  private static Set<String> ids(Text text, String carrier) {
    return carriedBy(carrier)
        .filter(sentence -> sentence.policy().equals(text.policy))
        .map(Sentence::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> values(Stream<Located<String>> ids) {
    return ids.map(Located::value).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whoever quotes a piece quotes a sentence of the table. */
  @ParameterizedTest
  @EnumSource
  void everyQuotedPieceIsOfASentence(Text text) {
    Policy policy = POLICIES.get(text.policy);
    List<String> known =
        sentences().stream()
            .filter(sentence -> sentence.policy().equals(text.policy))
            .map(Sentence::text)
            .toList();
    Stream.concat(
            policy.retention().stream().map(Policy.Retention::wording),
            policy.requests().stream().map(Policy.Request::wording))
        .flatMap(Optional::stream)
        .map(PolicyText::pieces)
        .flatMap(Collection::stream)
        // What the law adds rests on the sentence that names the law.
        .filter(piece -> !piece.contains("№ 94-V"))
        .forEach(
            piece ->
                assertThat(known)
                    .as(piece)
                    .anyMatch(one -> one.contains(piece) || piece.contains(one)));
  }

  @ParameterizedTest
  @EnumSource
  void everySentenceStandsInTheText(Text text) throws IOException {
    Optional<String> printed = text.printed();
    assumeTrue(printed.isPresent(), "the text of the policy is not beside this checkout");
    assertThat(sentences().stream().filter(sentence -> sentence.policy().equals(text.policy)))
        .isNotEmpty()
        .allSatisfy(sentence -> assertThat(printed.get()).contains(sentence.text()));
  }

  /** Nothing in the text that sounds of a term, trigger, exception or deadline is forgotten. */
  @ParameterizedTest
  @EnumSource
  void everyTellingWordOfTheTextStandsInASentence(Text text) throws IOException {
    Optional<String> printed = text.printed();
    assumeTrue(printed.isPresent(), "the text of the policy is not beside this checkout");
    String whole = printed.get();
    BitSet covered = new BitSet();
    for (Sentence sentence : sentences()) {
      int at = whole.indexOf(sentence.text());
      while (sentence.policy().equals(text.policy) && at >= 0) {
        covered.set(at, at + sentence.text().length());
        at = whole.indexOf(sentence.text(), at + 1);
      }
    }
    List<String> forgotten = new ArrayList<>();
    String lower = whole.toLowerCase(Locale.ROOT);
    for (String stem : text.stems()) {
      for (int at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + 1)) {
        if (!covered.get(at)) {
          forgotten.add(whole.substring(Math.max(0, at - 60), Math.min(whole.length(), at + 60)));
        }
      }
    }
    assertThat(forgotten).isEmpty();
  }
}
