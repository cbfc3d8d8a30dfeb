package kz.umyt;

import java.nio.file.Path;

/** The tests run in two JVMs beside each other: what they share on disk each has of its own. */
public final class Fork {
  private Fork() {}

  /** The same place, of this JVM alone. */
  public static Path own(Path place) {
    return place.resolveSibling(place.getFileName() + "-" + System.getProperty("umyt.fork", "0"));
  }
}
