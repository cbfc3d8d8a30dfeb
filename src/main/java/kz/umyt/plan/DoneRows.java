package kz.umyt.plan;

import java.util.List;
import kz.umyt.settings.Action;
import kz.umyt.source.csv.CsvRow;

/** Which CSV rows are already anonymized; known by the keyed fingerprint of their present form. */
@FunctionalInterface
public interface DoneRows {

  /**
   * What is known of one file, for one reading of it.
   *
   * @param file identity of the file, see {@link BoundFiles#doneId}
   */
  OfFile of(String file);

  /** Rows of one file that earlier runs left behind. */
  interface OfFile {

    /** Of a file that no run has touched. */
    OfFile NONE =
        new OfFile() {
          @Override
          public boolean any() {
            return false;
          }

          @Override
          public boolean contains(List<String> form) {
            return false;
          }
        };

    /** Whether there is any such row at all. */
    boolean any();

    /**
     * Whether a row is one of them.
     *
     * @param form see {@link BoundFiles#form}
     */
    boolean contains(List<String> form);
  }

  /** The same, asked by the rows of a target's file. */
  default InFile in(BoundFiles target, BoundFiles.BoundFile file) {
    boolean anonymizes = target.spec().action() == Action.ANONYMIZE;
    return new InFile(target, file, anonymizes ? of(target.doneId(file)) : OfFile.NONE);
  }

  /** Rows of a target's file that are anonymized. */
  record InFile(BoundFiles target, BoundFiles.BoundFile file, OfFile known) {

    public boolean any() {
      return known.any();
    }

    public boolean contains(CsvRow row) {
      return known.any() && known.contains(target.form(file, row.cells()));
    }
  }
}
