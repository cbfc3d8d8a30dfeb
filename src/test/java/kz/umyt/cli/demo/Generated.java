package kz.umyt.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import kz.umyt.Fork;

/** The sample company, generated once for all tests of this room. */
final class Generated {
  static final Path LISTS = Path.of("sample-data", "alatau-net");

  /** Below the build folder: the system's temporary folder may be small. */
  static final Path FOLDER = Fork.own(Path.of("target", "sample-company"));

  static final Truth TRUTH = generate(FOLDER);

  private Generated() {}

  static Truth generate(Path folder) {
    try {
      return new SampleCompany(LISTS).write(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of a file, unpacked if it is packed. */
  static byte[] content(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return plain.readAllBytes();
    }
  }
}
