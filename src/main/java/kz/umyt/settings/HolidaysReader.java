package kz.umyt.settings;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads {@code config/holidays-kz.yaml}. */
final class HolidaysReader {

  /** The law on holidays is of December 2001. */
  private static final int FIRST_YEAR = 2002;

  private HolidaysReader() {}

  static WorkingDays read(Value file) {
    Map<Integer, WorkingDays.Year> years = new HashMap<>();
    Map<Integer, Position> places = new HashMap<>();
    for (Value item : filled(file.section("years").required("years"), "year")) {
      Section section = item.section("year", "source", "confidence", "days-off", "working");
      Value written = section.required("year");
      int year = (int) written.integer(FIRST_YEAR, 9999);
      Position before = places.putIfAbsent(year, written.at());
      if (before != null) {
        throw new SettingsException(
            written.at(), "year " + year + " is written twice; first on line " + before.line());
      }
      years.put(year, year(section, year));
    }
    return new WorkingDays(file.at().file(), years);
  }

  private static WorkingDays.Year year(Section section, int year) {
    String source = section.required("source").text().value().strip();
    Floor.Confidence confidence = section.required("confidence").oneOf(Words.CONFIDENCES);
    Map<LocalDate, Position> places = new HashMap<>();
    Map<LocalDate, String> daysOff = daysOff(section.required("days-off"), year, places);
    Set<LocalDate> working =
        section.optional("working").map(days -> working(days, year, places)).orElse(Set.of());
    return new WorkingDays.Year(source, confidence, daysOff, working);
  }

  private static Map<LocalDate, String> daysOff(
      Value days, int year, Map<LocalDate, Position> places) {
    Map<LocalDate, String> names = new LinkedHashMap<>();
    for (Value item : filled(days, "day")) {
      Section section = item.section("date", "name");
      LocalDate date = newDate(section.required("date"), year, places);
      names.put(date, section.required("name").text().value().strip());
    }
    return names;
  }

  private static Set<LocalDate> working(Value days, int year, Map<LocalDate, Position> daysOff) {
    Map<LocalDate, Position> places = new LinkedHashMap<>();
    for (Value item : days.list()) {
      LocalDate date = newDate(item, year, places);
      if (!WorkingDays.Year.isWeekend(date)) {
        throw item.error(
            "is a "
                + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + ", which is worked unless it is a day off; write the Saturday or Sunday"
                + " that is worked for a moved day");
      }
      Position off = daysOff.get(date);
      if (off != null) {
        throw item.error("is also a day off, on line " + off.line() + "; a day is one of the two");
      }
    }
    return places.keySet();
  }

  private static LocalDate newDate(Value value, int year, Map<LocalDate, Position> places) {
    LocalDate date = value.date();
    if (date.getYear() != year) {
      throw value.error(
          "is a day of "
              + date.getYear()
              + " in the year "
              + year
              + "; did you mean "
              + date.withYear(year)
              + "?");
    }
    Position before = places.putIfAbsent(date, value.at());
    if (before != null) {
      throw value.error("is written twice; first on line " + before.line());
    }
    return date;
  }

  /** A year without a day off was forgotten rather than worked through. */
  private static List<Value> filled(Value list, String what) {
    List<Value> items = list.list();
    if (items.isEmpty()) {
      throw list.error("must name at least one " + what);
    }
    return items;
  }
}
