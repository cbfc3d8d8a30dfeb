package kz.umyt.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One table of the customer database. */
interface CrmTable {

  /** In upper case. */
  String name();

  List<String> columns();

  /** The rule that the demo's job puts the table under; empty if it names no such target. */
  Optional<Rule> rule();

  /** Writes every row, shows its personal values to the watch and its clock to the tally. */
  void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException;
}
