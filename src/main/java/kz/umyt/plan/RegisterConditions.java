package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.source.TableName;

/**
 * Whether registers name a row of one table. They lie in temporary tables of the connection, see
 * {@link RegisterTables}.
 *
 * @param rows of the table
 * @param subject column that people are matched on; absent where registers name no person there
 * @param suffix of the names of the temporary tables, since several tables may be asked for at once
 */
record RegisterConditions(RowPaths rows, Optional<ClockPath> subject, String suffix) {

  /** People who are held. */
  String holds() {
    return named("umyt_holds");
  }

  /** Keys of rows that are held, in columns {@code k0}, {@code k1} and so on. */
  String heldRecords() {
    return named("umyt_held_records");
  }

  /** Has a row where the whole table is held. */
  String heldTable() {
    return named("umyt_held_table");
  }

  /** People whose data is being checked. */
  String blocks() {
    return named("umyt_blocks");
  }

  /** Withdrawals that concern the target. */
  String withdrawals() {
    return named("umyt_withdrawals");
  }

  private String named(String register) {
    return rows.dialect().temporaryName(register + suffix);
  }

  /** Each reason why the register of holds keeps the row. */
  List<String> held() {
    List<String> reasons = new ArrayList<>();
    subject.ifPresent(path -> reasons.add(rows.onRegister(path, holds())));
    reasons.add("EXISTS (SELECT 1 FROM " + heldTable() + ")");
    reasons.add("EXISTS (SELECT 1 FROM " + heldRecords() + " umyt_r WHERE " + isHeldRecord() + ")");
    return reasons;
  }

  /** The row is the one that a row of {@link #heldRecords}, as {@code umyt_r}, names. */
  String isHeldRecord() {
    List<String> equal = new ArrayList<>();
    for (String key : rows.table().primaryKey()) {
      equal.add("umyt_r.k" + equal.size() + " = " + rows.column(key));
    }
    // Without a key, no row can be named.
    return equal.isEmpty() ? "1 = 0" : String.join(" AND ", equal);
  }

  /** The row's person is blocked; absent where registers name no person. */
  Optional<String> blocked() {
    return subject.map(path -> rows.onRegister(path, blocks()));
  }

  /** Whether a person who wrote this name meant the table. */
  boolean isNamed(String written) {
    return !TableName.meant(written, List.of(rows.table().name())).isEmpty();
  }
}
