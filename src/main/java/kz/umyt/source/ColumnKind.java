package kz.umyt.source;

/** What a column's values are, as far as reading and changing them is concerned. */
public enum ColumnKind {
  TEXT,
  INTEGER,
  DECIMAL,
  DATE,
  /** Date and time of day without a zone, meant in the zone of the job. */
  TIMESTAMP,
  /** A moment. */
  INSTANT,
  OTHER
}
