package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;

/**
 * A table whose rows may wait.
 *
 * @param out foreign keys by which its rows keep rows of such tables, or rows that would go along
 */
record WaitingTable(int number, Table table, List<BoundTable> owners, List<ForeignKey> out) {
  String waiting() {
    return "umyt_w" + number;
  }

  String found() {
    return "umyt_x" + number;
  }

  List<String> keys() {
    return IntStream.range(0, table.primaryKey().size()).mapToObj(i -> "k" + i).toList();
  }

  /** The columns that hold what a foreign key points to. */
  List<String> pointing(ForeignKey key) {
    int number = out.indexOf(key);
    return IntStream.range(0, key.childColumns().size())
        .mapToObj(i -> "f" + number + "_" + i)
        .toList();
  }

  List<String> all() {
    List<String> all = new ArrayList<>(keys());
    out.forEach(key -> all.addAll(pointing(key)));
    return all;
  }
}
