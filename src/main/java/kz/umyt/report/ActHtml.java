package kz.umyt.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes the Act as one HTML file in Russian, Kazakh and English that needs nothing else. */
public final class ActHtml {

  private ActHtml() {}

  /**
   * Writes the Act whole or not at all: no script, no outside resource; it prints on A4 in the
   * language that is shown. Everything that comes from settings is escaped and characters without
   * shape are made visible. It quotes the digest of the {@code act.json} of the same Act.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(Act act, Path file) throws IOException {
    return DurableFile.write(file, html(act).getBytes(StandardCharsets.UTF_8));
  }

  static String html(Act act) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ActHtml.class.getClassLoader(), "kz.umyt.report.templates");
    List<ActView> views =
        Arrays.stream(Language.values()).map(language -> ActView.of(act, language)).toList();
    TemplateOutput page = new StringOutput();
    engine.render("act.jte", views, page);
    return VisibleControls.of(page.toString());
  }
}
