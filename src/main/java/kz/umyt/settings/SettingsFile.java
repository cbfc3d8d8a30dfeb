package kz.umyt.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file that people wrote. */
final class SettingsFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final byte[] bytes;

  private SettingsFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** A file of the installation. */
  static SettingsFile read(Path file, Path base) {
    return read(file, shown(file, base));
  }

  /** A file that people know under the given name. */
  static SettingsFile read(Path file, String name) {
    if (Files.isDirectory(file)) {
      throw new SettingsException(name + ": is a folder; a file is needed");
    }
    if (!Files.exists(file)) {
      throw new SettingsException(name + ": there is no such file");
    }
    try {
      return new SettingsFile(name, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new SettingsException(name + ": cannot be read; check who may read it");
    }
  }

  /** A path as shown to people: relative to the installation where it lies below it. */
  static String shown(Path file, Path base) {
    Path absolute = file.toAbsolutePath().normalize();
    Path root = base.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return shown.toString().replace('\\', '/');
  }

  String name() {
    return name;
  }

  /** The text, without a byte order mark. */
  String text() {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    // No byte is more than one UTF-16 unit.
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean good = !StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
    String text = out.flip().toString();
    String shown = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (!good) {
      int line = 1 + (int) shown.chars().filter(c -> c == '\n').count();
      int column = 1 + shown.codePointCount(shown.lastIndexOf('\n') + 1, shown.length());
      throw new SettingsException(
          new Position(name, line, column), "is not UTF-8; save the file as UTF-8");
    }
    return shown;
  }

  /** The root of a YAML file. */
  Value yaml(Variables variables) {
    return new Value(YamlParser.parse(text(), name, variables), "the file");
  }

  /** Lower-case hex digest of the bytes. */
  String sha256() {
    return sha256(bytes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
