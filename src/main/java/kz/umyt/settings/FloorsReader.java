package kz.umyt.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code config/floors.yaml}. */
final class FloorsReader {
  private FloorsReader() {}

  /** All floors by id, in the order of the file. */
  static Map<String, Floor> read(Value file) {
    Map<String, Floor> floors = new LinkedHashMap<>();
    for (Value item : file.section("floors").required("floors").list()) {
      Floor floor = floor(item);
      Floor before = floors.putIfAbsent(floor.id().value(), floor);
      if (before != null) {
        throw new SettingsException(
            floor.id().at(),
            "floor '"
                + floor.id()
                + "' is written twice; first on line "
                + before.id().at().line());
      }
    }
    return Collections.unmodifiableMap(floors);
  }

  private static Floor floor(Value item) {
    Section section = item.section("id", "name", "clock", "term", "from", "basis", "confidence");
    Section name = section.required("name").section("kk", "ru", "en");
    return new Floor(
        section.required("id").id(),
        new LocalizedText(line(name, "kk"), line(name, "ru"), line(name, "en")),
        section.required("clock").oneOf(Words.CLOCKS),
        section.required("term").period(),
        section.optional("from").map(value -> value.oneOf(Map.of("next-year", true))).orElse(false),
        line(section, "basis"),
        section.required("confidence").oneOf(Words.CONFIDENCES));
  }

  private static String line(Section section, String key) {
    return section.required(key).text().value().strip();
  }
}
