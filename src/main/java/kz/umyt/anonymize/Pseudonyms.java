package kz.umyt.anonymize;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import kz.umyt.anonymize.ColumnShape.Kind;
import kz.umyt.settings.OperatorSpec.Pseudonym.Of;
import org.jspecify.annotations.Nullable;

/**
 * Values that look like the ones they stand for and are nobody's, under a key of their own that the
 * run's key gives. Equal values have equal pseudonyms in every target, whether a column holds them
 * as text or as numbers; a column that is too short for a whole name or address has its beginning.
 *
 * <ul>
 *   <li>{@code KZ_IIN}, {@code KZ_BIN}: see {@link IdentityPseudonyms}.
 *   <li>{@code PHONE_NUMBER}: see {@link PhonePseudonyms}.
 *   <li>{@code CREDIT_CARD}: see {@link CardPseudonyms}.
 *   <li>{@code EMAIL_ADDRESS}: a token of up to 16 characters at example.com (RFC 2606).
 *   <li>{@code PERSON}: two invented words, or one where there is no room, and a token of 10
 *       characters, all in ASCII, which every encoding of a column can hold. People see that it is
 *       no name.
 *   <li>{@code IP_ADDRESS}: an address for documentation: of 192.0.2.0/24, 198.51.100.0/24 and
 *       203.0.113.0/24 (RFC 5737), or of 2001:db8::/32 (RFC 3849) where it was IPv6. There are 762
 *       of the former, so many addresses share one. What is no address becomes IPv4.
 * </ul>
 */
final class Pseudonyms {
  static final String DOMAIN = "@example.com";

  private static final int TOKEN = 10;
  private static final int LONGEST_LOCAL_PART = 16;
  private static final int IPV4 = 15;
  private static final int IPV6 = 39;

  private final KeyedNumbers numbers;
  private final Tokens tokens;

  Pseudonyms(SecretKey runKey) {
    SecretKey own = KeyedNumbers.subkey(runKey, "umyt/pseudonyms/1", "HmacSHA256");
    this.numbers = new KeyedNumbers(own);
    this.tokens = new Tokens(own);
  }

  /** Why a column cannot hold pseudonyms of an entity, if it cannot. */
  static Optional<String> obstacle(Of of, ColumnShape shape) {
    boolean number = shape.kind() == Kind.INTEGER || shape.kind() == Kind.DECIMAL;
    if (shape.kind() != Kind.TEXT && !(number && isNumber(of))) {
      return Optional.of(
          "a pseudonym for " + of + " is " + (isNumber(of) ? "text or a number" : "text"));
    }
    if (shape.unique() && (of == Of.IP_ADDRESS || of == Of.CREDIT_CARD)) {
      return Optional.of(
          "there are fewer pseudonyms for " + of + " than values, and the column is UNIQUE");
    }
    int least = leastLength(of);
    return shape.kind() == Kind.TEXT && shape.maxLength() > 0 && shape.maxLength() < least
        ? Optional.of(
            "a pseudonym for "
                + of
                + " needs at least "
                + least
                + " characters, and the column holds at most "
                + shape.maxLength())
        : Optional.empty();
  }

  private static boolean isNumber(Of of) {
    return switch (of) {
      case KZ_IIN, KZ_BIN, PHONE_NUMBER, CREDIT_CARD -> true;
      case EMAIL_ADDRESS, PERSON, IP_ADDRESS -> false;
    };
  }

  private static int leastLength(Of of) {
    return switch (of) {
      case KZ_IIN, KZ_BIN -> IdentityPseudonyms.LENGTH;
      case PHONE_NUMBER -> PhonePseudonyms.MIN_LENGTH;
      case CREDIT_CARD -> CardPseudonyms.LENGTH;
      case EMAIL_ADDRESS -> TOKEN + DOMAIN.length();
      case PERSON -> InventedWords.LENGTH + 1 + TOKEN;
      case IP_ADDRESS -> IPV4;
    };
  }

  /** The operator for a column that has no {@linkplain #obstacle obstacle}. */
  ValueOperator create(Of of, ColumnShape shape) {
    int most = shape.maxLength() == 0 ? Integer.MAX_VALUE : shape.maxLength();
    boolean text = shape.kind() == Kind.TEXT;
    return switch (of) {
      case KZ_IIN, KZ_BIN -> {
        IdentityPseudonyms identities = new IdentityPseudonyms(numbers, of == Of.KZ_BIN);
        yield text ? text(identities::ofText) : Values.number(identities::ofNumber);
      }
      case PHONE_NUMBER -> {
        PhonePseudonyms phones = new PhonePseudonyms(numbers, shape.maxLength());
        yield text ? text(phones::ofText) : Values.number(phones::ofNumber);
      }
      case CREDIT_CARD -> {
        CardPseudonyms cards = new CardPseudonyms(numbers);
        yield text ? text(cards::of) : Values.number(cards::of);
      }
      case EMAIL_ADDRESS -> text(value -> email(Values.unpadded(value), most));
      case PERSON -> text(value -> person(Values.unpadded(value), most));
      case IP_ADDRESS -> text(value -> address(Values.unpadded(value), most));
    };
  }

  /** A text that happens to be its own pseudonym, as one in a billion is, must not stay. */
  private static ValueOperator text(UnaryOperator<String> change) {
    return Values.text(
        value -> {
          String pseudonym = change.apply(value);
          return pseudonym.equals(value) ? change.apply(value + "?") : pseudonym;
        });
  }

  private String email(String value, int most) {
    return tokens.of(value, Math.min(LONGEST_LOCAL_PART, most - DOMAIN.length())) + DOMAIN;
  }

  private String person(String value, int most) {
    String second = InventedWords.word((int) numbers.below(InventedWords.COUNT, "second", value));
    String name = second + " " + tokens.of(value, TOKEN);
    return name.length() + InventedWords.LENGTH + 1 > most
        ? name
        : InventedWords.word((int) numbers.below(InventedWords.COUNT, "first", value)) + " " + name;
  }

  private String address(String value, int most) {
    @Nullable IpAddress read = IpAddress.read(value);
    if (read == null || read.isVersion4()) {
      return IpAddress.documentation(
              (int) numbers.below(3, "range", value), 1 + (int) numbers.below(254, "host", value))
          .toString();
    }
    // One address can be written in many ways.
    String written = read.toString();
    int high = (int) numbers.below(1L << 32, "ipv6 high", written);
    long low = numbers.below(Long.MAX_VALUE, "ipv6 low", written);
    return most < IPV6
        ? IpAddress.documentation(0, low & 0xffff).toString()
        : IpAddress.documentation(high, low).toString();
  }
}
