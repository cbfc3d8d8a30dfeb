package kz.umyt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.umyt.Fork;
import kz.umyt.cli.demo.SampleCompany;
import kz.umyt.cli.demo.Truth;

/** A home folder with the sample company in it. */
record SampleHome(Path folder) {

  private static final Path BUILD = Fork.own(Path.of("target", "it")).toAbsolutePath();

  /** A company on which nothing was ever run, and what is true of it. */
  record Built(SampleHome home, Truth truth) {}

  /** A company on which {@code umyt demo} was run once, and what that said. */
  record Shown(SampleHome home, UmytProcess.Ended demo) {}

  /** Made once for all tests, which must not change it. */
  static Built built() {
    return Before.BUILT;
  }

  /** Made once for all tests, which must not change it. */
  static Shown shown() {
    return After.SHOWN;
  }

  private static final class Before {
    static final Built BUILT = build(fresh("before"));
  }

  private static final class After {
    static final Shown SHOWN = show(fresh("after"));
  }

  private static Built build(Path home) {
    Path demo = home.resolve("demo");
    try {
      Truth truth = new SampleCompany(Path.of("sample-data", "alatau-net")).write(demo);
      SampleHome built = new SampleHome(home);
      try (Connection connection = built.connect("");
          Statement statement = connection.createStatement()) {
        statement.execute("RUNSCRIPT FROM '" + demo.resolve("crm.sql") + "' CHARSET 'UTF-8'");
      }
      Files.delete(demo.resolve("crm.sql"));
      return new Built(built, truth);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Shown show(Path home) {
    return new Shown(new SampleHome(home), new UmytProcess().run("demo", "--home", home));
  }

  private static Path fresh(String name) {
    Path folder = BUILD.resolve(name);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> paths = Files.walk(folder)) {
          for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
            Files.delete(path);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same home in another place, to be changed there. */
  SampleHome copyTo(Path target) throws IOException {
    copy(folder, target);
    return new SampleHome(target);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path copied = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(path, copied);
        }
      }
    }
  }

  Path ledger() {
    return folder.resolve("ledger.jsonl");
  }

  Path exports() {
    return folder.resolve("demo").resolve("exports");
  }

  /** The Act of the one run that wrote one. */
  Path act() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.filter(file -> file.endsWith("act.json")).findFirst().orElseThrow();
    }
  }

  long acts() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      return files.filter(file -> file.endsWith("act.json")).count();
    }
  }

  Connection connect() throws SQLException {
    return connect(";IFEXISTS=TRUE");
  }

  private Connection connect(String more) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:h2:file:" + folder.resolve("demo").resolve("crm") + more, "sa", "");
  }

  /**
   * Everything that a command which is refused must leave as it was.
   *
   * @param database digest of all statements that make the database
   * @param files digests by path below the demo folder
   * @param ledger its text, empty where there is none
   */
  record State(String database, Map<String, String> files, String ledger) {}

  State state() {
    Path demo = folder.resolve("demo");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(demo)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = demo.relativize(path).toString();
        if (!name.startsWith("crm.")) {
          files.put(name, digest(path));
        }
      }
      return new State(database(), files, Files.exists(ledger()) ? Files.readString(ledger()) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String database() throws SQLException {
    MessageDigest digest = sha256();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet script = statement.executeQuery("SCRIPT")) {
      while (script.next()) {
        digest.update(script.getString(1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      digest.update(in.readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
