package kz.umyt.plan.suggest;

import java.util.EnumMap;
import java.util.List;
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

  private static final List<String> CONTRACT =
      List.of(
          "contract",
          "agreement",
          "membership",
          "employment",
          "service",
          "договор",
          "контракт",
          "абонент",
          "услуг",
          "шарт",
          "келісімшарт",
          "dogovor",
          "shart",
          "kelisim");

  private static final List<String> END =
      List.of(
          "end",
          "finish",
          "terminat",
          "stop",
          "cancel",
          "left",
          "leav",
          "dismiss",
          "fired",
          "resign",
          "disconnect",
          "deactivat",
          "churn",
          "расторг",
          "расторж",
          "оконч",
          "конец",
          "прекращ",
          "отключ",
          "заверш",
          "истеч",
          "выбыт",
          "увол",
          "аяқта",
          "тоқтат",
          "бітк",
          "бітет",
          "бұзыл",
          "бұзу",
          "босат",
          "rastor",
          "okonch",
          "prekr",
          "otkl",
          "zaversh",
          "uvol",
          "ayaqta",
          "aiaqta",
          "ayakta",
          "toqtat",
          "toktat");

  private static final List<String> DONE =
      List.of(
          "clos",
          "complet",
          "resolv",
          "fulfil",
          "deliver",
          "processed",
          "settled",
          "returned",
          "=done",
          "закры",
          "выполн",
          "исполн",
          "решен",
          "обработ",
          "жабыл",
          "жабу",
          "орында",
          "шешіл",
          "zakry",
          "vypoln",
          "ispoln",
          "zhabyl",
          "jabyl",
          "oryndal");

  private static final List<String> GONE =
      List.of("delet", "remov", "archiv", "удал", "архив", "жойыл", "мұрағат", "udal", "arhiv");

  private static final List<String> BEGIN =
      List.of(
          "creat",
          "insert",
          "added",
          "regist",
          "sign",
          "subscri",
          "receiv",
          "collect",
          "enter",
          "import",
          "open",
          "start",
          "beg",
          "call",
          "paid",
          "pay",
          "logged",
          "login",
          "logon",
          "sent",
          "order",
          "submit",
          "visit",
          "occur",
          "event",
          "record",
          "upload",
          "join",
          "hire",
          "hiring",
          "applied",
          "invoice",
          "transaction",
          "purchase",
          "созда",
          "регистр",
          "добав",
          "получ",
          "поступ",
          "подключ",
          "подпис",
          "заключ",
          "откры",
          "оплат",
          "звон",
          "вход",
          "отправ",
          "начал",
          "принят",
          "внес",
          "сбор",
          "собран",
          "покуп",
          "вступ",
          "заявк",
          "құр",
          "тірке",
          "жасал",
          "алын",
          "алған",
          "қосыл",
          "қосу",
          "ашыл",
          "төле",
          "қоңырау",
          "кіру",
          "кірген",
          "бастал",
          "жіберіл",
          "енгізіл",
          "жинал",
          "жазыл",
          "sozd",
          "dobav",
          "poluch",
          "postup",
          "podkl",
          "podpis",
          "zaklyuch",
          "otkry",
          "oplat",
          "zvon",
          "vhod",
          "vkhod",
          "otprav",
          "nachal",
          "tirke",
          "quryl",
          "kuryl",
          "qosyl",
          "kosyl",
          "zhasal");

  private static final List<String> CHANGED =
      List.of("updat", "modif", "chang", "измен", "обнов", "өзгер", "жаңарт", "izmen", "obnov");

  private static final List<String> LAST =
      List.of("last", "latest", "recent", "послед", "соңғы", "posled", "songy");

  private static final List<String> ACTIVE =
      List.of("activity", "=active", "активн", "белсенд", "aktivn", "belsend");

  private static final List<String> WITHDRAWN =
      List.of(
          "withdr",
          "revok",
          "optout",
          "unsubscri",
          "отозв",
          "отзыв",
          "отписа",
          "отписк",
          "қайтарып",
          "қайтарт",
          "otozv",
          "otzyv",
          "otpis",
          "qaitaryp",
          "kaitaryp");

  private static final List<String> COURT = List.of("court", "=суд", "суда", "судеб", "=сот");

  private static final List<String> REQUESTED = List.of("erasure", "gdpr", "=forget", "forgotten");

  private static final List<String> BIRTH =
      List.of(
          "birth", "=born", "=dob", "=bday", "рожд", "туған", "туыл", "rozhd", "rojd", "tugan",
          "tuylgan");

  /** Of a document or an appointment: nothing that a term could run from. */
  private static final List<String> OTHER =
      List.of(
          "expir",
          "valid",
          "issue",
          "выда",
          "берілген",
          "срок",
          "годн",
          "годен",
          "жарамды",
          "vydan",
          "srok",
          "next",
          "plan",
          "schedul",
          "due",
          "deadline",
          "следующ",
          "план",
          "келесі");

  /** Whether the name says that the date is somebody's birth. */
  static boolean isBirth(String name) {
    return NameWords.of(name).hasAny(BIRTH);
  }

  /** Weight by event; a name that says nothing may be the day of collecting. */
  static Map<Clock, Double> events(String name) {
    NameWords words = NameWords.of(name);
    Map<Clock, Double> events = new EnumMap<>(Clock.class);
    if (words.hasAny(BIRTH)) {
      return events;
    }
    boolean ofContract = words.hasAny(CONTRACT);
    if (words.hasAny(WITHDRAWN)) {
      events.put(Clock.CONSENT_WITHDRAWN, SAID);
    } else if (words.hasAny(COURT)) {
      events.put(Clock.COURT_DECISION, SAID);
    } else if (words.hasAny(REQUESTED)) {
      events.put(Clock.SUBJECT_REQUEST, SAID);
    } else if (words.hasAny(OTHER) && !words.hasAny(END)) {
      if (ofContract) {
        events.put(Clock.CONTRACT_END, POSSIBLE);
      }
    } else if (words.hasAny(END)) {
      events.put(Clock.CONTRACT_END, ofContract ? SAID : USUAL);
      events.put(Clock.PURPOSE_REACHED, ofContract ? UNSURE : POSSIBLE);
    } else if (words.hasAny(DONE)) {
      events.put(Clock.PURPOSE_REACHED, SAID);
      events.put(Clock.CONTRACT_END, ofContract ? USUAL : POSSIBLE);
    } else if (words.hasAny(GONE)) {
      events.put(Clock.PURPOSE_REACHED, POSSIBLE);
      events.put(Clock.CONTRACT_END, UNSURE);
    } else if (words.hasAny(LAST) || words.hasAny(ACTIVE)) {
      events.put(Clock.LAST_ACTIVITY, SAID);
    } else if (words.hasAny(CHANGED)) {
      events.put(Clock.LAST_ACTIVITY, POSSIBLE);
    } else if (words.hasAny(BEGIN)) {
      events.put(Clock.COLLECTED, SAID);
    } else {
      events.put(Clock.COLLECTED, UNSURE);
    }
    return events;
  }
}
