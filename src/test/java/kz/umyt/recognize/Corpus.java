package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases of {@code src/test/resources/recognize}: one file for each entity, named after it. A
 * line is a text, what is to be found in it ({@code ENTITY=value | ENTITY=value}, or {@code -}) and
 * the column that it stands in, parted by tabs. Escapes: {@code \n}, {@code \t}, {@code \}{@code
 * uXXXX}. Other entities than that of the file count only in lines that name them.
 */
public final class Corpus {

  private static final Path FOLDER = Path.of("src/test/resources/recognize");

  private Corpus() {}

  /**
   * One line.
   *
   * @param name file and line
   * @param wanted the values to be found, with their places
   * @param entities which findings of the text are compared with them
   */
  record Case(
      String name,
      String entity,
      String text,
      List<String> wanted,
      @Nullable String column,
      Set<String> entities) {

    boolean isPositive() {
      return wanted.stream().anyMatch(place -> place.startsWith(entity + " "));
    }

    /** What an analyzer finds, in the form of {@link #wanted}. */
    List<String> found(Analyzer analyzer, double threshold) {
      return analyzer.analyze(text, column).stream()
          .filter(finding -> finding.score() >= threshold)
          .filter(finding -> entities.contains(finding.entity()))
          .map(finding -> place(finding.entity(), finding.start(), finding.end()))
          .toList();
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        int line = 0;
        for (String row : Files.readAllLines(file, UTF_8)) {
          line++;
          if (!row.startsWith("#")) {
            cases.add(read(file.getFileName().toString(), line, row));
          }
        }
      }
    }
    return cases;
  }

  private static Case read(String file, int line, String row) {
    String name = file + ":" + line;
    String entity = file.substring(0, file.length() - ".tsv".length());
    String[] fields = row.split("\t", -1);
    if (fields.length < 2) {
      throw new IllegalStateException(name + ": no tab");
    }
    String text = unescape(fields[0]);
    Set<String> entities = new TreeSet<>(Set.of(entity));
    List<String> wanted = new ArrayList<>();
    int from = 0;
    for (String finding : fields[1].equals("-") ? new String[0] : fields[1].split(" \\| ", -1)) {
      int sign = finding.indexOf('=');
      String value = unescape(finding.substring(sign + 1));
      int start = text.indexOf(value, from);
      if (sign < 0 || start < 0) {
        throw new IllegalStateException(name + ": '" + finding + "' is not in the text");
      }
      from = start + value.length();
      entities.add(finding.substring(0, sign));
      wanted.add(place(finding.substring(0, sign), start, from));
    }
    String column = fields.length > 2 ? fields[2] : null;
    return new Case(name, entity, text, wanted, column, entities);
  }

  private static String place(String entity, int start, int end) {
    return entity + " " + start + "-" + end;
  }

  private static String unescape(String field) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < field.length()) {
      char c = field.charAt(at);
      if (c != '\\') {
        text.append(c);
        at++;
        continue;
      }
      switch (field.charAt(at + 1)) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case '\\' -> text.append('\\');
        case 'u' -> {
          text.append((char) Integer.parseInt(field.substring(at + 2, at + 6), 16));
          at += 4;
        }
        default -> throw new IllegalArgumentException("unknown escape in: " + field);
      }
      at += 2;
    }
    return text.toString();
  }
}
