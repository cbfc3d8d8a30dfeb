package kz.umyt.discover;

/**
 * How many values of a column, or of a part of it, were not read or not to their end.
 *
 * @param cut values of which only the beginning was read
 * @param longest of a value, so many characters or bytes are read at most
 * @param binary values that are bytes and no text
 * @param bytes all values that are bytes, text or not
 */
record UnreadValues(long cut, int longest, long binary, long bytes) {

  /** Of a column that was read whole. */
  static final UnreadValues NONE = new UnreadValues(0, 0, 0, 0);

  /** Those of this part and of a later one. */
  UnreadValues merge(UnreadValues later) {
    return new UnreadValues(
        cut + later.cut,
        Math.max(longest, later.longest),
        binary + later.binary,
        bytes + later.bytes);
  }

  /** Says what of the column was not read. */
  void tell(Gaps gaps, String table, String column) {
    if (cut > 0) {
      gaps.column(
          table,
          column,
          cut
              + " of its values are longer than "
              + longest
              + " characters; only their beginning was read");
    }
    if (binary > 0) {
      gaps.expected(
          table,
          column,
          binary + " of its " + bytes + " values are bytes and no text; those were not read");
    }
  }
}
