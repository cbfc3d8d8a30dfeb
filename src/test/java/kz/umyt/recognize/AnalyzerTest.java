package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.RecognizerSpec.Boundary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzerTest {

  private final Analyzer builtIn = BuiltIn.analyzer();

  private static Analyzer analyzer(RecognizerSpec... specs) {
    return new Analyzer(List.of(specs), BuiltIn.TODAY);
  }

  @Test
  void raisesTheScoreByContextOnEitherSideAndByColumn() {
    Analyzer own = analyzer(Specs.pattern("own", "[0-9]{5}", 0.3, Boundary.DIGITS));
    Analyzer weak = analyzer(Specs.pattern("own", "[0-9]{5}", 0.01, Boundary.DIGITS));
    Analyzer strong = analyzer(Specs.pattern("own", "[0-9]{5}", 0.9, Boundary.DIGITS));

    assertThat(own.analyze("12345", null)).extracting(Finding::score).containsExactly(0.3);
    assertThat(own.analyze("Номері: 12345", null)).extracting(Finding::score).containsExactly(0.65);
    assertThat(own.analyze("12345 (номер)", null)).extracting(Finding::score).containsExactly(0.65);
    assertThat(own.analyze("12345", "ownNumber")).extracting(Finding::score).containsExactly(0.65);
    assertThat(weak.analyze("номер 12345", null)).extracting(Finding::score).containsExactly(0.4);
    assertThat(strong.analyze("номер 12345", null)).extracting(Finding::score).containsExactly(1.0);
  }

  @Test
  void takesContextInWholeWordsOnly() {
    Analyzer own = analyzer(Specs.pattern("own", "[0-9]{5}", 0.3, Boundary.DIGITS));

    assertThat(own.analyze("сверхномер 12345", null))
        .extracting(Finding::score)
        .containsExactly(0.3);
    assertThat(builtIn.analyze("КОНТИНЕНТ АЛИИН 900305010003", "comment"))
        .noneMatch(finding -> finding.entity().equals("KZ_IIN"));
  }

  @Test
  void validatedIdentifiersPassTheUsualThresholdWithoutContext() {
    assertThat(builtIn.analyze("081040014026 info@example.kz 87015550142", null))
        .hasSize(3)
        .allMatch(finding -> finding.validated() && finding.score() >= 0.5);
  }

  @Test
  void suppressesAllowedValuesAndFindsDeniedWords() {
    Analyzer own =
        analyzer(
            Specs.spec(
                "own",
                List.of("[0-9]{3}"),
                0.5,
                Boundary.DIGITS,
                List.of("а.б", "Құпия сөз"),
                List.of("123"),
                Optional.empty()));

    assertThat(own.analyze("123 124 аxб а.б құпия\u00A0сөз құпия сөздер", null))
        .extracting(Finding::start)
        .containsExactly(4, 12, 16);
  }

  @Test
  void settlesOverlapsAlikeInWhateverOrderRecognizersCome() {
    List<RecognizerSpec> specs =
        new ArrayList<>(
            List.of(
                Specs.pattern("b", "[0-9]{4}", 0.5, Boundary.NONE),
                Specs.pattern("a", "[0-9]{4}", 0.5, Boundary.NONE),
                Specs.pattern("longer", "[0-9]{6}", 0.5, Boundary.NONE),
                Specs.pattern("weak", "[0-9]{12}", 0.4, Boundary.NONE)));
    List<Finding> expected = new Analyzer(specs, BuiltIn.TODAY).analyze("0123456789 4567", null);
    assertThat(expected).extracting(Finding::recognizer).containsExactly("longer", "a");

    Random random = new Random(5);
    IntStream.range(0, 20)
        .forEach(
            round -> {
              Collections.shuffle(specs, random);
              assertThat(new Analyzer(specs, BuiltIn.TODAY).analyze("0123456789 4567", null))
                  .isEqualTo(expected);
            });
  }

  @Test
  void prefersTheValidatedFindingToTheHigherScore() {
    List<RecognizerSpec> specs = new ArrayList<>(BuiltIn.specs());
    specs.add(Specs.pattern("own", "[0-9 ()-]{11,}", 1.0, Boundary.NONE));

    assertThat(new Analyzer(specs, BuiltIn.TODAY).analyze("081040014026", null))
        .extracting(Finding::entity)
        .containsExactly("KZ_BIN");
  }

  @ParameterizedTest
  @CsvSource({
    "iin,KZ_IIN",
    "IIN_BIN,KZ_IIN",
    "taxpayerIinBin,KZ_IIN",
    "ИИН/БИН,KZ_IIN",
    "жсн,KZ_IIN",
    "bin,KZ_BIN",
    "company-bin,KZ_BIN",
    "БСН,KZ_BIN",
    "client_phone,PHONE_NUMBER",
    "phone2,PHONE_NUMBER",
    "Ұялы телефон,PHONE_NUMBER",
    "msisdn,PHONE_NUMBER",
    "E-mail,EMAIL_ADDRESS",
    "eMail,EMAIL_ADDRESS",
    "Электрондық пошта,EMAIL_ADDRESS",
    "clientIp,IP_ADDRESS",
    "ip,IP_ADDRESS",
    "IP-адрес,IP_ADDRESS",
    "macAddress,MAC_ADDRESS",
    "pan,CREDIT_CARD",
    "card_number,CREDIT_CARD",
    "ИИК,IBAN_CODE",
    "ЖСК,IBAN_CODE",
    "ФИО,PERSON",
    "last_name,PERSON",
    "Əкесінің аты,PERSON",
    "Аты-жөні,PERSON",
    "Дата рождения,DATE_OF_BIRTH",
    "birthdate,DATE_OF_BIRTH",
    "Туған күні,DATE_OF_BIRTH",
    "пол,SEX",
    "жынысы,SEX",
    "home_address,ADDRESS",
    "Мекен-жайы,ADDRESS",
    "Уд. личности,KZ_ID_CARD",
    "doc_number,KZ_ID_CARD",
    "user_name,LOGIN",
    "Қала,CITY",
  })
  void knowsColumnsByName(String column, String entity) {
    assertThat(builtIn.entityOfColumn(column)).contains(entity);
  }

  @ParameterizedTest
  @CsvSource({
    "email_verified",
    "is_phone",
    "phone_type",
    "address_id",
    "amount",
    "binary",
    "spindle",
    "скидка",
    "полис",
    "created_at",
    "description",
    "shipping",
    "''",
    "123",
  })
  void doesNotReadEntitiesIntoOtherNames(String column) {
    assertThat(builtIn.entityOfColumn(column)).isEmpty();
  }

  @Test
  void namesItsEntities() {
    assertThat(builtIn.entities())
        .contains(
            "KZ_IIN",
            "KZ_BIN",
            "PHONE_NUMBER",
            "EMAIL_ADDRESS",
            "IP_ADDRESS",
            "CREDIT_CARD",
            "IBAN_CODE",
            "MAC_ADDRESS",
            "PERSON",
            "DATE_OF_BIRTH",
            "SEX",
            "ADDRESS",
            "KZ_ID_CARD",
            "LOGIN",
            "CITY");
  }

  @Test
  void findsHardwareAddressesButNoFingerprints() {
    assertThat(builtIn.analyze("00:1A:2b:3C:4d:5E 00-1A-2B-3C-4D-5F 001a.2b3c.4d5e", null))
        .extracting(Finding::entity)
        .containsExactly("MAC_ADDRESS", "MAC_ADDRESS", "MAC_ADDRESS");
    assertThat(builtIn.analyze("ab:cd:ef:01:23:45:67:89 ff:ff:ff:ff:ff:ff", null)).isEmpty();
  }
}
