package kz.umyt.report;

import gg.jte.TemplateOutput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes a page piece by piece as UTF-8, with characters without shape made visible, so that a map
 * of many thousand columns is in memory once and not as text, copy and bytes.
 */
final class PageOutput implements TemplateOutput {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

  @Override
  public void writeContent(String piece) {
    bytes.writeBytes(VisibleControls.of(piece).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void writeContent(String text, int begin, int end) {
    writeContent(text.substring(begin, end));
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
