package kz.umyt.source.jdbc;

import java.util.List;
import kz.umyt.source.ForeignKey;

/**
 * The foreign keys of a table and of its parts (partitions, and tables that inherit from it), each
 * between the very tables that have it.
 *
 * @param from keys by which its rows point; those with a part say once more, of a partition, what
 *     another one says of all
 * @param to keys by which its rows are pointed to
 */
record KeysOf(List<ForeignKey> from, List<ForeignKey> to) {
  KeysOf {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
