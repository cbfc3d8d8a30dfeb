package kz.umyt.settings;

/**
 * A value together with the place where somebody wrote it, so that later errors can point there.
 */
public record Located<T>(T value, Position at) {
  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
