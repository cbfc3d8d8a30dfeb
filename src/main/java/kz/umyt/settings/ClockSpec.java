package kz.umyt.settings;

import java.util.Optional;

/** Where a target's clock is read. */
public sealed interface ClockSpec {

  /** True if an empty clock is undecidable although its kind may never come. */
  boolean emptyIsUndecidable();

  /**
   * A column: of the target itself ({@code contract_end}), of a table that it points to over a
   * foreign key ({@code subscribers.contract_end}), or of a CSV file.
   *
   * @param format pattern of the date in a CSV file, as of {@link
   *     java.time.format.DateTimeFormatter}
   */
  record Column(Located<String> name, Optional<Located<String>> format, boolean emptyIsUndecidable)
      implements ClockSpec {}

  /**
   * The latest over the rows of another table that point to the target ({@code
   * contracts.ended_on}).
   */
  record Latest(Located<String> name, boolean emptyIsUndecidable) implements ClockSpec {}

  /**
   * An SQL expression over the target's own columns that gives a date or a time stamp ({@code
   * coalesce(closed_on, ended_on)}).
   */
  record Expression(Located<String> sql, boolean emptyIsUndecidable) implements ClockSpec {}

  /** The date that the withdrawals register gives for the subject. */
  record WithdrawalsRegister(Position at, boolean emptyIsUndecidable) implements ClockSpec {}
}
