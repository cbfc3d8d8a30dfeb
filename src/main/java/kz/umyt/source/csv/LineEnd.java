package kz.umyt.source.csv;

/** What stands at the end of a line. */
public enum LineEnd {
  LF("\n"),
  CRLF("\r\n"),
  CR("\r");

  private final String characters;

  LineEnd(String characters) {
    this.characters = characters;
  }

  /** The characters themselves. */
  public String characters() {
    return characters;
  }
}
