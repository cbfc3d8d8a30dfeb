package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.umyt.policy.Role;
import kz.umyt.settings.Action;
import kz.umyt.settings.Clock;
import kz.umyt.settings.Entities;
import kz.umyt.settings.Exemption;
import kz.umyt.settings.Right;
import kz.umyt.source.ForeignKey.OnDelete;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

  /** Names that are written in Latin letters in every language. */
  private static final Set<String> LATIN_NAMES =
      Set.of(
          "P",
          "P3Y",
          "Y",
          "SHA",
          "V",
          "IP",
          "MAC",
          "act",
          "inventory",
          "plan",
          "json",
          "csv",
          "cookie",
          "SQL");

  /** The same word, or sign, in Russian and Kazakh. */
  private static final Set<String> SAME_IN_RUSSIAN_AND_KAZAKH =
      Set.of(
          "act.number", "targets.number", "basis.operator", "execution.host", "duration.minutes");

  private static final String KAZAKH_LETTERS = "әғқңөұүһі";

  @Test
  void allLanguagesHaveTheSameKeys() {
    Set<String> russian = Messages.of(Language.RU).keys();

    assertThat(Messages.of(Language.KK).keys()).isEqualTo(russian);
    assertThat(Messages.of(Language.EN).keys()).isEqualTo(russian);
  }

  @ParameterizedTest
  @EnumSource
  void noKeyStandsTwice(Language language) {
    List<String> keys = keysAsWritten(language);

    assertThat(keys).doesNotHaveDuplicates().hasSameSizeAs(Messages.of(language).keys());
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    String code = sources();
    Set<String> unused = new TreeSet<>();
    for (String key : Messages.of(Language.RU).keys()) {
      if (!code.contains('"' + key + '"') && !isBuiltFromAWord(key)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfTheContractHasAText(Language language) {
    Set<String> keys = Messages.of(language).keys();
    for (Clock clock : Clock.values()) {
      assertThat(keys).contains("clock." + clock.word(), "reason." + clock.word());
    }
    for (Action action : Action.values()) {
      assertThat(keys).contains("action." + action.word());
    }
    for (Right right : Right.values()) {
      assertThat(keys).contains("right." + right.word());
    }
    for (Exemption exemption : Exemption.values()) {
      assertThat(keys).contains("unless." + exemption.word());
    }
    for (Role role : Role.values()) {
      assertThat(keys).contains("role." + word(role));
    }
    for (OnDelete reaction : OnDelete.values()) {
      assertThat(keys).contains("on-delete." + word(reaction));
    }
    for (Act.Status status : Act.Status.values()) {
      assertThat(keys)
          .contains("status." + ActJson.word(status), "verdict." + ActJson.word(status));
    }
    for (String entity : new Entities(List.of()).names()) {
      assertThat(keys).contains("entity." + entity);
    }
    for (Act.Method method : Act.Method.values()) {
      assertThat(keys).contains("method." + ActJson.word(method), "copies." + ActJson.word(method));
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsHaveAsManyFormsAsTheLanguage(Language language) {
    Messages messages = Messages.of(language);
    for (String key : messages.keys()) {
      boolean counts =
          key.startsWith("count.")
              || key.startsWith("inventory.count.")
              || key.startsWith("plan.count.")
              || (key.startsWith("term.") && isNumbered(key));
      int forms = counts ? language.forms() : 1;
      assertThat(Messages.forms(messages.find(key).orElseThrow())).as(key).hasSize(forms);
    }
  }

  @Test
  void placeholdersAreTheSameInAllLanguages() {
    for (String key : Messages.of(Language.RU).keys()) {
      Set<Character> russian = placeholders(Language.RU, key);
      assertThat(placeholders(Language.KK, key)).as(key).isEqualTo(russian);
      assertThat(placeholders(Language.EN, key)).as(key).isEqualTo(russian);
    }
  }

  @Test
  void englishHasNoCyrillic() {
    for (String word : words(Language.EN)) {
      assertThat(word.codePoints().noneMatch(MessagesTest::isCyrillic)).as(word).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RU", "KK"})
  void cyrillicTextsHaveNoLatinWordsAndNoMixedOnes(Language language) {
    for (String word : words(language)) {
      boolean latin = word.codePoints().anyMatch(point -> !isCyrillic(point));
      assertThat(latin && !LATIN_NAMES.contains(word)).as(word).isFalse();
    }
  }

  @Test
  void russianHasNoKazakhLetters() {
    for (String word : words(Language.RU)) {
      assertThat(hasKazakhLetter(word)).as(word).isFalse();
    }
  }

  @Test
  void kazakhIsKazakh() {
    Messages russian = Messages.of(Language.RU);
    Messages kazakh = Messages.of(Language.KK);
    for (String key : kazakh.keys()) {
      String text = kazakh.find(key).orElseThrow();
      if (!SAME_IN_RUSSIAN_AND_KAZAKH.contains(key)) {
        assertThat(text).as(key).isNotEqualTo(russian.find(key).orElseThrow());
      }
      if (text.length() > 25) {
        assertThat(hasKazakhLetter(text)).as(key).isTrue();
      }
    }
    Set<Character> letters = new HashSet<>();
    words(Language.KK)
        .forEach(word -> word.toLowerCase(Locale.ROOT).chars().forEach(c -> letters.add((char) c)));
    assertThat(letters).contains('ә', 'ғ', 'қ', 'ң', 'ө', 'ұ', 'ү', 'і');
  }

  @ParameterizedTest
  @EnumSource
  void textsHoldNoCharacterWithoutShape(Language language) {
    Messages messages = Messages.of(language);
    for (String key : messages.keys()) {
      String text = messages.find(key).orElseThrow();
      assertThat(VisibleControls.of(text)).isEqualTo(text);
      assertThat(text).as(key).isEqualTo(text.strip()).isNotEmpty();
    }
  }

  @Test
  void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
    assertThat(Messages.of(Language.EN).text("details.range.value", "{1}", "<b>"))
        .isEqualTo("{1} to <b>");
  }

  private static boolean isBuiltFromAWord(String key) {
    return Stream.of(
            "status.",
            "verdict.",
            "method.",
            "copies.",
            "action.",
            "clock.",
            "reason.",
            "entity.",
            "operator.",
            "alarm.",
            "inventory.",
            "right.",
            "unless.",
            "role.",
            "on-delete.",
            "identity.",
            "signatures.")
        .anyMatch(
            prefix -> key.startsWith(prefix) && isWord(prefix, key.substring(prefix.length())));
  }

  /** Signature roles and methods are listed, so that a text of either kind can be found unused. */
  private static boolean isWord(String prefix, String word) {
    return switch (prefix) {
      case "signatures." -> Set.of("chair", "member", "performer", "validator").contains(word);
      case "status.", "verdict." -> isWordOf(Act.Status.values(), word);
      case "method.", "copies." -> isWordOf(Act.Method.values(), word);
      case "inventory." -> isBuiltForTheInventory(word);
      case "action." -> Arrays.stream(Action.values()).anyMatch(a -> a.word().equals(word));
      case "right." -> Arrays.stream(Right.values()).anyMatch(r -> r.word().equals(word));
      case "unless." -> Arrays.stream(Exemption.values()).anyMatch(e -> e.word().equals(word));
      case "role." -> Arrays.stream(Role.values()).anyMatch(r -> word(r).equals(word));
      case "identity." -> Set.of("no-columns", "too-many", "failed").contains(word);
      case "on-delete." -> Arrays.stream(OnDelete.values()).anyMatch(o -> word(o).equals(word));
      case "clock.", "reason." ->
          Arrays.stream(Clock.values()).anyMatch(c -> c.word().equals(word));
      default -> true;
    };
  }

  /** What the page of the inventory chooses by what it shows. */
  private static boolean isBuiltForTheInventory(String word) {
    Map<String, Set<String>> words =
        Map.of(
            "state", Set.of("alarm", "incomplete", "undeclared", "unruled", "clear"),
            "verdict", Set.of("alarm", "incomplete", "undeclared", "unruled", "clear"),
            "gap", Set.of("source", "table", "column"),
            "source", Set.of("jdbc", "csv"),
            "confidence", Set.of("high", "middle", "low"),
            "damage", Set.of("scientific", "lost-zeros", "mojibake"),
            "check", new Entities(List.of()).names());
    int point = word.indexOf('.');
    return point > 0
        && words
            .getOrDefault(word.substring(0, point), Set.of())
            .contains(word.substring(point + 1));
  }

  private static boolean isWordOf(Enum<?>[] constants, String word) {
    return Arrays.stream(constants).anyMatch(constant -> ActJson.word(constant).equals(word));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean isNumbered(String key) {
    return !key.equals("term.none");
  }

  private static Set<Character> placeholders(Language language, String key) {
    Set<Character> found = new TreeSet<>();
    String text = Messages.of(language).find(key).orElseThrow();
    for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
      found.add(text.charAt(at + 1));
    }
    return found;
  }

  private static List<String> words(Language language) {
    Messages messages = Messages.of(language);
    List<String> words = new ArrayList<>();
    for (String key : messages.keys()) {
      StringBuilder word = new StringBuilder();
      for (char character : (messages.find(key).orElseThrow() + " ").toCharArray()) {
        if (Character.isLetter(character)) {
          word.append(character);
        } else if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      }
    }
    return words;
  }

  private static List<String> keysAsWritten(Language language) {
    String name = "messages_" + language.tag() + ".properties";
    try (InputStream bytes = Messages.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains(" = ") && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(" = ")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sources() throws IOException {
    StringBuilder code = new StringBuilder();
    for (Path root : List.of(Path.of("src/main/jte"), Path.of("src/main/java/kz/umyt/report"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }

  private static boolean isCyrillic(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.CYRILLIC;
  }

  private static boolean hasKazakhLetter(String text) {
    return text.toLowerCase(Locale.ROOT).chars().anyMatch(c -> KAZAKH_LETTERS.indexOf(c) >= 0);
  }
}
