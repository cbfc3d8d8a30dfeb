package kz.umyt.anonymize;

import static kz.umyt.anonymize.Rules.ANY_TEXT;
import static kz.umyt.anonymize.Rules.column;
import static kz.umyt.anonymize.Rules.text;
import static kz.umyt.anonymize.Rules.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.recognize.Analyzer;
import kz.umyt.recognize.BuiltIn;
import kz.umyt.recognize.validate.IdentityNumber;
import kz.umyt.recognize.validate.Luhn;
import kz.umyt.recognize.validate.Validator;
import kz.umyt.recognize.validate.Validators;
import kz.umyt.recognize.validate.Verdict;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
import kz.umyt.settings.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PseudonymsTest {
  private static final int MANY = 100_000;
  private static final int SOME = 2_000;
  private static final Validators VALIDATORS = new Validators(BuiltIn.TODAY);

  @Test
  void looksLikeAnIinAndIsNone() {
    for (String iin : iins(SOME)) {
      String pseudonym = of(Of.KZ_IIN, iin);
      assertThat(pseudonym).hasSize(12).containsOnlyDigits();
      int year = Integer.parseInt(pseudonym.substring(0, 2));
      int century = pseudonym.charAt(6) < '5' ? 1900 : 2000;
      assertThat(pseudonym.charAt(6)).isBetween('3', '6');
      LocalDate born =
          LocalDate.of(
              century + year,
              Integer.parseInt(pseudonym.substring(2, 4)),
              Integer.parseInt(pseudonym.substring(4, 6)));
      assertThat(born).isAfterOrEqualTo(LocalDate.of(1900, 1, 1));
      assertWrong(pseudonym);
      assertRefused("kz-iin", pseudonym);
      assertRefused("kz-bin", pseudonym);
    }
  }

  @Test
  void looksLikeABinAndIsNone() {
    for (String bin : bins(SOME)) {
      String pseudonym = of(Of.KZ_BIN, bin);
      assertThat(pseudonym).hasSize(12).containsOnlyDigits();
      assertThat(Integer.parseInt(pseudonym.substring(2, 4))).isBetween(1, 12);
      assertThat(pseudonym.charAt(4)).isBetween('4', '6');
      assertThat(pseudonym.charAt(5)).isBetween('0', '3');
      assertWrong(pseudonym);
      assertRefused("kz-bin", pseudonym);
      assertRefused("kz-iin", pseudonym);
    }
  }

  @Test
  void hasALastDigitThatNeitherRoundOfWeightsGives() {
    int[] weights = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    for (String iin : iins(SOME)) {
      String pseudonym = of(Of.KZ_IIN, iin);
      int last = pseudonym.charAt(11) - '0';
      int first = IntStream.range(0, 11).map(i -> (pseudonym.charAt(i) - '0') * (i + 1)).sum();
      int second = IntStream.range(0, 11).map(i -> (pseudonym.charAt(i) - '0') * weights[i]).sum();
      assertThat(last).isNotEqualTo(first % 11).isNotEqualTo(second % 11);
    }
  }

  @Test
  void givesAnIinTheSamePseudonymInEveryColumn() {
    String iin = "010112500123".substring(0, 11);
    iin += checkDigit(iin);
    String pseudonym = of(Of.KZ_IIN, iin);
    assertThat(of(Of.KZ_BIN, iin)).as("of a sole proprietor").isEqualTo(pseudonym);
    assertThat(of(Of.KZ_IIN, iin + "  ")).as("filled up").isEqualTo(pseudonym);
    ValueOperator numbers = operator(Of.KZ_IIN, column(Kind.INTEGER));
    assertThat(numbers.apply(Long.valueOf(iin))).isEqualTo(Long.valueOf(pseudonym));
    assertThat(numbers.apply(new BigDecimal(iin))).isEqualTo(new BigDecimal(pseudonym));
    assertThat(operator(Of.KZ_IIN, column(Kind.DECIMAL)).apply(new BigDecimal(iin + ".00")))
        .isEqualTo(new BigDecimal(pseudonym + ".00").stripTrailingZeros().setScale(2));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          +7 (701) 123-45-67,   +7 (6##) ###-##-##
          8 (701) 123 45 67,    8 (6##) ### ## ##
          87011234567,          86#########
          77011234567,          76#########
          701 123 45 67,        6## ### ## ##
          +7(727)357-21-21,     +7(6##)###-##-##
          +7 916 123-45-67,     +7 0## ###-##-##
          8 (727) 350-06-06 12, 8 (6##) ###-##-## ##
          +44 20 7946 0958,     +99 9# #### ####
          2-58-30-40,           1-##-##-##
          Айгуль 87011234567,   86#########
          нет,                  86#########
          """)
  void writesANumberAsTheOtherWasWritten(String phone, String form) {
    String pseudonym = of(Of.PHONE_NUMBER, phone);
    assertThat(pseudonym).hasSameSizeAs(form);
    for (int at = 0; at < form.length(); at++) {
      if (form.charAt(at) == '#') {
        assertThat(pseudonym.charAt(at)).isBetween('0', '9');
      } else {
        assertThat(pseudonym.charAt(at)).isEqualTo(form.charAt(at));
      }
    }
    assertRefused("phone", pseudonym);
  }

  @Test
  void givesANumberTheSamePseudonymHoweverItIsWritten() {
    String digits = of(Of.PHONE_NUMBER, "87011234567").substring(1);
    for (String written : List.of("+7 (701) 123-45-67", "7011234567", "8 701 123 45 67")) {
      assertThat(Digits.of(of(Of.PHONE_NUMBER, written))).endsWith(digits);
    }
    assertThat(operator(Of.PHONE_NUMBER, column(Kind.INTEGER)).apply(77011234567L))
        .isEqualTo(Long.valueOf("7" + digits));
  }

  @Test
  void isNoTelephoneNumberAnywhere() {
    for (String phone : phones(SOME)) {
      assertRefused("phone", of(Of.PHONE_NUMBER, "+" + phone));
      assertRefused("phone", of(Of.PHONE_NUMBER, "8" + phone.substring(1)));
      assertRefused("phone", of(Of.PHONE_NUMBER, phone.substring(1)));
      assertRefused("phone", of(Of.PHONE_NUMBER, "+380" + phone.substring(2)));
    }
  }

  @Test
  void isACardOfNoIssuer() {
    Random random = new Random(3);
    for (int length = 12; length <= 19; length++) {
      for (int number = 0; number < 200; number++) {
        StringBuilder card = new StringBuilder("4");
        while (card.length() < length) {
          card.append(random.nextInt(10));
        }
        String pseudonym = of(Of.CREDIT_CARD, card.toString());
        assertThat(pseudonym).hasSize(length).containsOnlyDigits().startsWith("9");
        assertThat(Luhn.isCorrect(pseudonym)).isFalse();
        assertRefused("card", pseudonym);
        assertRefused("luhn", pseudonym);
        assertRefused("kz-iin", pseudonym);
        Object asNumber =
            operator(Of.CREDIT_CARD, column(Kind.INTEGER)).apply(Long.valueOf(card.toString()));
        assertThat(asNumber).hasToString(pseudonym);
      }
    }
    assertThat(of(Of.CREDIT_CARD, "4400 4300 2254 2572")).matches(card -> card.charAt(4) == ' ');
    assertThat(of(Of.CREDIT_CARD, "4400 43** **** 2572")).hasSize(16).containsOnlyDigits();
  }

  @Test
  void isAnAddressAtAnExampleDomain() {
    String address = of(Of.EMAIL_ADDRESS, "aigul@mail.kz");
    assertThat(address).hasSize(28).endsWith("@example.com");
    ValueOperator narrow = operator(Of.EMAIL_ADDRESS, text(22));
    assertThat(narrow.apply("aigul@mail.kz")).isEqualTo(address.substring(0, 10) + "@example.com");
  }

  @Test
  void isNobodysName() {
    for (int number = 0; number < SOME; number++) {
      String name = of(Of.PERSON, "Ахметова Айгуль " + number);
      assertThat(name).hasSize(24);
      assertThat(name.chars().allMatch(c -> c < 128)).isTrue();
    }
    assertThat(operator(Of.PERSON, text(17)).apply("Айгүл").toString()).hasSize(17);
  }

  @Test
  void isAnAddressForDocumentation() {
    Set<String> ranges = new HashSet<>();
    for (int host = 0; host < SOME; host++) {
      IpAddress address =
          IpAddress.read(of(Of.IP_ADDRESS, "85.1." + host / 250 + "." + host % 250));
      assertThat(address.isVersion4() && address.isDocumentation()).isTrue();
      ranges.add(address.network().toString());
      IpAddress six = IpAddress.read(of(Of.IP_ADDRESS, "2a00:1450:4001::" + host));
      assertThat(!six.isVersion4() && six.isDocumentation()).isTrue();
      Object narrow = operator(Of.IP_ADDRESS, text(15)).apply("2a00::" + host);
      assertThat(narrow.toString().length()).isLessThanOrEqualTo(15);
      assertThat(IpAddress.read(narrow.toString()).isDocumentation()).isTrue();
    }
    assertThat(ranges).containsExactlyInAnyOrder("192.0.2.0", "198.51.100.0", "203.0.113.0");
    assertThat(of(Of.IP_ADDRESS, "2A00:0:0::1")).isEqualTo(of(Of.IP_ADDRESS, "2a00::1"));
    assertThat(IpAddress.read(of(Of.IP_ADDRESS, "unknown")).isDocumentation()).isTrue();
  }

  @Test
  void differsForEveryCorrectNumber() {
    assertAllDiffer(Of.KZ_IIN, iins(MANY), ANY_TEXT, value -> value);
    assertAllDiffer(Of.KZ_BIN, bins(MANY), text(12), value -> value);
    assertAllDiffer(Of.PHONE_NUMBER, phones(MANY), text(11), value -> value);
    assertAllDiffer(Of.KZ_IIN, iins(SOME), column(Kind.INTEGER), Long::valueOf);
  }

  @ParameterizedTest
  @EnumSource(names = {"EMAIL_ADDRESS", "PERSON", "CREDIT_CARD"})
  void differsForEveryText(Of of) {
    Set<String> values = new HashSet<>();
    for (int number = 0; number < MANY; number++) {
      values.add("44004300" + (10_000_000 + number));
    }
    assertAllDiffer(of, values, text(24), value -> value);
  }

  @Test
  void permutesASmallRangeWhole() {
    KeyedNumbers numbers = new KeyedNumbers(Rules.key(1));
    for (long size : new long[] {1, 2, 3, 10, 97, 1000, 7919}) {
      Set<Long> seen = new HashSet<>();
      for (long number = 0; number < size; number++) {
        seen.add(numbers.permuted(number, size, "test"));
      }
      assertThat(seen).hasSize((int) size).allMatch(number -> number >= 0 && number < size);
    }
  }

  /** What a run would count as residue afterwards. */
  @ParameterizedTest
  @EnumSource
  void isNothingThatTheRecognizersFindAfterwards(Of of) {
    Path base = Path.of("").toAbsolutePath();
    Analyzer analyzer =
        new Analyzer(
            new Installation(base, base.resolve("config"), base.resolve("var"), Map.of())
                .recognizers(),
            BuiltIn.TODAY);
    Leftovers leftovers = new Leftovers();
    for (String value : someValues(of)) {
      String pseudonym = of(of, value);
      if (!leftovers.areWritten(new OperatorSpec.Pseudonym(of), pseudonym)) {
        assertThat(analyzer.analyze(pseudonym, null))
            .as(pseudonym)
            .noneMatch(finding -> finding.score() >= 0.5);
      }
      assertThat(leftovers.areWritten(new OperatorSpec.Pseudonym(of), value)).isFalse();
      assertThat(leftovers.areWritten(new OperatorSpec.Redact(), pseudonym))
          .as("changed under another rule")
          .isEqualTo(leftovers.areWritten(new OperatorSpec.Pseudonym(of), pseudonym));
    }
  }

  private static List<String> someValues(Of of) {
    return switch (of) {
      case KZ_IIN -> List.copyOf(iins(300));
      case KZ_BIN -> List.copyOf(bins(300));
      case PHONE_NUMBER ->
          phones(100).stream()
              .flatMap(
                  phone ->
                      List.of("+" + phone, phone.substring(1), "+44" + phone.substring(1)).stream())
              .toList();
      case EMAIL_ADDRESS -> List.of("aigul@mail.kz", "a@b.kz", "info@example.com");
      case PERSON -> List.of("Ахметова Айгуль", "Bimbul Cortix", "hello");
      case IP_ADDRESS -> List.of("85.1.2.3", "2a00:1450::1", "unknown");
      case CREDIT_CARD -> List.of("4400430022542572", "4400 4300 2254 2572");
    };
  }

  private static void assertAllDiffer(
      Of of, Set<String> values, ColumnShape shape, Function<String, Object> as) {
    ValueOperator operator = operator(of, shape);
    Set<Object> pseudonyms = new HashSet<>();
    for (String value : values) {
      Object pseudonym = operator.apply(as.apply(value));
      assertThat(pseudonym).isNotEqualTo(as.apply(value));
      pseudonyms.add(pseudonym);
    }
    assertThat(pseudonyms).hasSameSizeAs(values);
  }

  private static void assertWrong(String pseudonym) {
    assertThat(IdentityNumber.read(pseudonym, 0, 12).isConfirmed()).isFalse();
  }

  private static void assertRefused(String validator, String pseudonym) {
    Validator named = VALIDATORS.named(new Located<>(validator, new Position("test", 1, 1)));
    assertThat(named.judge(pseudonym, 0, pseudonym.length()).answer())
        .as(validator + " of " + pseudonym)
        .isEqualTo(Verdict.Answer.REFUSED);
  }

  private static Set<String> iins(int count) {
    Random random = new Random(1);
    Set<String> iins = new HashSet<>();
    while (iins.size() < count) {
      LocalDate born = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000));
      int century = (born.getYear() < 2000 ? 3 : 5) + random.nextInt(2);
      String eleven =
          String.format(
              "%02d%02d%02d%d%04d",
              born.getYear() % 100,
              born.getMonthValue(),
              born.getDayOfMonth(),
              century,
              random.nextInt(10_000));
      add(iins, eleven);
    }
    return iins;
  }

  private static Set<String> bins(int count) {
    Random random = new Random(2);
    Set<String> bins = new HashSet<>();
    while (bins.size() < count) {
      add(
          bins,
          String.format(
              "%02d%02d%d%d%05d",
              (91 + random.nextInt(36)) % 100,
              1 + random.nextInt(12),
              4 + random.nextInt(3),
              random.nextInt(4),
              random.nextInt(100_000)));
    }
    return bins;
  }

  private static void add(Set<String> numbers, String eleven) {
    String digit = checkDigit(eleven);
    if (!digit.isEmpty()) {
      numbers.add(eleven + digit);
    }
  }

  /** Empty for numbers that are not issued. */
  private static String checkDigit(String eleven) {
    for (int digit = 0; digit < 10; digit++) {
      if (IdentityNumber.read(eleven + digit, 0, 12).isConfirmed()) {
        return String.valueOf(digit);
      }
    }
    return "";
  }

  private static Set<String> phones(int count) {
    Random random = new Random(4);
    Set<String> phones = new HashSet<>();
    while (phones.size() < count) {
      phones.add("7701" + (1_000_000 + random.nextInt(9_000_000)));
    }
    return phones;
  }

  private static String of(Of of, String value) {
    return String.valueOf(operator(of, ANY_TEXT).apply(value));
  }

  private static ValueOperator operator(Of of, ColumnShape shape) {
    return Rules.operators(1).create(whole(new OperatorSpec.Pseudonym(of)), shape);
  }
}
