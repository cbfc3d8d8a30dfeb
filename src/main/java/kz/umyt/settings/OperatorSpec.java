package kz.umyt.settings;

import java.util.Optional;

/** How one value becomes safe; the names are Presidio's where it has them. */
public sealed interface OperatorSpec {

  /** The word used in files. */
  String word();

  /** Whether whoever has the key can trace back what it writes. */
  default boolean isKeyed() {
    return false;
  }

  /** A constant; without one, the entity's name in angle brackets. */
  record Replace(Optional<String> newValue) implements OperatorSpec {
    @Override
    public String word() {
      return "replace";
    }
  }

  /** The empty text. */
  record Redact() implements OperatorSpec {
    @Override
    public String word() {
      return "redact";
    }
  }

  /**
   * Hides characters.
   *
   * @param charsToMask at least 1; more than the length hides all
   */
  record Mask(char maskingChar, int charsToMask, boolean fromEnd) implements OperatorSpec {
    @Override
    public String word() {
      return "mask";
    }
  }

  /** A keyed token; see {@link Job.Key}. */
  record Hash() implements OperatorSpec {
    @Override
    public String word() {
      return "hash";
    }

    @Override
    public boolean isKeyed() {
      return true;
    }
  }

  /**
   * A value that looks like the one it stands for and is nobody's; keyed, so that equal values have
   * equal pseudonyms in all targets under one key.
   */
  record Pseudonym(Of of) implements OperatorSpec {
    /** The entities that there are pseudonyms for, by their names. */
    public enum Of {
      KZ_IIN,
      KZ_BIN,
      PHONE_NUMBER,
      EMAIL_ADDRESS,
      PERSON,
      IP_ADDRESS,
      CREDIT_CARD
    }

    @Override
    public String word() {
      return "pseudonym";
    }

    @Override
    public boolean isKeyed() {
      return true;
    }
  }

  /**
   * The value under AES-256-GCM; whoever has the key can read it, and once that is destroyed nobody
   * can.
   */
  record Encrypt() implements OperatorSpec {
    @Override
    public String word() {
      return "encrypt";
    }

    @Override
    public boolean isKeyed() {
      return true;
    }
  }

  /** A date loses its day, or its day and month. */
  record Generalize(To to) implements OperatorSpec {
    /** What is left of a date. */
    public enum To {
      YEAR,
      MONTH
    }

    @Override
    public String word() {
      return "generalize";
    }
  }

  /** An IP address loses its host: what is left is its network. */
  record Network() implements OperatorSpec {
    @Override
    public String word() {
      return "generalize";
    }
  }

  /** A postal address loses all but its city. */
  record City() implements OperatorSpec {
    @Override
    public String word() {
      return "generalize";
    }
  }

  /**
   * A number becomes the lower bound of the range it lies in.
   *
   * @param width of a range, at least 2; ranges begin at its multiples
   */
  record Range(long width) implements OperatorSpec {
    @Override
    public String word() {
      return "generalize";
    }
  }

  /** The value of another record that changes with it. */
  record Shuffle() implements OperatorSpec {
    @Override
    public String word() {
      return "shuffle";
    }
  }

  /** No value at all. */
  record Null() implements OperatorSpec {
    @Override
    public String word() {
      return "null";
    }
  }

  /** The value stays; said so that a reader of the job sees it was decided. */
  record Keep() implements OperatorSpec {
    @Override
    public String word() {
      return "keep";
    }
  }
}
