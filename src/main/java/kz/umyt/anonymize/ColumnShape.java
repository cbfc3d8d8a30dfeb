package kz.umyt.anonymize;

/**
 * What a column can hold, as far as an operator must know.
 *
 * @param maxLength in characters; 0 means unlimited, and is what columns other than text have
 * @param nullable whether it may hold no value
 * @param unique whether no two records may hold the same value
 */
public record ColumnShape(Kind kind, int maxLength, boolean nullable, boolean unique) {

  /** The kind of a column's values. */
  public enum Kind {
    /** {@link String}. */
    TEXT,
    /** {@link Long}, or {@link java.math.BigDecimal} without a fraction. */
    INTEGER,
    /** {@link java.math.BigDecimal}. */
    DECIMAL,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.LocalDateTime}. */
    TIMESTAMP,
    /** {@link java.time.OffsetDateTime}. */
    TIMESTAMP_WITH_ZONE,
    /** {@link String}, and nothing but JSON (RFC 8259). */
    JSON,
    /** {@link String}, and nothing but XML: a document, or what may stand in an element. */
    XML,
    /** Anything else: binary, arrays and so on. */
    OTHER
  }
}
