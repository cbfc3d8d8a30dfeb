package kz.umyt.settings;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The entities that files may name: the built-in ones and those of the recognizer files. */
public final class Entities {

  private static final Set<String> BUILT_IN =
      Set.of(
          "KZ_IIN",
          "KZ_BIN",
          "PHONE_NUMBER",
          "EMAIL_ADDRESS",
          "IP_ADDRESS",
          "MAC_ADDRESS",
          "CREDIT_CARD",
          "IBAN_CODE",
          "KZ_ID_CARD",
          "KZ_PASSPORT",
          "KZ_RNN",
          "KZ_SIC",
          "PERSON",
          "DATE_OF_BIRTH",
          "LOGIN",
          "DEVICE_ID",
          "COOKIE",
          "GEOLOCATION",
          "SEX",
          "CITIZENSHIP",
          "CITY",
          "ADDRESS",
          "ORGANIZATION",
          "CARD_HOLDER",
          "CARD_EXPIRY",
          "CARD_ISSUER",
          "CARD_TRACK",
          "CARD_CVV",
          "BANK_DETAILS",
          "PASSWORD",
          "USER_AGENT",
          "DEVICE_INFO",
          "ACCESS_TIME",
          "URL",
          "ACTIVITY",
          "CORRESPONDENCE",
          "FREE_TEXT",
          "PARTNER_DATA",
          "PAYMENT_DATA",
          "CALL_RECORD",
          "CONTACT_PERSON",
          "ACCOUNT_BALANCE");

  private final Set<String> names;

  /** The built-in entities and the given ones. */
  public Entities(Collection<String> fromRecognizers) {
    Set<String> all = new TreeSet<>(BUILT_IN);
    all.addAll(fromRecognizers);
    this.names = Set.copyOf(all);
  }

  /** Every known name. */
  public Set<String> names() {
    return names;
  }

  /**
   * The same name, if it is known.
   *
   * @throws SettingsException with the nearest known name
   */
  public Located<String> known(Located<String> entity) {
    if (!names.contains(entity.value())) {
      throw new SettingsException(
          entity.at(), "unknown entity '" + entity + "'" + NearestName.hint(entity.value(), names));
    }
    return entity;
  }

  static boolean isWellFormed(String name) {
    return !name.isEmpty()
        && name.charAt(0) >= 'A'
        && name.charAt(0) <= 'Z'
        && name.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }
}
