package kz.umyt.settings;

import java.util.Optional;

/** Where a target's clock is read. */
public sealed interface ClockSpec {

  /** Format of a date that stands in a CSV file as a spreadsheet's number of the day. */
  String EXCEL = "excel";

  /** The same, of a workbook that counts from 1904 on. */
  String EXCEL_1904 = "excel-1904";

  /** True if an empty clock is undecidable although its kind may never come. */
  boolean emptyIsUndecidable();

  /**
   * A column: of the target itself ({@code contract_end}), of a table that it points to over a
   * foreign key ({@code subscribers.contract_end}), or of a CSV file.
   *
   * @param format pattern of the date in a CSV file, as of {@link
   *     java.time.format.DateTimeFormatter}, or {@link #EXCEL} or {@link #EXCEL_1904}
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

  /**
   * The latest over the rows of a database's table that belong to the subject of a file's row.
   *
   * @param source of the table
   * @param name of the column: {@code contracts.ended_on}
   * @param subject column of the table that says whose row it is
   */
  record SubjectLatest(
      Located<String> source,
      Located<String> name,
      Located<String> subject,
      boolean emptyIsUndecidable)
      implements ClockSpec {}

  /**
   * The latest over the rows of a CSV file, for all of them.
   *
   * @param name of the column
   * @param format as of a {@link Column}
   */
  record Newest(Located<String> name, Optional<Located<String>> format, boolean emptyIsUndecidable)
      implements ClockSpec {}

  /**
   * The day in the name of a CSV file, for all of its rows.
   *
   * @param format pattern of a day, or of a month or a year, of which the last day counts; with
   *     {@code /} it is looked for in the path below the folder; absent for the usual forms
   */
  record FileName(Optional<Located<String>> format, boolean emptyIsUndecidable)
      implements ClockSpec {}

  /** The day of the last change of a CSV file, for all of its rows. */
  record FileModified(boolean emptyIsUndecidable) implements ClockSpec {}

  /** The date that the withdrawals register gives for the subject. */
  record WithdrawalsRegister(Position at, boolean emptyIsUndecidable) implements ClockSpec {}
}
