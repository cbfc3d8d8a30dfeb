package kz.umyt.anonymize;

import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.validate.Localities;
import kz.umyt.settings.OperatorSpec;

/**
 * Tells what an operator may have written from what it should have removed, where both look like
 * personal data to the recognizers: an address at example.com is an address, and nobody's.
 */
public final class Leftovers {
  private final Localities localities = new Localities();

  /**
   * Whether a whole value has a form that operators write, and no person has. Rows of one table can
   * be changed under several rules, so a pseudonym and an encrypted text pass for any operator; a
   * token, a network or a city only where the rule leaves it.
   */
  public boolean areWritten(OperatorSpec operator, String value) {
    String text = Values.unpadded(value);
    return isPseudonym(text)
        || Encryption.isEncrypted(text)
        || (operator instanceof OperatorSpec.Hash && Tokens.isSurelyOne(text))
        || (operator instanceof OperatorSpec.Network && text.equals(Generalizers.network(text)))
        || (operator instanceof OperatorSpec.City
            && localities.in(text).filter(text::equals).isPresent());
  }

  private static boolean isPseudonym(String text) {
    IpAddress address = IpAddress.read(text);
    return isPerson(text)
        || (address != null && address.isDocumentation())
        || (text.endsWith(Pseudonyms.DOMAIN)
            && isToken(text.substring(0, text.length() - Pseudonyms.DOMAIN.length())));
  }

  private static boolean isPerson(String text) {
    int from = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', from)) {
      if (!InventedWords.isOne(text.substring(from, space))) {
        return false;
      }
      from = space + 1;
    }
    return from > 0 && isToken(text.substring(from));
  }

  private static boolean isToken(String text) {
    boolean lower = text.startsWith("h");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      lower &= (c >= 'a' && c <= 'z') || Characters.isDigit(c);
    }
    return lower;
  }
}
