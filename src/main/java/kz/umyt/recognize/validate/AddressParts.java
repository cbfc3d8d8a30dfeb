package kz.umyt.recognize.validate;

import java.util.List;

/**
 * Reads the parts of a postal address in the written forms of Kazakhstan: postal code, country,
 * region, district, town, street, house and flat, in Russian, Kazakh and English.
 */
final class AddressParts {

  /** How many characters on either side of a street may belong to its address. */
  private static final int REACH = 140;

  private final Places places;

  AddressParts(Places places) {
    this.places = places;
  }

  /** The index after the part that starts at {@code i}, or -1 if none does. */
  private int part(String text, List<AddressToken> tokens, int i) {
    int size = tokens.size();
    AddressToken first = tokens.get(i);
    boolean two = i + 1 < size && !tokens.get(i + 1).broken();
    if (first.isPostalCode()) {
      return first.end() - first.start() <= 7 ? i + 1 : -1;
    }
    if (first.holdsMarker()) {
      return i + 1;
    }
    if (two && first.isHouse() && tokens.get(i + 1).isAfterNumber()) {
      return i + 2;
    }
    if (two && first.isBeforeNumber() && tokens.get(i + 1).isHouse()) {
      return i + 2;
    }
    int known = known(text, tokens, i);
    int named = first.capital() ? afterName(text, tokens, i) : -1;
    if (named > 0 || known > 0) {
      return Math.max(named, known);
    }
    return two && first.isBeforeName() ? beforeName(text, tokens, i) : -1;
  }

  private int known(String text, List<AddressToken> tokens, int i) {
    if (i == tokens.size()) {
      return -1;
    }
    AddressToken first = tokens.get(i);
    if (!places.startsWith(text, first.start(), first.end())) {
      return -1;
    }
    for (int count = Math.min(3, tokens.size() - i); count > 0; count--) {
      AddressToken last = tokens.get(i + count - 1);
      if (places.isKnown(text, first.start(), last.end())) {
        return i + count;
      }
    }
    return -1;
  }

  /** One to three capitalised words and then what says that they are a name. */
  private int afterName(String text, List<AddressToken> tokens, int i) {
    for (int at = i + 1; at < tokens.size() && at <= i + 3; at++) {
      AddressToken token = tokens.get(at);
      if (token.broken() || isParted(text, tokens, at)) {
        return -1;
      }
      if (token.isAfterName() && !namesNext(text, tokens, at)) {
        boolean more =
            at > i + 1
                && places.isKnown(text, tokens.get(at - 1).start(), tokens.get(at - 1).end());
        return more ? -1 : at + 1;
      }
      if (!token.capital()) {
        return -1;
      }
    }
    return -1;
  }

  /** {@code Столица г. Астана}: the word belongs to the name after it. */
  private static boolean namesNext(String text, List<AddressToken> tokens, int at) {
    return tokens.get(at).isOnEitherSide()
        && at + 1 < tokens.size()
        && tokens.get(at + 1).capital()
        && !tokens.get(at + 1).broken()
        && !isParted(text, tokens, at + 1);
  }

  /** Whether a comma stands before a token. */
  private static boolean isParted(String text, List<AddressToken> tokens, int at) {
    for (int i = tokens.get(at - 1).end(); i < tokens.get(at).start(); i++) {
      if (text.charAt(i) == ',') {
        return true;
      }
    }
    return false;
  }

  private int beforeName(String text, List<AddressToken> tokens, int i) {
    int known = known(text, tokens, i + 1);
    if (known > 0) {
      return known;
    }
    int at = i + 1;
    while (at < tokens.size() && at <= i + 3 && !tokens.get(at).broken()) {
      AddressToken token = tokens.get(at);
      boolean name = token.capital() || (at > i + 1 && token.isInsideName());
      if (!name || (at > i + 1 && isParted(text, tokens, at))) {
        break;
      }
      at++;
    }
    if (at == i + 1 && tokens.get(at).number() && tokens.get(at).digits() <= 2) {
      at++;
    }
    return at > i + 1 ? at : -1;
  }

  /** Where the address that goes on at {@code end} ends. */
  int end(String text, int end) {
    int to = lineEnd(text, end);
    List<AddressToken> tokens = AddressToken.read(text, end, to);
    int good = end;
    int i = 0;
    while (i < tokens.size() && !tokens.get(i).broken()) {
      int next = part(text, tokens, i);
      if (next < 0) {
        return i == 0 ? lastNumber(text, tokens.get(0), end) : good;
      }
      AddressToken last = tokens.get(next - 1);
      good = last.end();
      if (good < text.length() && text.charAt(good) == '.' && isShort(last)) {
        good++;
      }
      i = next;
    }
    return good;
  }

  private static boolean isShort(AddressToken last) {
    return last.end() - last.start() <= 3 && !last.number() && !last.capital();
  }

  /** A bare number that ends the line or the field is the flat: {@code ул. Абая 10, 5}. */
  private static int lastNumber(String text, AddressToken token, int end) {
    boolean near = token.start() == end + 2 && text.charAt(end) == ',';
    boolean last =
        token.end() == text.length() || "\n\"'<;|)".indexOf(text.charAt(token.end())) >= 0;
    return near && last && token.isHouse() ? token.end() : end;
  }

  private static int lineEnd(String text, int from) {
    int to = Math.min(text.length(), from + REACH);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return i;
      }
    }
    return to;
  }

  /** Where the address that goes on at {@code start} starts. */
  int start(String text, int start) {
    int from = start;
    int least = Math.max(0, start - REACH);
    while (from > least && !isWall(text.charAt(from - 1))) {
      from--;
    }
    if (from == least && from > 0) {
      while (from < start && AddressToken.isPart(text.charAt(from))) {
        from++; // not from the middle of a word
      }
    }
    List<AddressToken> tokens = AddressToken.read(text, from, start);
    int first = firstLeadingToEnd(text, tokens);
    return first < 0 ? start : tokens.get(first).start();
  }

  private static boolean isWall(char c) {
    return "\n:;\"'<>|=()«»\t{}[]!?@".indexOf(c) >= 0;
  }

  /** The first token from which parts without a break between them lead to the end, or -1. */
  private int firstLeadingToEnd(String text, List<AddressToken> tokens) {
    int size = tokens.size();
    boolean[] leads = new boolean[size + 1];
    leads[size] = true;
    int first = -1;
    for (int i = size - 1; i >= 0; i--) {
      int next = part(text, tokens, i);
      leads[i] = next == size || (next > 0 && leads[next] && !tokens.get(next).broken());
      first = leads[i] ? i : first;
    }
    return first;
  }

  /** How many tokens from the first on are words of an address. */
  int wordsOfAddress(String text, List<AddressToken> tokens) {
    int i = 0;
    while (i < tokens.size() && (i == 0 || !tokens.get(i).broken())) {
      AddressToken token = tokens.get(i);
      int next = part(text, tokens, i);
      if (next > 0) {
        i = next;
      } else if (token.capital() || token.isHouse() || token.isInsideName() || token.isMarker()) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }
}
