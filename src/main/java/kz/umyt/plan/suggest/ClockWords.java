package kz.umyt.plan.suggest;

import java.util.EnumMap;
import java.util.Map;
import kz.umyt.settings.Clock;

/**
 * What event the name of a date column says, in English, Russian and Kazakh, and in Latin letters.
 * A name says several events where people use one word for both; the weight, 0 to 1, tells which is
 * meant more often.
 */
final class ClockWords {
  private ClockWords() {}

  private static final double SAID = 1;
  private static final double USUAL = 0.8;
  private static final double POSSIBLE = 0.5;
  private static final double UNSURE = 0.25;

  private static final Stems CONTRACT =
      Stems.of(
          """
          contract agreement membership employment service договор контракт абонент услуг
          шарт келісімшарт dogovor shart kelisim
          """);

  private static final Stems END =
      Stems.of(
          """
          end finish terminat stop cancel left leav dismiss fired resign disconnect
          deactivat churn расторг расторж оконч конец прекращ отключ заверш истеч выбыт увол
          аяқта тоқтат бітк бітет бұзыл бұзу босат rastor okonch prekr otkl zaversh uvol
          ayaqta aiaqta ayakta toqtat toktat
          """);

  private static final Stems DONE =
      Stems.of(
          """
          clos complet resolv fulfil deliver processed settled returned =done закры выполн
          исполн решен обработ жабыл жабу орында шешіл zakry vypoln ispoln zhabyl jabyl
          oryndal
          """);

  private static final Stems GONE =
      Stems.of(
          """
          delet remov archiv удал архив жойыл мұрағат udal arhiv
          """);

  private static final Stems BEGIN =
      Stems.of(
          """
          creat insert added regist sign subscri receiv collect enter import open start beg
          call paid pay logged login logon sent order submit visit occur event record upload
          join hire hiring applied invoice transaction purchase созда регистр добав получ
          поступ подключ подпис заключ откры оплат звон вход отправ начал принят внес сбор
          собран покуп вступ заявк құр тірке жасал алын алған қосыл қосу ашыл төле қоңырау
          кіру кірген бастал жіберіл енгізіл жинал жазыл sozd dobav poluch postup podkl
          podpis zaklyuch otkry oplat zvon vhod vkhod otprav nachal tirke quryl kuryl qosyl
          kosyl zhasal
          """);

  private static final Stems CHANGED =
      Stems.of(
          """
          updat modif chang измен обнов өзгер жаңарт izmen obnov
          """);

  private static final Stems LAST =
      Stems.of(
          """
          last latest recent послед соңғы posled songy
          """);

  private static final Stems ACTIVE =
      Stems.of(
          """
          activity =active активн белсенд aktivn belsend
          """);

  private static final Stems WITHDRAWN =
      Stems.of(
          """
          withdr revok optout unsubscri отозв отзыв отписа отписк қайтарып қайтарт otozv
          otzyv otpis qaitaryp kaitaryp
          """);

  private static final Stems COURT =
      Stems.of(
          """
          court =суд суда судеб =сот
          """);

  private static final Stems REQUESTED =
      Stems.of(
          """
          erasure gdpr =forget forgotten
          """);

  private static final Stems BIRTH =
      Stems.of(
          """
          birth =born =dob =bday рожд туған туыл rozhd rojd tugan tuylgan
          """);

  /** Of a document or an appointment: nothing that a term could run from. */
  private static final Stems OTHER =
      Stems.of(
          """
          expir valid issue выда берілген срок годн годен жарамды vydan srok next plan
          schedul due deadline следующ план келесі
          """);

  /** Whether the name says that the date is somebody's birth. */
  static boolean isBirth(String name) {
    return BIRTH.isIn(NameWords.of(name));
  }

  /** Weight by event; a name that says nothing may be the day of collecting. */
  static Map<Clock, Double> events(String name) {
    NameWords words = NameWords.of(name);
    Map<Clock, Double> events = new EnumMap<>(Clock.class);
    if (BIRTH.isIn(words)) {
      return events;
    }
    boolean ofContract = CONTRACT.isIn(words);
    if (WITHDRAWN.isIn(words)) {
      events.put(Clock.CONSENT_WITHDRAWN, SAID);
    } else if (COURT.isIn(words)) {
      events.put(Clock.COURT_DECISION, SAID);
    } else if (REQUESTED.isIn(words)) {
      events.put(Clock.SUBJECT_REQUEST, SAID);
    } else if (OTHER.isIn(words) && !END.isIn(words)) {
      if (ofContract) {
        events.put(Clock.CONTRACT_END, POSSIBLE);
      }
    } else if (END.isIn(words)) {
      events.put(Clock.CONTRACT_END, ofContract ? SAID : USUAL);
      events.put(Clock.PURPOSE_REACHED, ofContract ? UNSURE : POSSIBLE);
    } else if (DONE.isIn(words)) {
      events.put(Clock.PURPOSE_REACHED, SAID);
      events.put(Clock.CONTRACT_END, ofContract ? USUAL : POSSIBLE);
    } else if (GONE.isIn(words)) {
      events.put(Clock.PURPOSE_REACHED, POSSIBLE);
      events.put(Clock.CONTRACT_END, UNSURE);
    } else if (LAST.isIn(words) || ACTIVE.isIn(words)) {
      events.put(Clock.LAST_ACTIVITY, SAID);
    } else if (CHANGED.isIn(words)) {
      events.put(Clock.LAST_ACTIVITY, POSSIBLE);
    } else if (BEGIN.isIn(words)) {
      events.put(Clock.COLLECTED, SAID);
    } else {
      events.put(Clock.COLLECTED, UNSURE);
    }
    return events;
  }
}
