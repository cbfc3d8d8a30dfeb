package kz.umyt.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import kz.umyt.job.RunResult;
import kz.umyt.plan.Plan;
import kz.umyt.plan.PlannedTarget;
import kz.umyt.plan.Waiting;
import kz.umyt.report.Act;
import tools.jackson.databind.json.JsonMapper;

/** How a run ended, for a terminal and for a script. */
final class RunReport {
  private RunReport() {}

  static int exitCode(RunResult result) {
    return switch (result.status()) {
      case VERIFIED, NOTHING_DUE -> ExitCode.DONE;
      case NEEDS_PERSON -> ExitCode.NEEDS_PERSON;
      case FAILED_VERIFICATION -> ExitCode.NOT_VERIFIED;
      case STOPPED -> ExitCode.STOPPED;
    };
  }

  static String json(RunResult result, int exitCode) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("job", result.plan().job());
    object.put("run", result.run());
    object.put("asOf", result.plan().asOf().toString());
    object.put("status", result.status().name());
    object.put("exitCode", exitCode);
    object.put("resumed", result.resumed());
    object.put("due", result.plan().due());
    if (!result.targets().isEmpty()) {
      object.put("destroyed", sum(result, Act.ActTarget::destroyed));
      object.put("anonymized", sum(result, Act.ActTarget::anonymized));
      object.put("failed", sum(result, Act.ActTarget::failed));
      object.put("remaining", sum(result, Act.ActTarget::remaining));
      object.put("postponed", sum(result, Act.ActTarget::postponed));
      object.put("residue", sum(result, Act.ActTarget::residue));
    }
    object.put("held", result.plan().targets().stream().mapToLong(PlannedTarget::held).sum());
    object.put("blocked", result.plan().targets().stream().mapToLong(PlannedTarget::blocked).sum());
    object.put(
        "undecidable",
        result.plan().targets().stream().mapToLong(PlannedTarget::undecidable).sum());
    result.actJson().ifPresent(path -> object.put("act", path.toString()));
    return JsonMapper.builder().build().writeValueAsString(object);
  }

  private static long sum(RunResult result, ToLongFunction<Act.ActTarget> count) {
    return result.targets().stream().mapToLong(count).sum();
  }

  static void print(RunResult result, PrintStream out) {
    if (result.resumed()) {
      out.println("Went on with run " + result.run() + ".");
    }
    switch (result.status()) {
      case STOPPED ->
          out.println(
              "Stopped ("
                  + result.stopReason().orElse("asked to")
                  + "). Run the job again: it goes on where it stopped.");
      case NOTHING_DUE -> out.println(nothingDue(result.plan()));
      default -> {
        if (!result.targets().isEmpty()) {
          printTargets(result.targets(), out);
        }
        if (result.actJson().isEmpty()) {
          out.println(
              result.plan().due() == 0
                  ? nothingDue(result.plan())
                  : "Nothing was changed: no Act was written.");
        }
      }
    }
    printAttention(result, out);
    result
        .actJson()
        .map(Path::getParent)
        .ifPresent(folder -> out.println("Act: " + folder.resolve("act.html")));
  }

  private static String nothingDue(Plan plan) {
    if (plan.targets().stream().anyMatch(target -> !target.confirmed() && target.due() > 0)) {
      return "What is due as of "
          + plan.asOf()
          + " waits for a person: nothing was destroyed, no Act was written.";
    }
    return "Nothing is due as of " + plan.asOf() + ": nothing was destroyed, no Act was written.";
  }

  private static void printTargets(List<Act.ActTarget> targets, PrintStream out) {
    TextTable table =
        new TextTable("target", "action", "due", "changed", "failed", "remaining", "residue");
    for (Act.ActTarget target : targets) {
      table.add(
          target.planned().source() + ": " + target.planned().target(),
          target.planned().action(),
          target.planned().due(),
          target.destroyed() + target.anonymized(),
          target.failed(),
          target.remaining(),
          target.residue());
    }
    table.print(out);
    for (Act.ActTarget target : targets) {
      for (Act.Failure failure : target.failures()) {
        out.println(
            "  " + target.planned().target() + ": " + failure.records() + " × " + failure.reason());
      }
      for (Waiting waiting : target.proof().postponed()) {
        out.println(
            "  "
                + target.planned().target()
                + ": "
                + waiting.records()
                + " wait: "
                + waiting.reason());
      }
      target
          .proof()
          .cleanUp()
          .flatMap(Act.CleanUp::obstacle)
          .ifPresent(
              why -> out.println("  " + target.planned().target() + ": files not cleaned: " + why));
    }
  }

  private static void printRecognizable(Act.ActTarget target, PrintStream out) {
    target
        .proof()
        .identity()
        .filter(risk -> !risk.isMet())
        .ifPresent(
            risk ->
                out.println(
                    "Needs a person: "
                        + target.planned().target()
                        + ": the job asks that at least "
                        + risk.requireK().orElseThrow()
                        + " anonymized records are alike in "
                        + String.join(", ", risk.columns())
                        + (risk.gap().isPresent()
                            ? "; that could not be counted (" + risk.gap().get() + ")."
                            : "; "
                                + risk.below()
                                + " stand in smaller groups, the smallest of "
                                + risk.k()
                                + ". Generalize these columns further, or empty them.")));
  }

  private static String clocks(PlannedTarget target) {
    return target.rules().stream()
        .map(PlannedTarget.PlannedRule::clock)
        .distinct()
        .collect(Collectors.joining(", or "));
  }

  /** What a person must look at, whatever else happened. */
  private static void printAttention(RunResult result, PrintStream out) {
    result.targets().forEach(target -> printRecognizable(target, out));
    for (PlannedTarget target : result.plan().targets()) {
      if (target.undecidable() > 0) {
        out.println(
            "Needs a person: "
                + target.target()
                + ": "
                + target.undecidable()
                + " cannot be decided ("
                + clocks(target)
                + " has no value that makes sense, or the hold condition is neither true nor"
                + " false); not touched.");
      }
      if (target.conflict() > 0) {
        out.println(
            "Needs a person: "
                + target.target()
                + ": "
                + target.conflict()
                + " are past one term of the policy, while another one keeps them; not touched.");
      }
      for (String why : target.unread()) {
        out.println("Needs a person: " + target.target() + ": not read: " + why);
      }
      if (!target.confirmed()) {
        out.println(
            "Needs a person: "
                + target.target()
                + ": nothing was done to its "
                + target.due()
                + " due records:");
        target.remarks().forEach(remark -> out.println("  " + remark));
      }
    }
  }
}
