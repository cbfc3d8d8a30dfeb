package kz.umyt.discover;

import java.util.Optional;

/**
 * What entities are about. Policies list data by this: who somebody is in one clause, how to reach
 * him in another.
 */
enum DataKind {
  IDENTITY,
  CONTACT,
  /** Traces of using a network, a site or an account. */
  USE,
  PAYMENT,
  COMMUNICATION,
  ORGANIZATION;

  /** The kind of an entity; empty for one that only a recognizer of somebody's own knows. */
  static Optional<DataKind> of(String entity) {
    return switch (entity) {
      case "PERSON",
          "KZ_IIN",
          "KZ_ID_CARD",
          "KZ_PASSPORT",
          "KZ_RNN",
          "KZ_SIC",
          "DATE_OF_BIRTH",
          "SEX",
          "CITIZENSHIP" ->
          Optional.of(IDENTITY);
      case "PHONE_NUMBER", "EMAIL_ADDRESS", "ADDRESS", "CITY", "CONTACT_PERSON" ->
          Optional.of(CONTACT);
      case "LOGIN",
          "PASSWORD",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          "DEVICE_ID",
          "DEVICE_INFO",
          "COOKIE",
          "USER_AGENT",
          "GEOLOCATION",
          "ACCESS_TIME",
          "URL",
          "ACTIVITY" ->
          Optional.of(USE);
      case "CREDIT_CARD",
          "CARD_HOLDER",
          "CARD_EXPIRY",
          "CARD_ISSUER",
          "CARD_TRACK",
          "CARD_CVV",
          "IBAN_CODE",
          "BANK_DETAILS",
          "PAYMENT_DATA",
          "ACCOUNT_BALANCE" ->
          Optional.of(PAYMENT);
      case "CALL_RECORD", "CORRESPONDENCE", "FREE_TEXT" -> Optional.of(COMMUNICATION);
      case "KZ_BIN", "ORGANIZATION", "PARTNER_DATA" -> Optional.of(ORGANIZATION);
      default -> Optional.empty();
    };
  }
}
