package kz.umyt.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import kz.umyt.discover.ScanResult;

/** Writes the inventory as one HTML file in Russian, Kazakh and English that needs nothing else. */
public final class InventoryHtml {

  private static final String SCRIPT = "inventory.js";

  private InventoryHtml() {}

  /**
   * Writes the page whole or not at all: complete without script, filtered and searched with its
   * own one, which its content security policy lets run and no other; no outside resource. Names
   * that come from sources are escaped and characters without shape are made visible.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(ScanResult result, RecognizerNotes notes, Path file)
      throws IOException {
    return DurableFile.write(file, bytes(result, notes));
  }

  static byte[] bytes(ScanResult result, RecognizerNotes notes) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            InventoryHtml.class.getClassLoader(),
            "kz.umyt.report.templates");
    InventoryMap map = InventoryMap.of(result.inventory());
    List<InventoryView> views =
        Arrays.stream(Language.values())
            .map(language -> InventoryView.of(result, map, notes, language))
            .toList();
    byte[] script = script();
    PageOutput page = new PageOutput();
    engine.render(
        "inventory/page.jte",
        new InventoryPage(views, new String(script, StandardCharsets.UTF_8), digest(script)),
        page);
    return page.bytes();
  }

  private static String digest(byte[] script) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(DurableFile.sha256(script)));
  }

  private static byte[] script() {
    try (InputStream bytes = InventoryHtml.class.getResourceAsStream(SCRIPT)) {
      if (bytes == null) {
        throw new IllegalStateException(SCRIPT + " is missing from the program.");
      }
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(SCRIPT + " cannot be read from the program.", e);
    }
  }
}
