package kz.umyt.source.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.Source;

/** What the tests of this room write and read. */
final class Csv {

  static final Position AT = new Position("jobs/exports.yaml", 7, 12);

  private Csv() {}

  static Source.Csv source(Path folder, String... include) {
    return source(folder, Optional.empty(), Optional.empty(), include);
  }

  static Source.Csv source(
      Path folder, Optional<Charset> encoding, Optional<Character> delimiter, String... include) {
    return source(folder, encoding, delimiter, OptionalInt.empty(), include);
  }

  static Source.Csv source(
      Path folder,
      Optional<Charset> encoding,
      Optional<Character> delimiter,
      OptionalInt headerRow,
      String... include) {
    return new Source.Csv(
        new Located<>("exports", new Position("config/sources.yaml", 3, 3)),
        "Exports",
        folder,
        List.of(include),
        encoding,
        delimiter,
        headerRow,
        List.of(),
        false);
  }

  /** A source of files that a database wrote as text, without a header. */
  static Source.Csv dump(Path folder, Optional<Character> delimiter, List<String> header) {
    return new Source.Csv(
        new Located<>("dumps", new Position("config/sources.yaml", 3, 3)),
        "Dumps",
        folder,
        List.of("*"),
        Optional.empty(),
        delimiter,
        OptionalInt.empty(),
        header,
        true);
  }

  static CsvFile file(Path folder, String name, byte[] bytes) {
    Path path = folder.resolve(name);
    write(path, bytes);
    return new CsvFile(path, name);
  }

  static CsvFile file(Path folder, String name, String text, Charset charset) {
    return file(folder, name, text.getBytes(charset));
  }

  static void write(Path path, byte[] bytes) {
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CsvFormat detect(CsvFile file) {
    return CsvFormat.detect(file, source(Path.of("."), "*"));
  }

  static List<CsvRow> rows(CsvFile file) {
    List<CsvRow> rows = new ArrayList<>();
    try (CsvReader reader = CsvReader.open(file, detect(file))) {
      reader.forEach(rows::add);
    }
    return rows;
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream target = new GZIPOutputStream(packed)) {
      target.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] gunzip(byte[] bytes) {
    try (GZIPInputStream source = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return source.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
