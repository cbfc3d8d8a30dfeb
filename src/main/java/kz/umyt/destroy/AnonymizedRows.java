package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import kz.umyt.ledger.Fingerprints;
import kz.umyt.plan.DoneRows;

/** Knows anonymized CSV rows by the keyed fingerprint of their new form. */
public final class AnonymizedRows implements DoneRows {

  private final FileJournal journal;
  private final Fingerprints fingerprints;

  public AnonymizedRows(FileJournal journal, Fingerprints fingerprints) {
    this.journal = journal;
    this.fingerprints = fingerprints;
  }

  @Override
  public boolean contains(String file, List<String> form) {
    return isThere(
        "SELECT 1 FROM umyt_file_rows WHERE file = ? AND fingerprint = ?",
        file,
        fingerprint(file, form));
  }

  @Override
  public boolean any(String file) {
    return isThere("SELECT 1 FROM umyt_file_rows WHERE file = ? LIMIT 1", file);
  }

  private boolean isThere(String sql, Object... values) {
    try (Connection connection = journal.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      Parameters.set(statement, List.of(values));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException failure) {
      throw FileJournal.failed(failure);
    }
  }

  String fingerprint(String file, List<String> form) {
    StringBuilder text = new StringBuilder();
    for (String cell : form) {
      // The length in front keeps ("ab", "c") apart from ("a", "bc").
      text.append(cell.length()).append(':').append(cell);
    }
    return fingerprints.of(file, text);
  }
}
