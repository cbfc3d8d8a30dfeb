package kz.umyt.source.csv;

import java.nio.charset.Charset;

/** What a {@link SampleFile} is like, whatever it holds. */
record SampleShape(
    Charset charset,
    boolean mark,
    char delimiter,
    Quoting quoting,
    Ends ends,
    boolean finalLineEnd,
    Oddity oddity) {

  /** How the cells of a file are quoted. */
  enum Quoting {
    NONE,
    MINIMAL,
    ALL,
    MIXED
  }

  /** How its lines end. */
  enum Ends {
    LF,
    CRLF,
    CR,
    MIXED
  }

  /** What is odd about it. */
  enum Oddity {
    NOTHING,
    ONE_COLUMN,
    SEPARATOR_LINE,
    TITLES,
    TOTALS,
    BLANK_LINES,
    RAGGED,
    QUOTED_BREAKS,
    DOUBLED_QUOTES,
    GUARDS,
    NO_BREAK_SPACES,
    EMPTY_TRAILING,
    GZIP,
    BZIP2,
    ZSTD,
    ZIP,
    BACKSLASH,
    NO_HEADER;

    Packing packing() {
      return switch (this) {
        case GZIP -> Packing.GZIP;
        case BZIP2 -> Packing.BZIP2;
        case ZSTD -> Packing.ZSTD;
        case ZIP -> Packing.ZIP;
        default -> Packing.NONE;
      };
    }

    /** Whether a file can have it. */
    boolean goesWith(Quoting quoting, Ends ends) {
      return switch (this) {
        case QUOTED_BREAKS, DOUBLED_QUOTES -> quoting != Quoting.NONE;
        // Where a backslash stands before breaks, all lines end in the same way.
        case BACKSLASH -> ends != Ends.MIXED;
        // What packs bytes does not look into them.
        case GZIP, BZIP2, ZSTD, ZIP -> quoting == Quoting.MIXED;
        default -> true;
      };
    }
  }
}
