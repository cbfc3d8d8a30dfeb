package kz.umyt.destroy;

import java.util.Optional;

/**
 * Rows after one key and up to another, in the order of the primary key.
 *
 * @param after exclusive; empty means from the first row
 * @param upTo inclusive; empty means to the last row
 */
record KeyRange(Optional<Key> after, Optional<Key> upTo) {

  /** All rows behind a key. */
  static KeyRange from(Optional<Key> after) {
    return new KeyRange(after, Optional.empty());
  }

  /** What is left of it behind its first part; empty where that was all of it. */
  Optional<KeyRange> behind(KeyRange first) {
    return first.upTo.equals(upTo) ? Optional.empty() : Optional.of(new KeyRange(first.upTo, upTo));
  }
}
