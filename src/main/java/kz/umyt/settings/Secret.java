package kz.umyt.settings;

/** A password or key that must not be printed. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
