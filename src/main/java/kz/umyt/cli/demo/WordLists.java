package kz.umyt.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.settings.SettingsException;

/**
 * The lists that the company is made of: one entry a line in UTF-8, fields divided by a vertical
 * bar, lines that begin with {@code #} are comments.
 */
record WordLists(
    List<String> kazakhMen,
    List<String> kazakhWomen,
    List<List<String>> russianMen,
    List<String> russianWomen,
    List<String> kazakhSurnames,
    List<String> russianSurnames,
    List<List<String>> cities,
    List<List<String>> streets,
    List<List<String>> tickets,
    List<List<String>> details,
    List<List<String>> notes,
    List<List<String>> told,
    List<String> userAgents,
    String schema) {

  static WordLists read(Path folder) {
    return new WordLists(
        lines(folder, "kazakh-given-male.txt"),
        lines(folder, "kazakh-given-female.txt"),
        fields(folder, "russian-given-male.txt", 2),
        lines(folder, "russian-given-female.txt"),
        lines(folder, "kazakh-surnames.txt"),
        lines(folder, "russian-surnames.txt"),
        fields(folder, "cities.txt", 2),
        fields(folder, "streets.txt", 2),
        fields(folder, "tickets.txt", 3),
        fields(folder, "details.txt", 2),
        fields(folder, "notes.txt", 2),
        fields(folder, "told.txt", 3),
        lines(folder, "user-agents.txt"),
        text(folder.resolve("schema.sql")));
  }

  private static List<List<String>> fields(Path folder, String name, int count) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(folder, name)) {
      List<String> row = divide(line);
      if (row.size() != count) {
        throw new SettingsException(
            folder.resolve(name)
                + ": every line needs "
                + count
                + " fields divided by |; put the file back as it was installed");
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }

  private static List<String> divide(String line) {
    List<String> row = new ArrayList<>();
    int from = 0;
    for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
      row.add(line.substring(from, bar));
      from = bar + 1;
    }
    row.add(line.substring(from));
    return List.copyOf(row);
  }

  private static List<String> lines(Path folder, String name) {
    List<String> entries =
        text(folder.resolve(name))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    if (entries.isEmpty()) {
      throw new SettingsException(
          folder.resolve(name) + ": no entries; put the file back as it was installed");
    }
    return entries;
  }

  private static String text(Path file) {
    try {
      // A checkout on Windows may have changed the line ends; the output must not.
      return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new SettingsException(
          file + ": cannot be read; the folder sample-data belongs beside the folder config");
    }
  }
}
