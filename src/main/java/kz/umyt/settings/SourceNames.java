package kz.umyt.settings;

import java.util.Map;

/** The sources that a job can name, and what it can name in them. */
record SourceNames(Map<String, Source> sources) {

  /** A name that is one of a source. */
  Located<String> known(Value value) {
    return requireKnown(value.text());
  }

  /** The same name, which is one of a source. */
  Located<String> requireKnown(Located<String> name) {
    if (!sources.containsKey(name.value())) {
      throw new SettingsException(
          name.at(),
          "unknown source '" + name + "'" + NearestName.hint(name.value(), sources.keySet()));
    }
    return name;
  }

  /** A source that is a database. */
  Located<String> database(Value value) {
    Located<String> name = known(value);
    if (!(sources.get(name.value()) instanceof Source.Jdbc)) {
      throw value.error("must name a database, and '" + name + "' is a folder of CSV files");
    }
    return name;
  }

  /**
   * The source of a section that has a table of a database or a file of a folder.
   *
   * @param what the section is called in errors
   */
  Located<String> withPlace(Section section, String what) {
    Located<String> name = known(section.required("source"));
    if (section.has("table") == section.has("file")) {
      throw new SettingsException(section.at(), what + " needs exactly one of 'table' and 'file'");
    }
    if (sources.get(name.value()) instanceof Source.Jdbc) {
      section.refuse("file", "does not fit: source '" + name + "' is a database; write 'table'");
    } else {
      section.refuse(
          "table", "does not fit: source '" + name + "' is a folder of CSV files; write 'file'");
    }
    return name;
  }
}
