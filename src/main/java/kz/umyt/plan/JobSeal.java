package kz.umyt.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.umyt.plan.Seal.Part;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;

/** What an approval rests on for the whole job, with every variable filled in. */
public final class JobSeal {
  private JobSeal() {}

  /**
   * The parts.
   *
   * @param recognizers digest of the recognizers' files
   */
  public static Map<Part, String> of(Job job, Policy policy, String recognizers) {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    parts.put(Part.JOB, job.sha256());
    parts.put(Part.POLICY, policy.sha256());
    parts.put(Part.RECOGNIZERS, recognizers);
    parts.put(Part.ZONE, job.zone().getId());
    parts.put(Part.LEAVE, leave(job));
    parts.put(Part.KEY, job.key().word());
    Job.Registers registers = job.registers();
    StringBuilder files = new StringBuilder();
    registers.withdrawals().ifPresent(file -> files.append("withdrawals ").append(file));
    registers.blocks().ifPresent(file -> files.append(" blocks ").append(file));
    registers.holds().ifPresent(file -> files.append(" holds ").append(file));
    parts.put(Part.REGISTERS, files.toString().strip());
    return parts;
  }

  private static String leave(Job job) {
    String tolerance =
        job.approval() instanceof Job.Approval.PerPlan perPlan
            ? "tolerance " + perPlan.tolerance()
            : "standing";
    Job.Limits limits = job.limits();
    return tolerance
        + ", max-rows "
        + word(limits.maxRows())
        + ", max-share "
        + word(limits.maxShare())
        + ", max-times-usual "
        + word(limits.maxTimesUsual());
  }

  private static String word(Optional<?> limit) {
    return limit.map(Object::toString).orElse("none");
  }
}
