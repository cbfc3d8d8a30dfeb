package kz.umyt.destroy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.plan.DroppedPartition;
import kz.umyt.source.TableName;

/**
 * Which partitions of one target were dropped: lines of the same journal under names of their own,
 * beside the line that counts the rows to the target.
 */
final class PartitionJournal {

  private static final String PART = " | ";

  /** The action of such lines. */
  static final String DROP = "drop";

  private final Journal journal;
  private final String target;
  private List<DroppedPartition> dropped = List.of();
  private List<DroppedPartition> written = List.of();

  PartitionJournal(Journal journal, String target) {
    this.journal = journal;
    this.target = target;
  }

  /** Takes up what the run has written so far. */
  void open(Connection connection) throws SQLException {
    List<DroppedPartition> found = new ArrayList<>();
    for (String name : journal.targets(connection)) {
      if (name.startsWith(target + PART)) {
        found.add(
            new DroppedPartition(
                name.substring(target.length() + PART.length()),
                journal.state(connection, name).changed()));
      }
    }
    dropped = List.copyOf(found);
  }

  /** Writes one, in the transaction that is open on the connection. */
  void append(Connection connection, TableName partition, long rows) throws SQLException {
    String name = target + PART + partition;
    journal.append(
        connection,
        journal.state(connection, name).lane(0),
        new Journal.Chunk(name, DROP, rows, Optional.empty(), Optional.empty(), Optional.empty()));
    written = new ArrayList<>(dropped);
    written.add(new DroppedPartition(partition.toString(), rows));
  }

  /** The transaction of the last {@link #append} is committed. */
  void committed() {
    dropped = List.copyOf(written);
  }

  /** All of the run, over all attempts. */
  List<DroppedPartition> all() {
    return dropped;
  }
}
