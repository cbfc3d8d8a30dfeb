package kz.umyt.plan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;

/**
 * A plan with everything that a person needs to say yes or no to it.
 *
 * @param seal what an approval rests on
 * @param outlooks one for each target of the plan, in their order
 * @param remarks what concerns the whole job
 * @param refusal why a run would refuse the plan as it is; absent where it would not
 */
public record Preview(
    Plan plan,
    Seal seal,
    Origin origin,
    Job.Approval approval,
    Job.Limits limits,
    Policy.Organisation organisation,
    Policy.Document document,
    List<Outlook> outlooks,
    List<String> remarks,
    Optional<String> refusal) {

  public Preview {
    outlooks = List.copyOf(outlooks);
    remarks = List.copyOf(remarks);
  }

  /**
   * Who made the plan, and with what.
   *
   * @param user of the operating system
   * @param application name and version of this tool
   */
  public record Origin(OffsetDateTime created, String user, String host, String application) {}
}
