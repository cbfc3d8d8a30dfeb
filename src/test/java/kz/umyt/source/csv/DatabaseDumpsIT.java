package kz.umyt.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Files that real databases write, read, rewritten, and loaded again by the same database. */
class DatabaseDumpsIT {

  private static final List<String> NAMES = List.of("id", "name", "note");

  /** What the second row gets. */
  private static final String NEW_NOTE = "новое\t\"x\"\n\\N\\";

  private static final List<List<String>> ROWS =
      List.of(
          Arrays.asList("1", "Сапарова Айгерім", "первая\nвторая"),
          Arrays.asList("2", "Ким \"Анна\"", "\t\\ конец\\"),
          Arrays.asList("3", null, ""),
          Arrays.asList("4", "\"", "a\r\nb\r"),
          Arrays.asList("5", "\"Ли\"", "точка,запятая;|\b\f"),
          Arrays.asList("6", "\\", "\n"));

  @TempDir Path folder;

  private static void fill(TestDatabase database) {
    database.execute("CREATE TABLE people (id INT PRIMARY KEY, name VARCHAR(99), note TEXT)");
    List<List<?>> rows = new ArrayList<>();
    for (List<String> row : ROWS) {
      rows.add(Arrays.asList(Integer.parseInt(row.get(0)), row.get(1), row.get(2)));
    }
    database.insert("INSERT INTO people VALUES (?, ?, ?)", rows);
  }

  private static List<List<String>> read(CsvFile file, CsvFormat format) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = CsvReader.open(file, format)) {
      reader.forEach(row -> rows.add(row.cells()));
    }
    return rows;
  }

  private static List<List<String>> expected() {
    return ROWS.stream()
        .map(row -> row.stream().map(cell -> cell == null ? "" : cell).toList())
        .toList();
  }

  /** Drops the first row and changes the second one. */
  private static void rewrite(CsvFile file, CsvFormat format) {
    RowEditor editor =
        row ->
            switch ((int) row.number()) {
              case 1 -> new Edit.Drop();
              case 2 -> new Edit.Change(Map.of(1, "", 2, NEW_NOTE));
              default -> new Edit.Keep();
            };
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, format, editor)) {
      assertThat(prepared.rows()).isEqualTo(ROWS.size());
      prepared.replaceOriginal();
    }
  }

  /** What the database holds after it has loaded the file that {@link #rewrite} left. */
  private static void assertLoaded(TestDatabase database) {
    assertThat(
            database.number(
                "SELECT COUNT(*) FROM people p JOIN loaded l ON p.id = l.id WHERE p.id > 2 AND"
                    + " (p.name = l.name OR (p.name IS NULL AND l.name IS NULL))"
                    + " AND p.note = l.note"))
        .isEqualTo(ROWS.size() - 2L);
    assertThat(database.number("SELECT COUNT(*) FROM loaded")).isEqualTo(ROWS.size() - 1L);
    assertThat(database.rows("SELECT note FROM loaded WHERE id = 2 AND name = ''"))
        .containsExactly(NEW_NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMAT text", "FORMAT csv, HEADER", "FORMAT csv, HEADER, FORCE_QUOTE *"})
  void copy(String options) throws SQLException, IOException {
    TestDatabase database = Engine.POSTGRESQL.fresh(folder);
    fill(database);
    boolean text = options.equals("FORMAT text");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (Connection connection = database.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut("COPY (SELECT * FROM people ORDER BY id) TO STDOUT (" + options + ")", written);
    }
    CsvFile file = Csv.file(folder, "people.txt", written.toByteArray());
    CsvFormat format =
        CsvFormat.detect(
            file, text ? Csv.dump(folder, Optional.empty(), NAMES) : Csv.source(folder, "*"));
    assertThat(format.header()).isEqualTo(NAMES);
    assertThat(read(file, format)).isEqualTo(expected());

    rewrite(file, format);

    database.execute("CREATE TABLE loaded (id INT, name VARCHAR(99), note TEXT)");
    try (Connection connection = database.connect()) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY loaded FROM STDIN (" + options.replace(", FORCE_QUOTE *", "") + ")",
              new ByteArrayInputStream(Csv.bytes(file.path())));
    }
    if (!text) {
      // In CSV an empty cell without quotes is NULL, and only the database can tell them apart.
      database.execute("UPDATE loaded SET name = '' WHERE id = 2 AND name IS NULL");
    }
    assertLoaded(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FIELDS TERMINATED BY ',' ENCLOSED BY '\"' LINES TERMINATED BY '\\n'",
        "FIELDS TERMINATED BY ';' OPTIONALLY ENCLOSED BY '\"' LINES TERMINATED BY '\\r\\n'",
      })
  void outfile(String options) throws IOException {
    TestDatabase database = Engine.MARIADB.fresh(folder);
    fill(database);
    boolean quoted = !options.isEmpty();
    if (!quoted) {
      database.execute("UPDATE people SET note = 'a\\nb' WHERE id = 4");
    }
    Path shared = Files.createDirectories(folder.resolve("shared"));
    open(folder);
    open(shared);
    Path path = shared.resolve("people.txt");
    database.execute(
        "SELECT * FROM people ORDER BY id INTO OUTFILE '"
            + path
            + "' CHARACTER SET utf8mb4 "
            + options);
    // Written by the server's user, who alone may read it.
    CsvFile file = Csv.file(folder, "people.txt", Csv.bytes(path));
    CsvFormat format = CsvFormat.detect(file, Csv.dump(folder, Optional.empty(), NAMES));
    List<List<String>> expected = new ArrayList<>(expected());
    if (!quoted) {
      expected.set(3, List.of("4", "\"", "a\nb"));
    }
    assertThat(read(file, format)).isEqualTo(expected);

    rewrite(file, format);

    database.execute("CREATE TABLE loaded (id INT, name VARCHAR(99), note TEXT)");
    Path again = Files.copy(file.path(), shared.resolve("again.txt"));
    open(again);
    database.execute(
        "LOAD DATA INFILE '" + again + "' INTO TABLE loaded CHARACTER SET utf8mb4 " + options);
    assertLoaded(database);
  }

  /**
   * MariaDB marks only the breaks that it ends lines with: the rest of a cell would stay behind.
   */
  @Test
  void outfileWithOtherLineBreaksInCellsIsRefused() throws IOException {
    TestDatabase database = Engine.MARIADB.fresh(folder);
    fill(database);
    Path shared = Files.createDirectories(folder.resolve("shared"));
    open(folder);
    open(shared);
    Path path = shared.resolve("people.txt");
    database.execute("SELECT * FROM people ORDER BY id INTO OUTFILE '" + path + "'");
    CsvFile file = Csv.file(folder, "people.txt", Csv.bytes(path));
    CsvFormat format = CsvFormat.detect(file, Csv.dump(folder, Optional.empty(), NAMES));

    assertThatThrownBy(() -> CsvRewriter.prepare(file, format, row -> new Edit.Drop()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("people.txt:5: the record that begins here ends with another");
    assertThat(Csv.bytes(file.path())).isEqualTo(Csv.bytes(path));
  }

  private static void open(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }
}
