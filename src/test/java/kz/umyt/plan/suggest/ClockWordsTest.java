package kz.umyt.plan.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.umyt.settings.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockWordsTest {

  @ParameterizedTest
  @CsvSource({
    "contract_end, CONTRACT_END",
    "CONTRACT_END, CONTRACT_END",
    "contractEndDate, CONTRACT_END",
    "ended_on, CONTRACT_END",
    "terminated_at, CONTRACT_END",
    "contract_expiry, CONTRACT_END",
    "Дата расторжения, CONTRACT_END",
    "дата_окончания, CONTRACT_END",
    "data_okonchaniya, CONTRACT_END",
    "Дата увольнения, CONTRACT_END",
    "аяқталған күні, CONTRACT_END",
    "Келісімшарттың аяқталу күні, CONTRACT_END",
    "ayaqtalgan_kuni, CONTRACT_END",
    "closed_at, PURPOSE_REACHED",
    "resolved, PURPOSE_REACHED",
    "Дата закрытия, PURPOSE_REACHED",
    "жабылған күні, PURPOSE_REACHED",
    "created_at, COLLECTED",
    "createdAt, COLLECTED",
    "registered_at, COLLECTED",
    "contract_signed_on, COLLECTED",
    "дата создания, COLLECTED",
    "Дата подключения, COLLECTED",
    "Дата заключения договора, COLLECTED",
    "data_sozdaniya, COLLECTED",
    "тіркелген күні, COLLECTED",
    "құрылған_күні, COLLECTED",
    "date, COLLECTED",
    "last_login, LAST_ACTIVITY",
    "updated_at, LAST_ACTIVITY",
    "Последняя активность, LAST_ACTIVITY",
    "соңғы кіру күні, LAST_ACTIVITY",
    "consent_withdrawn_at, CONSENT_WITHDRAWN",
    "unsubscribed_at, CONSENT_WITHDRAWN",
    "Дата отзыва согласия, CONSENT_WITHDRAWN",
    "келісімді қайтарып алған күн, CONSENT_WITHDRAWN",
    "court_decision_date, COURT_DECISION",
    "Дата решения суда, COURT_DECISION",
  })
  void readsTheEventInThreeLanguages(String name, Clock event) {
    Map<Clock, Double> events = ClockWords.events(name);

    assertThat(events).isNotEmpty();
    assertThat(events.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey())
        .isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "birth_date",
        "dateOfBirth",
        "DOB",
        "Дата рождения",
        "туған күні",
        "data_rozhdeniya",
        "card_expiry",
        "passport_issued_on",
        "Действителен: срок",
        "next_visit",
        "due_date",
        "жарамдылық мерзімі: жарамды"
      })
  void aBirthADocumentAndAnAppointmentStartNoTerm(String name) {
    assertThat(ClockWords.events(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d1", "date", "Күні", "ts"})
  void whatSaysNothingIsUnsure(String name) {
    assertThat(ClockWords.events(name).get(Clock.COLLECTED)).isLessThan(0.4);
  }
}
