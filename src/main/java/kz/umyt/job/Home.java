package kz.umyt.job;

import java.nio.file.Path;

/** The folder in which the tool keeps its state. */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /** The record of everything the tool did. */
  public Path ledger() {
    return folder.resolve("ledger.jsonl");
  }

  Path keys() {
    return folder.resolve("keys");
  }
}
