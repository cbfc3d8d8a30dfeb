package kz.umyt.plan.suggest;

import java.util.EnumSet;
import java.util.Set;

/** What records are about; rules name it in their wording, tables in their names. */
enum Topic {
  /** Who has or had a contract. */
  PARTY,
  /** Use of a network, a site or an account. */
  TRAFFIC,
  /** Money paid. */
  PAYMENT,
  /** Requests and complaints. */
  SUPPORT,
  /** Advertising to whoever agreed to it. */
  MARKETING,
  /** Who works or wants to work here. */
  STAFF;

  private static final Stems PARTY_WORDS =
      Stems.of(
          """
          subscriber client customer contract person people member user account абонент
          клиент договор лиц пользовател тұтынушы шарт келісімшарт абонемент abonent klient
          dogovor tutynushy
          """);

  private static final Stems TRAFFIC_WORDS =
      Stems.of(
          """
          call cdr login logon session traffic visit access =log logs sms звон вызов вход
          посещ трафик сеанс сесси қоңырау кіру кірген zvon vhod vkhod trafik
          """);

  private static final Stems PAYMENT_WORDS =
      Stems.of(
          """
          pay paid invoice bill transaction receipt платеж оплат счет чек төле шот platezh
          oplat schet tolem
          """);

  private static final Stems SUPPORT_WORDS =
      Stems.of(
          """
          ticket support complain request helpdesk feedback chat message обращен жалоб
          поддержк тикет заявк переписк сообщен өтініш шағым хабарлам хат obrasch obrashch
          zhalob zayavk otinish
          """);

  private static final Stems MARKETING_WORDS =
      Stems.of(
          """
          newsletter marketing mailing campaign lead promo рассыл маркетинг реклам акци
          жарнама rassyl reklam zharnama
          """);

  private static final Stems STAFF_WORDS =
      Stems.of(
          """
          employee staff personnel payroll salar candidate applicant vacanc resume сотрудник
          работник кадр персонал зарплат соискател кандидат резюме ваканс қызметкер жұмыскер
          жалақы үміткер sotrudnik rabotnik kadr qyzmetker kyzmetker
          """);

  private Stems stems() {
    return switch (this) {
      case PARTY -> PARTY_WORDS;
      case TRAFFIC -> TRAFFIC_WORDS;
      case PAYMENT -> PAYMENT_WORDS;
      case SUPPORT -> SUPPORT_WORDS;
      case MARKETING -> MARKETING_WORDS;
      case STAFF -> STAFF_WORDS;
    };
  }

  private Set<String> entities() {
    return switch (this) {
      case PARTY ->
          Set.of(
              "PERSON",
              "KZ_IIN",
              "KZ_ID_CARD",
              "KZ_PASSPORT",
              "KZ_RNN",
              "KZ_SIC",
              "DATE_OF_BIRTH",
              "ADDRESS",
              "CITIZENSHIP");
      case TRAFFIC ->
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
              "CALL_RECORD");
      case PAYMENT ->
          Set.of(
              "CREDIT_CARD",
              "CARD_HOLDER",
              "CARD_EXPIRY",
              "CARD_ISSUER",
              "CARD_TRACK",
              "CARD_CVV",
              "IBAN_CODE",
              "BANK_DETAILS",
              "PAYMENT_DATA");
      case SUPPORT -> Set.of("CORRESPONDENCE", "FREE_TEXT");
      case MARKETING -> Set.of();
      case STAFF -> Set.of();
    };
  }

  /** Those that a name or sentence mentions. */
  static Set<Topic> in(String text) {
    NameWords words = NameWords.of(text);
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (topic.stems().isIn(words)) {
        topics.add(topic);
      }
    }
    return topics;
  }

  /** Those that an entity tells of. */
  static Set<Topic> of(String entity) {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    for (Topic topic : values()) {
      if (topic.entities().contains(entity)) {
        topics.add(topic);
      }
    }
    return topics;
  }
}
