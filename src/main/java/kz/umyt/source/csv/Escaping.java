package kz.umyt.source.csv;

/** How a file writes characters in a cell that would otherwise end it. */
public enum Escaping {
  /** The cell stands in quotes, and a quote in it is doubled. */
  QUOTES,

  /** A backslash stands before them, and quotes mean nothing: COPY, SELECT … INTO OUTFILE. */
  BACKSLASH,

  /** A backslash stands before them, also in cells in quotes: … ENCLOSED BY '"'. */
  BACKSLASH_AND_QUOTES;

  boolean hasBackslash() {
    return this != QUOTES;
  }

  boolean hasQuotes() {
    return this != BACKSLASH;
  }
}
