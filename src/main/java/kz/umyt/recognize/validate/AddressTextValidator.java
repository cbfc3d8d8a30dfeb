package kz.umyt.recognize.validate;

import java.util.List;

/**
 * A text that a label or a column's name calls an address: a name with at least a house, a town or
 * a word such as {@code мкр}, cut where other words begin.
 */
final class AddressTextValidator implements Validator {

  private static final int SHORTEST_NAME = 3;

  /** With fewer words and without a house it is a town. */
  private static final int LEAST_WORDS = 3;

  private final AddressParts parts;
  private final Places places;

  AddressTextValidator(AddressParts parts, Places places) {
    this.parts = parts;
    this.places = places;
  }

  @Override
  public Verdict judge(String text, int start, int end) {
    List<AddressToken> tokens = AddressToken.read(text, start, end);
    int count = parts.wordsOfAddress(text, tokens);
    boolean cell = Surroundings.isWholeText(text, start, end);
    if (cell && count < tokens.size()) {
      count = isLowerCase(tokens) ? tokens.size() : 0;
    }
    if (count > 0 && Surroundings.isMasked(text, start, tokens.get(count - 1).end())) {
      return Verdict.refused(start, end);
    }
    boolean name = false;
    boolean place = false;
    for (int i = 0; i < count; i++) {
      AddressToken token = tokens.get(i);
      name |= !token.number() && token.end() - token.start() >= SHORTEST_NAME;
      place |=
          (token.isHouse() && i > 0)
              || (count >= LEAST_WORDS
                  && (token.isMarker() || places.isKnown(text, token.start(), token.end())));
    }
    if (!name || !place) {
      return Verdict.refused(start, end);
    }
    int to = tokens.get(count - 1).end();
    boolean point = to < end && text.charAt(to) == '.' && count == tokens.size();
    return Verdict.accepted(start, point && cell ? to + 1 : to);
  }

  /** Typed without capitals: {@code абая 10 кв 5}. */
  private static boolean isLowerCase(List<AddressToken> tokens) {
    return tokens.size() <= 8
        && tokens.stream().noneMatch(AddressToken::capital)
        && tokens.stream().noneMatch(AddressToken::broken)
        && tokens.get(tokens.size() - 1).number();
  }
}
