package kz.umyt.ledger;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an {@code act.json} says of itself and of its ledger; nothing of it is believed.
 *
 * @param number as printed, or empty text
 * @param to sequence number, or 0 if it names none
 * @param head hash, or empty text
 */
record ActClaim(String number, long to, String head) {
  private static final ObjectReader JSON = new JsonMapper().reader();

  private static final ActClaim NONE = new ActClaim("", 0, "");

  static ActClaim read(byte[] act) {
    try {
      JsonNode json = JSON.readTree(act);
      JsonNode ledger = json.path("ledger");
      return new ActClaim(
          number(json.path("number")),
          ledger.path("to").asLong(0),
          ledger.path("head").asString(""));
    } catch (JacksonException unreadable) {
      return NONE;
    }
  }

  /** Text, or an object of {@code sequence} and {@code year}. */
  private static String number(JsonNode number) {
    return number.isObject()
        ? number.path("sequence").asLong(0) + "/" + number.path("year").asLong(0)
        : number.asString("");
  }
}
