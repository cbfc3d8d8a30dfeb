package kz.umyt.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One CSV file that somebody once exported and forgot. */
interface Export {

  /** How Russian and Kazakh systems write a day. */
  DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  /** What such a system writes for "no date"; it is not one. */
  String ZERO_DATE = "00.00.0000";

  /** The file's name. */
  String name();

  /** The rule that the demo's job puts the file under. */
  Rule rule();

  /**
   * Writes the file into the folder, shows its personal values to the watch and its clock to the
   * tally.
   *
   * @return rows without the header
   */
  long write(Path folder, Witness.Watch watch, Tally tally) throws IOException;

  /** An empty cell for no day. */
  static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }
}
