package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.umyt.recognize.text.Characters;

/**
 * The city in a written postal address, by the list of {@link Places}. It must be a part of its own
 * between commas, semicolons or ends of lines, perhaps with a postal code and the word for a city
 * beside it: a street can be named after a city, and then nothing parts it from its house.
 */
public final class Localities {

  private static final int POSTAL_CODE = 6;

  private static final String PARTING = ",;\n\r\t";

  /** What may stand after a name, in lower case. */
  private static final List<String> AFTER =
      List.of(" қаласы", " қ.", " қ", " город", " гор.", " г.", " г", " city");

  private final CityValidator cities = new CityValidator(new Places());

  /** The name of the city as it is written there, without any word beside it. */
  public Optional<String> in(String address) {
    int from = 0;
    for (int at = 0; at <= address.length(); at++) {
      if (at == address.length() || PARTING.indexOf(address.charAt(at)) >= 0) {
        Optional<String> city = city(address.substring(from, at).strip());
        if (city.isPresent()) {
          return city;
        }
        from = at + 1;
      }
    }
    return Optional.empty();
  }

  /** Judged apart from the rest, of which the next number could be a year or a weight before it. */
  private Optional<String> city(String part) {
    String name = withoutWordAfter(withoutPostalCode(part));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict = cities.judge(name, 0, name.length());
    return verdict.answer() == Verdict.Answer.ACCEPTED && verdict.end() == name.length()
        ? Optional.of(name.substring(verdict.start(), verdict.end()))
        : Optional.empty();
  }

  private static String withoutPostalCode(String part) {
    boolean coded =
        part.length() > POSTAL_CODE
            && Characters.isOfDigits(part, 0, POSTAL_CODE)
            && part.charAt(POSTAL_CODE) == ' ';
    return coded ? part.substring(POSTAL_CODE).strip() : part;
  }

  private static String withoutWordAfter(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    if (lower.length() != part.length()) {
      return part;
    }
    for (String word : AFTER) {
      if (lower.endsWith(word)) {
        return part.substring(0, part.length() - word.length()).strip();
      }
    }
    return part;
  }
}
