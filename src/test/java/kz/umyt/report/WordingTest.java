package kz.umyt.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  private final ActView russian = ActView.of(SampleActs.verified(), Language.RU);
  private final ActView kazakh = ActView.of(SampleActs.verified(), Language.KK);
  private final ActView english = ActView.of(SampleActs.verified(), Language.EN);

  @ParameterizedTest
  @CsvSource({
    "0, записей уничтожено",
    "1, запись уничтожена",
    "2, записи уничтожены",
    "4, записи уничтожены",
    "5, записей уничтожено",
    "11, записей уничтожено",
    "12, записей уничтожено",
    "14, записей уничтожено",
    "21, запись уничтожена",
    "22, записи уничтожены",
    "100, записей уничтожено",
    "111, записей уничтожено",
    "1001, запись уничтожена",
    "1000000, записей уничтожено"
  })
  void russianWordsAgreeWithTheirNumber(long count, String words) {
    assertThat(russian.say().beside("count.destroyed", count)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0%",
    "0.0000001, <0.1%",
    "0.001, 0.1%",
    "0.5, 50%",
    "0.983333, 98.3%",
    "0.9995, >99.9%",
    "1, 100%"
  })
  void aShareIsNeverRoundedToNothingOrAll(double share, String percent) {
    assertThat(english.say().percent(share)).isEqualTo(percent);
    assertThat(russian.say().percent(share))
        .isEqualTo(percent.replace('.', ',').replace("%", "\u00A0%"));
  }

  @Test
  void englishHasTwoFormsAndKazakhOne() {
    assertThat(english.say().beside("count.destroyed", 1)).isEqualTo("record destroyed");
    assertThat(english.say().beside("count.destroyed", 0)).isEqualTo("records destroyed");
    assertThat(kazakh.say().beside("count.destroyed", 1)).isEqualTo("жазба жойылды");
    assertThat(kazakh.say().beside("count.destroyed", 21)).isEqualTo("жазба жойылды");
  }

  @Test
  void digitsStandInGroupsThatDoNotBreak() {
    assertThat(english.say().number(0)).isEqualTo("0");
    assertThat(english.say().number(999)).isEqualTo("999");
    assertThat(russian.say().number(1_284_310)).isEqualTo("1\u202F284\u202F310");
    assertThat(kazakh.say().number(-1_000)).isEqualTo("\u22121\u202F000");
  }

  @Test
  void datesHaveTheFormOfTheLanguage() {
    LocalDate date = LocalDate.of(2026, 11, 2);
    assertThat(russian.say().date(date)).isEqualTo("02.11.2026");
    assertThat(kazakh.say().date(date)).isEqualTo("02.11.2026");
    assertThat(english.say().date(date)).isEqualTo("2\u00A0November\u00A02026");
  }

  @Test
  void timesNameTheirOffset() {
    assertThat(russian.say().time(OffsetDateTime.parse("2026-11-22T03:14:05.123+05:00")))
        .isEqualTo("22.11.2026, 03:14:05 (UTC+05:00)");
  }

  @Test
  void durationsLeaveOutWhatIsZero() {
    assertThat(russian.say().duration(Duration.ofSeconds(7_209))).isEqualTo("2 ч 9 с");
    assertThat(kazakh.say().duration(Duration.ofMinutes(61))).isEqualTo("1 сағ 1 мин");
    assertThat(english.say().duration(Duration.ofMillis(300))).isEqualTo("0 s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P2Y | 2 года | ''",
        "P1Y6M (decided by the officer) | 1 год 6 месяцев | decided by the officer",
        "P5Y, decided (in 2026) and (again) | 5 лет | decided (in 2026) and (again)",
        "P0D | без срока, сразу после события | ''",
        "P21D | 21 день | ''",
        "until: purpose-reached | until: purpose-reached | ''"
      })
  void termsAreSaidInWords(String term, String words, String decision) {
    assertThat(russian.words().term(term)).isEqualTo(words);
    assertThat(russian.words().termDecision(term)).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract-end: contract_end | end of the contract | contract_end",
        "contract-end (subscribers.contract_end) | end of the contract | subscribers.contract_end",
        "consent-withdrawn | withdrawal of consent | ''",
        "collected = Дата (создания) | collection of the data | Дата (создания)",
        "collectedAt | collectedAt | ''"
      })
  void clocksAreSaidInWords(String clock, String words, String column) {
    assertThat(english.words().clock(clock)).isEqualTo(words);
    assertThat(english.words().clockColumn(clock)).isEqualTo(column);
  }

  @Test
  void namesTheReasonOfTheLaw() {
    assertThat(kazakh.words().reason("court-decision: decided_at")).contains("сот", "18-бабы");
    assertThat(kazakh.words().reason("whatever")).isEmpty();
  }

  @Test
  void entitiesWithoutATextKeepTheirName() {
    assertThat(kazakh.words().entities(List.of("KZ_IIN", "CALL_TRANSCRIPT")))
        .isEqualTo("ЖСН; CALL_TRANSCRIPT");
  }

  @Test
  void operatorsAreSaidInWords() {
    assertThat(english.words().operator("mask {chars_to_mask: 7}")).isEqualTo("partly masked");
    assertThat(english.words().operator("own-operator")).isEmpty();
  }
}
