package kz.umyt.destroy;

import java.util.List;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.plan.DoneRows;

/**
 * Knows anonymized CSV rows by the keyed fingerprint of their new form: its first 64 bits, so that
 * of a file with a million such rows one of some 10^13 others is taken for one of them.
 */
public final class AnonymizedRows implements DoneRows {

  private static final int HEX = 16;
  private static final int DIGITS = 16;

  private final FileJournal journal;
  private final Fingerprints fingerprints;

  public AnonymizedRows(FileJournal journal, Fingerprints fingerprints) {
    this.journal = journal;
    this.fingerprints = fingerprints;
  }

  @Override
  public OfFile of(String file) {
    Prints prints = journal.prints(file);
    if (prints.isEmpty()) {
      return OfFile.NONE;
    }
    return new OfFile() {
      @Override
      public boolean any() {
        return true;
      }

      @Override
      public boolean contains(List<String> form) {
        return prints.contains(print(file, form));
      }
    };
  }

  /** The fingerprint of a row's form, see {@link kz.umyt.plan.BoundFiles#form}. */
  long print(String file, List<String> form) {
    StringBuilder text = new StringBuilder();
    for (String cell : form) {
      // The length in front keeps ("ab", "c") apart from ("a", "bc").
      text.append(cell.length()).append(':').append(cell);
    }
    return Long.parseUnsignedLong(fingerprints.of(file, text), 0, DIGITS, HEX);
  }
}
