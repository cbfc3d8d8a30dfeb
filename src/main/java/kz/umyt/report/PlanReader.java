package kz.umyt.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.plan.ApprovedPlan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a {@code plan.json} back, as far as it binds whoever carries it out. */
public final class PlanReader {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** A plan of a thousand targets is some megabytes; what is larger is another file. */
  private static final long LONGEST = 64L << 20;

  private PlanReader() {}

  /**
   * The plan in a file.
   *
   * @throws IOException if it cannot be read, or is no plan; the message says what is wrong, and
   *     holds nothing of the file
   */
  public static ApprovedPlan read(Path file) throws IOException {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IOException("it is too large for a plan");
      }
      byte[] bytes = Files.readAllBytes(file);
      return plan(JsonPlace.root(MAPPER.readTree(bytes)), DurableFile.sha256(bytes));
    } catch (JacksonException damage) {
      // Its message quotes the file.
      throw new IOException("it is no JSON");
    } catch (FileSystemException unreadable) {
      throw new IOException("it cannot be opened; check the path and who may read it", unreadable);
    }
  }

  private static ApprovedPlan plan(JsonPlace root, String sha256) throws IOException {
    Map<String, Map<Seal.Part, String>> seals = new LinkedHashMap<>();
    List<ApprovedPlan.ApprovedTarget> targets =
        root.required("targets")
            .elements(
                target -> {
                  String id =
                      PlannedTarget.id(
                          target.text("source"), target.text("target"), target.text("retention"));
                  seals.put(id, seal(target));
                  return new ApprovedPlan.ApprovedTarget(
                      id,
                      target.text("target"),
                      target.text("action"),
                      Math.max(
                          0, target.count("due").orElse(0) - target.count("postponed").orElse(0)));
                });
    return new ApprovedPlan(
        sha256, root.text("job"), day(root.text("asOf")), new Seal(seal(root), seals), targets);
  }

  private static Map<Seal.Part, String> seal(JsonPlace of) throws IOException {
    JsonPlace seal = of.required("seal");
    Map<Seal.Part, String> parts = new EnumMap<>(Seal.Part.class);
    for (Seal.Part part : Seal.Part.values()) {
      seal.optionalText(part.word()).ifPresent(value -> parts.put(part, value));
    }
    return parts;
  }

  private static LocalDate day(String text) throws IOException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      throw new IOException("\"asOf\" is no day");
    }
  }
}
