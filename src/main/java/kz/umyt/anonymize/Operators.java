package kz.umyt.anonymize;

import java.math.BigDecimal;
import javax.crypto.SecretKey;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import org.jspecify.annotations.Nullable;

/**
 * Makes the operators of one run. What they promise, beside what {@link ValueOperator} says: the
 * same value has the same result under the same key, but with {@code encrypt}; all but {@code
 * hash}, {@code pseudonym}, {@code encrypt}, {@code shuffle} and {@code detected} give the same
 * result when applied to their own result; and no text begins with a character that a spreadsheet
 * takes for a formula, unless the value did.
 */
public final class Operators {
  private final Tokens tokens;
  private final Pseudonyms pseudonyms;
  private final Encryption encryption;
  private final KeyedNumbers shuffling;
  private final TextFinder finder;

  /**
   * Operators under the key of a run, or the one that runs share.
   *
   * @param finder finds what {@code detected: true} changes
   * @param random for {@code encrypt}
   */
  public Operators(SecretKey runKey, TextFinder finder, RandomBytes random) {
    this.tokens = new Tokens(runKey);
    this.pseudonyms = new Pseudonyms(runKey);
    this.encryption = new Encryption(runKey, random);
    this.shuffling = new KeyedNumbers(KeyedNumbers.subkey(runKey, "umyt/shuffle/01", "HmacSHA256"));
    this.finder = finder;
  }

  /**
   * The operator of a rule for a column of that shape.
   *
   * @throws SettingsException if it does not suit the column: the type, the length, NOT NULL or
   *     UNIQUE; the message names what would
   */
  public ValueOperator create(Target.ColumnRule rule, ColumnShape shape) {
    RuleCheck check = new RuleCheck(rule, shape);
    OperatorSpec spec = rule.operator();
    if (spec instanceof OperatorSpec.Replace replace) {
      return replace(replace, check);
    }
    if (spec instanceof OperatorSpec.Redact) {
      return redact(check);
    }
    if (spec instanceof OperatorSpec.Mask mask) {
      return mask(mask, check);
    }
    check.requireWhole();
    if (spec instanceof OperatorSpec.Hash) {
      return hash(check);
    }
    if (spec instanceof OperatorSpec.Pseudonym pseudonym) {
      check.requirePseudonyms(pseudonym.of());
      return pseudonyms.create(pseudonym.of(), shape);
    }
    if (spec instanceof OperatorSpec.Encrypt) {
      check.requireText();
      check.requireRoomForSecrets();
      return Values.text(encryption::of);
    }
    if (spec instanceof OperatorSpec.Shuffle) {
      return shuffle(check);
    }
    if (spec instanceof OperatorSpec.Null) {
      check.requireNullable();
      return value -> null;
    }
    if (spec instanceof OperatorSpec.Keep) {
      return value -> value;
    }
    return Generalizers.create(spec, check);
  }

  private ValueOperator shuffle(RuleCheck check) {
    String column = check.rule().column().value();
    check.requireShuffled(
        check.rule().entity().map(Located::value).or(() -> finder.entityOfColumn(column)));
    return new Shuffle(shuffling, column, check.shape().nullable() ? null : "");
  }

  /** Whether what an operator writes depends on no value: a constant, or a form that all have. */
  public static boolean writesAlike(Target.ColumnRule rule) {
    OperatorSpec spec = rule.operator();
    if (spec instanceof OperatorSpec.Pseudonym pseudonym) {
      return switch (pseudonym.of()) {
        case KZ_IIN, KZ_BIN, EMAIL_ADDRESS, PERSON -> true;
        case PHONE_NUMBER, IP_ADDRESS, CREDIT_CARD -> false;
      };
    }
    return !rule.detected()
        && (spec instanceof OperatorSpec.Replace
            || spec instanceof OperatorSpec.Redact
            || spec instanceof OperatorSpec.Null
            || spec instanceof OperatorSpec.Hash
            || spec instanceof OperatorSpec.Encrypt);
  }

  /** One such value, or one of such a form. */
  public @Nullable Object example(Target.ColumnRule rule, ColumnShape shape) {
    Object any =
        switch (shape.kind()) {
          case TEXT, JSON, XML -> "x";
          case INTEGER, DECIMAL -> BigDecimal.ONE;
          case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, OTHER -> 0;
        };
    return create(rule, shape).apply(any);
  }

  private ValueOperator replace(OperatorSpec.Replace replace, RuleCheck check) {
    check.requireSharable();
    if (check.rule().detected()) {
      String given = replace.newValue().orElse("");
      Constants.requireHarmless(given, check);
      return detected((entity, found) -> given.isEmpty() ? "<" + entity + ">" : given, check);
    }
    Object constant = Constants.of(replace, check);
    if (constant instanceof String text) {
      return Values.text(value -> text);
    }
    return value -> value == null ? null : alike(value, constant);
  }

  /** A whole number may be read as either class, and stays of the one that it was. */
  private static Object alike(Object value, Object constant) {
    return value instanceof BigDecimal && constant instanceof Long number
        ? BigDecimal.valueOf(number)
        : constant;
  }

  private ValueOperator redact(RuleCheck check) {
    check.requireSharable();
    if (check.rule().detected()) {
      return detected((entity, found) -> "", check);
    }
    check.requireText();
    return Values.text(value -> "");
  }

  private ValueOperator mask(OperatorSpec.Mask spec, RuleCheck check) {
    if (!check.rule().detected()) {
      check.requireText();
    }
    check.requireSharable();
    if (spec.charsToMask() < 1) {
      throw check.refused("chars_to_mask must be at least 1, or nothing is hidden");
    }
    char masking = spec.maskingChar();
    if (!canHide(masking)) {
      throw check.refused("this masking_char cannot stand in a cell safely; take *");
    }
    Mask mask = new Mask(masking, spec.charsToMask(), spec.fromEnd());
    return check.rule().detected()
        ? detected((entity, found) -> mask.apply(found), check)
        : Values.text(mask::apply);
  }

  private static boolean canHide(char masking) {
    return !Character.isSurrogate(masking)
        && !Character.isISOControl(masking)
        && !Character.isWhitespace(masking)
        && !Formula.opens(masking);
  }

  private ValueOperator hash(RuleCheck check) {
    check.requireText();
    int maxLength = check.shape().maxLength();
    if (!Tokens.fitIn(maxLength)) {
      throw check.refused(
          "hash needs at least 10 characters, and the column holds at most " + maxLength);
    }
    int length = Tokens.lengthIn(maxLength);
    return Values.text(value -> tokens.of(value, length));
  }

  private ValueOperator detected(DetectedText.Replacement replacement, RuleCheck check) {
    check.requireReadable();
    ColumnShape shape = check.shape();
    return Values.text(
        new DetectedText(
                finder,
                replacement,
                value -> ReadableText.of(value, shape.kind()),
                shape.maxLength())
            ::apply);
  }
}
