package kz.umyt.recognize.validate;

import java.util.List;

/**
 * An address without any word of an address: {@code 050010, Алматы, Кунаева 77}, {@code Алматы,
 * Кунаева 77, 12}. After the postal code a town or a region that {@link Places} knows must stand;
 * without a code it comes first, and house and flat follow the street.
 */
final class PostalAddressValidator implements Validator {

  private final Validator address;
  private final Places places;

  PostalAddressValidator(AddressParts parts, Places places) {
    this.address = new AddressValidator(parts);
    this.places = places;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    List<AddressToken> tokens = AddressToken.read(text, start, end);
    boolean code = !tokens.isEmpty() && tokens.get(0).isPostalCode();
    boolean place = code ? isAfterCode(text, tokens) : isOfTown(text, tokens);
    return place ? address.judge(text, start, end) : Verdict.refused(start, end);
  }

  private boolean isKnown(String text, AddressToken token) {
    return places.isKnown(text, token.start(), token.end());
  }

  /** Whether a known town or region stands among words of an address. */
  private boolean isAfterCode(String text, List<AddressToken> tokens) {
    return tokens.stream().anyMatch(token -> isKnown(text, token))
        && tokens.stream()
            .allMatch(
                token ->
                    token.number()
                        || (!token.broken()
                            && (token.capital() || token.isMarker() || token.isInsideName())));
  }

  /** Whether a known town comes first and then words that neither count nor name a month. */
  private boolean isOfTown(String text, List<AddressToken> tokens) {
    return tokens.size() > 3
        && isKnown(text, tokens.get(0))
        && tokens.stream()
            .skip(1)
            .allMatch(token -> token.isHouse() || !(token.isMarker() || isMonth(text, token)));
  }

  private static boolean isMonth(String text, AddressToken token) {
    return Dates.month(token.lower(text)) > 0;
  }
}
