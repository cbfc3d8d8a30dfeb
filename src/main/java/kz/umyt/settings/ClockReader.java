package kz.umyt.settings;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads where a target's clock is found. */
final class ClockReader {

  private static final Map<String, Boolean> EMPTY_IS_UNDECIDABLE =
      Map.of("undecidable", true, "running", false);
  private static final List<String> KINDS =
      List.of("column", "latest", "expression", "register", "newest", "file");

  /** True for the day in a file's name. */
  private static final Map<String, Boolean> FILE_DAYS = Map.of("name", true, "modified", false);

  private static final Map<String, String> REGISTERS = Map.of("withdrawals", "withdrawals");

  private static final LocalDateTime SAMPLE = LocalDateTime.of(2023, 11, 25, 13, 45, 59);

  private final Clock clock;
  private final boolean inFiles;
  private final SourceNames sources;

  /**
   * @param clock what the retention rule counts from
   * @param inFiles true for a target of CSV files, false for a table
   */
  ClockReader(Clock clock, boolean inFiles, SourceNames sources) {
    this.sources = sources;
    this.clock = clock;
    this.inFiles = inFiles;
  }

  ClockSpec read(Value value) {
    if (!value.isMapping()) {
      return new ClockSpec.Column(value.text(), Optional.empty(), false);
    }
    Section section =
        value.section(
            "column",
            "format",
            "latest",
            "in",
            "subject",
            "expression",
            "register",
            "newest",
            "file",
            "empty");
    long kinds = KINDS.stream().filter(section::has).count();
    if (kinds != 1) {
      throw value.error(
          "must have exactly one of 'column', 'latest', 'expression' and 'register', or in files of"
              + " 'newest' and 'file'");
    }
    boolean emptyIsUndecidable = section.optional("empty").map(this::empty).orElse(false);
    if (section.has("column")) {
      return new ClockSpec.Column(
          section.required("column").text(),
          section.optional("format").map(this::format),
          emptyIsUndecidable);
    }
    if (!inFiles || !section.has("latest")) {
      section.refuse("in", "belongs to 'latest' of a target of files, and names its database");
      section.refuse("subject", "belongs to 'latest' of a target of files, and names its column");
    }
    if (section.has("newest")) {
      return new ClockSpec.Newest(
          onlyInFiles(section.required("newest")).text(),
          section.optional("format").map(this::format),
          emptyIsUndecidable);
    }
    if (section.has("file")) {
      return ofFile(section, emptyIsUndecidable);
    }
    section.refuse("format", "belongs to a 'column' of CSV files");
    if (section.has("expression")) {
      return new ClockSpec.Expression(
          expression(section.required("expression")), emptyIsUndecidable);
    }
    if (section.has("register")) {
      return register(section.required("register"), emptyIsUndecidable);
    }
    Located<String> latest = latest(section.required("latest"));
    if (inFiles && !(section.has("in") && section.has("subject"))) {
      throw section
          .required("latest")
          .error(
              "needs a database, since a file has no foreign keys; add 'in' (its source) and"
                  + " 'subject' (the column of the table that says whose row it is)");
    }
    return inFiles
        ? new ClockSpec.SubjectLatest(
            sources.database(section.required("in")),
            latest,
            section.required("subject").text(),
            emptyIsUndecidable)
        : new ClockSpec.Latest(latest, emptyIsUndecidable);
  }

  private Value onlyInFiles(Value value) {
    if (!inFiles) {
      throw value.error("is for CSV files; a table has rows with clocks of their own");
    }
    return value;
  }

  private ClockSpec ofFile(Section section, boolean emptyIsUndecidable) {
    boolean inName = onlyInFiles(section.required("file")).oneOf(FILE_DAYS);
    if (!inName) {
      section.refuse("format", "belongs to a day that is read: 'modified' is known to the system");
      return new ClockSpec.FileModified(emptyIsUndecidable);
    }
    Optional<Located<String>> format = section.optional("format").map(Value::text);
    format
        .filter(pattern -> !FileNameDay.isPattern(pattern.value()))
        .ifPresent(
            pattern -> {
              throw new SettingsException(
                  pattern.at(),
                  "'format' is no pattern of a day, a month or a year in digits; write it like"
                      + " yyyyMMdd, yyyy-MM-dd or yyyy-MM");
            });
    return new ClockSpec.FileName(format, emptyIsUndecidable);
  }

  private Located<String> expression(Value value) {
    if (inFiles) {
      throw value.error("is SQL; a target of files cannot have one");
    }
    return SqlCondition.read(value);
  }

  private Located<String> latest(Value value) {
    Located<String> name = value.text();
    int dot = name.value().lastIndexOf('.');
    if (dot <= 0 || dot == name.value().length() - 1) {
      throw value.error("must be table.column, such as contracts.ended_on");
    }
    return name;
  }

  private ClockSpec register(Value value, boolean emptyIsUndecidable) {
    value.oneOf(REGISTERS);
    if (clock != Clock.CONSENT_WITHDRAWN && clock != Clock.SUBJECT_REQUEST) {
      throw value.error(
          "gives the day of a withdrawal, but the rule's clock is '" + clock.word() + "'");
    }
    return new ClockSpec.WithdrawalsRegister(value.at(), emptyIsUndecidable);
  }

  private boolean empty(Value value) {
    boolean undecidable = value.oneOf(EMPTY_IS_UNDECIDABLE);
    if (!undecidable && !clock.mayNeverCome()) {
      throw value.error(
          "cannot be 'running' for the clock '" + clock.word() + "': without it nobody can decide");
    }
    return undecidable;
  }

  private Located<String> format(Value value) {
    if (!inFiles) {
      throw value.error("is for dates in CSV files; a table needs a date column");
    }
    Located<String> pattern = value.text();
    boolean numbered =
        pattern.value().equals(ClockSpec.EXCEL) || pattern.value().equals(ClockSpec.EXCEL_1904);
    if (!numbered && !readsItsOwnDates(pattern.value())) {
      throw value.error(
          "is not a pattern of a whole date; write it like dd.MM.yyyy, or 'excel' for the numbers"
              + " by which spreadsheets know days");
    }
    return pattern;
  }

  /** Finds what is valid as a pattern and reads no date, such as minutes (mm) for months (MM). */
  private static boolean readsItsOwnDates(String pattern) {
    try {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      return LocalDate.parse(formatter.format(SAMPLE), formatter).equals(SAMPLE.toLocalDate());
    } catch (IllegalArgumentException | DateTimeException e) {
      return false;
    }
  }
}
