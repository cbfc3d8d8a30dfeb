package kz.umyt.settings;

import java.util.List;
import java.util.Map;

/** Reads the references that a job declares. */
record ReferencesReader(Map<String, Source> sources) {

  List<Reference> read(Value value) {
    return value.list().stream().map(this::reference).toList();
  }

  private Reference reference(Value item) {
    Section section = item.section("source", "from", "to");
    Located<String> source = new SourceNames(sources).known(section.required("source"));
    if (!(sources.get(source.value()) instanceof Source.Jdbc)) {
      throw new SettingsException(
          source.at(),
          "source '" + source + "' is a folder of CSV files; references are for databases");
    }
    Value to = section.required("to");
    Reference reference =
        new Reference(source, columns(section.required("from")), columns(to), section.at());
    if (reference.from().size() != reference.to().size()) {
      throw new SettingsException(
          to.at(),
          "'from' has "
              + reference.from().size()
              + " columns and 'to' has "
              + reference.to().size()
              + "; write as many, in the same order");
    }
    return reference;
  }

  /** One column, or a list of columns of one table. */
  private static List<Located<String>> columns(Value value) {
    List<Located<String>> columns = value.isText() ? List.of(value.text()) : value.texts();
    if (columns.isEmpty()) {
      throw value.error("names no column; write table.column");
    }
    for (Located<String> column : columns) {
      int dot = column.value().lastIndexOf('.');
      if (dot <= 0 || dot == column.value().length() - 1) {
        throw new SettingsException(
            column.at(), "'" + column + "' must be table.column, such as visits.client_id");
      }
      if (!table(column).equals(table(columns.get(0)))) {
        throw new SettingsException(
            column.at(),
            "'"
                + column
                + "' is not of the same table as '"
                + columns.get(0)
                + "'; one reference"
                + " leads from one table to one other");
      }
    }
    return columns;
  }

  private static String table(Located<String> column) {
    return column.value().substring(0, column.value().lastIndexOf('.'));
  }
}
