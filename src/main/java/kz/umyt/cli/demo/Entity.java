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
  static final String ADDRESS = "ADDRESS";
  static final String LOGIN = "LOGIN";
  static final String SEX = "SEX";
  static final String ACCESS_TIME = "ACCESS_TIME";
  static final String USER_AGENT = "USER_AGENT";

  /** Of these only the name of a column can tell. */
  static final String BALANCE = "ACCOUNT_BALANCE";

  static final String FREE_TEXT = "FREE_TEXT";
  static final String CORRESPONDENCE = "CORRESPONDENCE";

  private Entity() {}
}
