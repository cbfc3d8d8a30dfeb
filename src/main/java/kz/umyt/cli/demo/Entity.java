package kz.umyt.cli.demo;

/** The kinds of personal data that the company holds, by the names used in all files. */
final class Entity {
  static final String IIN = "KZ_IIN";
  static final String PERSON = "PERSON";
  static final String BIRTH_DATE = "DATE_OF_BIRTH";
  static final String PHONE = "PHONE_NUMBER";
  static final String EMAIL = "EMAIL_ADDRESS";
  static final String ID_CARD = "KZ_ID_CARD";
  static final String CARD = "CREDIT_CARD";
  static final String IBAN = "IBAN_CODE";
  static final String IP = "IP_ADDRESS";
  static final String MAC = "MAC_ADDRESS";

  /** Personal, but no recognizer promises to find it. */
  static final String ADDRESS = "ADDRESS";

  /** Personal, but no recognizer promises to find it. */
  static final String LOGIN = "LOGIN";

  private Entity() {}
}
