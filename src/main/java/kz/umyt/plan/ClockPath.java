package kz.umyt.plan;

import java.util.List;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.TableName;

/** From a record to a value that belongs to it: its clock, or its subject. */
sealed interface ClockPath {

  /** What kind of value it gives. */
  ColumnKind kind();

  /** A column of the record itself. */
  record Own(Column column) implements ClockPath {
    @Override
    public ColumnKind kind() {
      return column.kind();
    }
  }

  /**
   * A column of the record that this one points to, over one foreign key or several.
   *
   * @param hops not empty; the first starts at the target
   */
  record Parent(List<ForeignKey> hops, Column column) implements ClockPath {
    TableName table() {
      return hops.get(hops.size() - 1).parent();
    }

    @Override
    public ColumnKind kind() {
      return column.kind();
    }
  }

  /** All records of another table that point to this one; the latest of them counts. */
  record Children(ForeignKey key, Column column) implements ClockPath {
    @Override
    public ColumnKind kind() {
      return column.kind();
    }
  }

  /**
   * What an expression over the record's own columns gives.
   *
   * @param kind a date, a time stamp or a moment
   */
  record Expression(String sql, ColumnKind kind) implements ClockPath {}

  /** The subject's entries in the withdrawals register. */
  record Register() implements ClockPath {
    @Override
    public ColumnKind kind() {
      return ColumnKind.DATE;
    }
  }
}
