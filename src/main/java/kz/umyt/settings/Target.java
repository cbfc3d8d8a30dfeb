package kz.umyt.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One table or set of files, under one retention rule, with one action. */
public sealed interface Target {

  Position at();

  Located<String> source();

  Located<String> retention();

  ClockSpec clock();

  /** Other rules of the policy that the same records fall under. */
  List<Also> also();

  /** Laws that keep the same records at least so long. */
  List<Floored> floors();

  /** Where each clock is read: that of the rule, then of the other rules, then of the floors. */
  default List<ClockSpec> clocks() {
    List<ClockSpec> clocks = new ArrayList<>(List.of(clock()));
    also().forEach(rule -> clocks.add(rule.clock()));
    floors().forEach(floor -> clocks.add(floor.clock()));
    return List.copyOf(clocks);
  }

  /** The column that says whose record it is; registers are matched on it. */
  Optional<Located<String>> subject();

  Action action();

  /** What happens to each column; empty for {@link Action#DESTROY}. */
  List<ColumnRule> columns();

  /** The kinds of personal data that a destroyed target holds, for the Act. */
  List<Located<String>> entities();

  /**
   * What its data is used for, in the words of the register of withdrawals: a withdrawal for one
   * purpose concerns only targets that name it. Empty where only a withdrawal for everything does.
   */
  List<Located<String>> purposes();

  /** What is looked at once the records are handled. */
  Aftercare aftercare();

  /**
   * A table.
   *
   * @param table {@code name} or {@code schema.name}
   * @param hold SQL condition over the table's columns: outstanding obligation
   * @param cascades tables whose rows may go or change with a destroyed row
   * @param partitions what becomes of partitions whose rows are all due; they stay where absent
   * @param marker the column that says when a row was anonymized
   */
  record Table(
      Position at,
      Located<String> source,
      Located<String> table,
      Located<String> retention,
      ClockSpec clock,
      List<Also> also,
      List<Floored> floors,
      Optional<Located<String>> subject,
      Optional<Located<String>> hold,
      Action action,
      List<ColumnRule> columns,
      List<Located<String>> entities,
      List<Located<String>> purposes,
      List<Located<String>> cascades,
      Optional<Located<Partitions>> partitions,
      Optional<Located<String>> marker,
      Aftercare aftercare)
      implements Target {}

  /**
   * Files of a CSV source.
   *
   * @param file glob relative to the source's folder
   */
  record Files(
      Position at,
      Located<String> source,
      Located<String> file,
      Located<String> retention,
      ClockSpec clock,
      List<Also> also,
      List<Floored> floors,
      Optional<Located<String>> subject,
      Action action,
      List<ColumnRule> columns,
      List<Located<String>> entities,
      List<Located<String>> purposes,
      Aftercare aftercare)
      implements Target {}

  /**
   * What is looked at once the records are handled.
   *
   * @param quasiIdentifiers columns that together may still point at a person; where none is named,
   *     they are known by their entities and names
   * @param requireK in how small a group of anonymized records alike in these columns one may stand
   * @param cleanUp instead of what the job asks for all targets
   */
  record Aftercare(
      List<Located<String>> quasiIdentifiers,
      Optional<Located<Integer>> requireK,
      Optional<CleanUp> cleanUp) {
    public Aftercare {
      quasiIdentifiers = List.copyOf(quasiIdentifiers);
    }
  }

  /**
   * One more rule of the policy, and where its clock is read.
   *
   * @param retention its id
   */
  record Also(Located<String> retention, ClockSpec clock) {}

  /** A floor, and where its clock is read. */
  record Floored(Floor floor, ClockSpec clock) {}

  /**
   * What happens to one column.
   *
   * @param entity the kind of personal data it holds, for the Act and for {@code replace}
   * @param detected only what the recognizers find in the text is changed
   */
  record ColumnRule(
      Located<String> column,
      Optional<Located<String>> entity,
      OperatorSpec operator,
      boolean detected) {}
}
