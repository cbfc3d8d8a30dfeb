package kz.umyt.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.umyt.ledger.DiskException;
import kz.umyt.report.Act;
import kz.umyt.report.ActHtml;
import kz.umyt.report.ActJson;

/** Where a run's Act is written. */
record ActFiles(Path folder) {

  Path json() {
    return folder.resolve("act.json");
  }

  Path html() {
    return folder.resolve("act.html");
  }

  /** Writes both forms; gives the digest of the JSON. */
  String write(Act act) {
    try {
      Files.createDirectories(folder);
      ActHtml.write(act, html());
      return ActJson.write(act, json());
    } catch (IOException failure) {
      throw new StoreException(
          "the Act cannot be written to "
              + folder
              + ": "
              + DiskException.why(folder, failure).orElse("the system refuses it")
              + "; what the run did is done and recorded, and the next run writes the Act",
          failure);
    }
  }
}
