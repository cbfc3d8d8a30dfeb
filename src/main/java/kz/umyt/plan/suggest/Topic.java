package kz.umyt.plan.suggest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What records are about; rules name it in their wording, tables in their names. */
enum Topic {
  /** Who has or had a contract. */
  PARTY(
      List.of(
          "subscriber",
          "client",
          "customer",
          "contract",
          "person",
          "people",
          "member",
          "user",
          "account",
          "абонент",
          "клиент",
          "договор",
          "лиц",
          "пользовател",
          "тұтынушы",
          "шарт",
          "келісімшарт",
          "абонемент",
          "abonent",
          "klient",
          "dogovor",
          "tutynushy"),
      Set.of(
          "PERSON",
          "KZ_IIN",
          "KZ_ID_CARD",
          "KZ_PASSPORT",
          "KZ_RNN",
          "KZ_SIC",
          "DATE_OF_BIRTH",
          "ADDRESS",
          "CITIZENSHIP")),
  /** Use of a network, a site or an account. */
  TRAFFIC(
      List.of(
          "call", "cdr", "login", "logon", "session", "traffic", "visit", "access", "=log", "logs",
          "sms", "звон", "вызов", "вход", "посещ", "трафик", "сеанс", "сесси", "қоңырау", "кіру",
          "кірген", "zvon", "vhod", "vkhod", "trafik"),
      Set.of(
          "LOGIN",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          "DEVICE_ID",
          "DEVICE_INFO",
          "COOKIE",
          "USER_AGENT",
          "GEOLOCATION",
          "ACCESS_TIME",
          "URL",
          "ACTIVITY",
          "CALL_RECORD")),
  /** Money paid. */
  PAYMENT(
      List.of(
          "pay",
          "paid",
          "invoice",
          "bill",
          "transaction",
          "receipt",
          "платеж",
          "оплат",
          "счет",
          "чек",
          "төле",
          "шот",
          "platezh",
          "oplat",
          "schet",
          "tolem"),
      Set.of(
          "CREDIT_CARD",
          "CARD_HOLDER",
          "CARD_EXPIRY",
          "CARD_ISSUER",
          "CARD_TRACK",
          "CARD_CVV",
          "IBAN_CODE",
          "BANK_DETAILS",
          "PAYMENT_DATA")),
  /** Requests and complaints. */
  SUPPORT(
      List.of(
          "ticket",
          "support",
          "complain",
          "request",
          "helpdesk",
          "feedback",
          "chat",
          "message",
          "обращен",
          "жалоб",
          "поддержк",
          "тикет",
          "заявк",
          "переписк",
          "сообщен",
          "өтініш",
          "шағым",
          "хабарлам",
          "хат",
          "obrasch",
          "obrashch",
          "zhalob",
          "zayavk",
          "otinish"),
      Set.of("CORRESPONDENCE", "FREE_TEXT")),
  /** Advertising to whoever agreed to it. */
  MARKETING(
      List.of(
          "newsletter",
          "marketing",
          "mailing",
          "campaign",
          "lead",
          "promo",
          "рассыл",
          "маркетинг",
          "реклам",
          "акци",
          "жарнама",
          "rassyl",
          "reklam",
          "zharnama"),
      Set.of()),
  /** Who works or wants to work here. */
  STAFF(
      List.of(
          "employee",
          "staff",
          "personnel",
          "payroll",
          "salar",
          "candidate",
          "applicant",
          "vacanc",
          "resume",
          "сотрудник",
          "работник",
          "кадр",
          "персонал",
          "зарплат",
          "соискател",
          "кандидат",
          "резюме",
          "ваканс",
          "қызметкер",
          "жұмыскер",
          "жалақы",
          "үміткер",
          "sotrudnik",
          "rabotnik",
          "kadr",
          "qyzmetker",
          "kyzmetker"),
      Set.of());

  private final List<String> stems;
  private final Set<String> entities;

  Topic(List<String> stems, Set<String> entities) {
    this.stems = stems;
    this.entities = entities;
  }

  /** Those that a name or sentence mentions. */
  static Set<Topic> in(String text) {
    NameWords words = NameWords.of(text);
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (words.hasAny(topic.stems)) {
        topics.add(topic);
      }
    }
    return topics;
  }

  /** Those that an entity tells of. */
  static Set<Topic> of(String entity) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (topic.entities.contains(entity)) {
        topics.add(topic);
      }
    }
    return topics;
  }
}
