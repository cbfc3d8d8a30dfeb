package kz.umyt.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One thing the tool did.
 *
 * <p>On disk an entry is one line of JSON, {@code {"seq","time","run","event",…details…,
 * "prev","hash"}}, in canonical form. To check it with other tools: take the line without its
 * {@code hash} member, written canonically (RFC 8785 with 64-bit integers: UTF-8, keys sorted, no
 * whitespace), compute SHA-256 over these bytes and compare its lower-case hex digits with {@code
 * hash}. {@code prev} is the {@code hash} of the line before, and 64 zeros in the first line;
 * {@code seq} is 1 in the first line and one more in each line after it, so it is the line number
 * too. Every line ends with one line feed (U+000A).
 *
 * @param seq from 1, without gaps
 * @param time when it was appended, UTC, to the millisecond, from the clock of the machine
 * @param run identity of the run, or empty text for what belongs to no run
 * @param event what happened, a word such as {@code run-started}
 * @param details text, {@link Long}, {@link Boolean}, and lists and maps of these, immutable; never
 *     a personal value
 * @param prev hash of the entry before
 * @param hash of this entry
 */
public record Entry(
    long seq,
    Instant time,
    String run,
    String event,
    Map<String, Object> details,
    String prev,
    String hash) {

  /**
   * Freezes the details.
   *
   * @throws IllegalArgumentException if a detail's key is reserved or its value has no canonical
   *     form
   */
  public Entry {
    details = Details.frozen(details);
  }

  /** The detail of that name, if it is text. */
  public Optional<String> text(String detail) {
    return details.get(detail) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The detail of that name, if it is a number. */
  public OptionalLong number(String detail) {
    return details.get(detail) instanceof Long number
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }
}
