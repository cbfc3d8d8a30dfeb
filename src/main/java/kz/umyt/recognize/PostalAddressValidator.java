package kz.umyt.recognize;

import java.util.List;

/**
 * An address that only its postal code tells, {@code 050010, Алматы, Кунаева 77}: between the code
 * and the street a town or a region that {@link Places} knows.
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
    boolean place =
        tokens.stream()
            .anyMatch(token -> places.isKnown(text.substring(token.start(), token.end())));
    return place ? address.judge(text, start, end) : Verdict.refused(start, end);
  }
}
