package kz.umyt.job;

import java.util.List;
import java.util.Map;
import kz.umyt.settings.Approver;
import kz.umyt.settings.Job;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;

/**
 * What is to be done, as the settings say it.
 *
 * @param recognizers digest of the recognizers' files
 * @param approvers who may approve plans
 */
public record Assignment(
    Job job,
    Policy policy,
    Map<String, Source> sources,
    String recognizers,
    List<Approver> approvers) {
  public Assignment {
    approvers = List.copyOf(approvers);
  }
}
