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
import kz.umyt.plan.Preview;

/** Writes a plan as one HTML file in Russian, Kazakh and English that needs nothing else. */
public final class PlanHtml {

  private PlanHtml() {}

  /**
   * Writes the plan whole or not at all, for the person who says yes or no to it: no script, no
   * outside resource; it prints on A4 in the language that is shown. Everything that comes from
   * settings and databases is escaped and characters without shape are made visible.
   *
   * @return lower-case hex SHA-256 of the bytes written
   * @throws IOException if the file cannot be written; the old one, if any, is still whole
   */
  public static String write(Preview preview, Path file) throws IOException {
    return DurableFile.write(file, html(preview).getBytes(StandardCharsets.UTF_8));
  }

  static String html(Preview preview) {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, PlanHtml.class.getClassLoader(), "kz.umyt.report.templates");
    List<PlanView> views =
        Arrays.stream(Language.values()).map(language -> PlanView.of(preview, language)).toList();
    TemplateOutput page = new StringOutput();
    engine.render("plan/page.jte", views, page);
    return VisibleControls.of(page.toString());
  }
}
