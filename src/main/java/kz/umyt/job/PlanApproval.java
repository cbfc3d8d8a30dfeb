package kz.umyt.job;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.umyt.ledger.InstallationKey;
import kz.umyt.ledger.KeyException;
import kz.umyt.ledger.PlanSignatures;
import kz.umyt.ledger.PlanSignatures.Role;
import kz.umyt.ledger.PlanSignatures.Signed;
import kz.umyt.ledger.VerifyingKey;
import kz.umyt.plan.ApprovedPlan;
import kz.umyt.plan.RefusedException;
import kz.umyt.settings.Approver;

/**
 * A plan that was made here and that a second person has signed.
 *
 * @param file of the plan; its signatures lie beside it
 * @param approver name of that person
 * @param key fingerprint of that person's key
 */
record PlanApproval(Path file, ApprovedPlan plan, String approver, String key, Instant time) {

  /**
   * Reads a plan and makes sure that it may be carried out.
   *
   * @throws kz.umyt.settings.SettingsException if the file cannot be read or is no plan
   * @throws RefusedException if it is another job's, was altered, or lacks a good signature
   */
  static PlanApproval of(Path file, String job, List<Approver> approvers, InstallationKey runner) {
    ApprovedPlan plan = PlanSigning.read(file);
    require(
        plan.job().equals(job),
        file
            + " is a plan of job '"
            + plan.job()
            + "', not of '"
            + job
            + "'; give that of this job");
    PlanSignatures signatures =
        signatures(file)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "there is no "
                            + PlanSignatures.beside(file)
                            + " with the plan; keep the two together, or make the plan again"
                            + untouched()));
    require(
        signatures.plan().equals(plan.sha256()),
        file + " is not as it was signed; make the plan again with umyt plan");
    Signed ours = good(signatures, Role.RUNNER, file + " was not made by this installation");
    require(
        ours.key().equals(runner.verifying()),
        file + " was made by another installation; make the plan here, with umyt plan");
    Signed theirs =
        good(
            signatures,
            Role.APPROVER,
            "nobody has approved "
                + file
                + "; a person who is listed in config/approvers.yaml must: umyt approve "
                + file
                + " --key FILE --as NAME");
    require(
        !theirs.key().equals(ours.key()),
        file + " is approved with the key of this installation; a second person must approve it");
    require(
        approvers.stream().anyMatch(approver -> isSame(approver, theirs)),
        file
            + " is approved by '"
            + theirs.name()
            + "', whom config/approvers.yaml does not list with this key; have it approved by"
            + " somebody who is listed");
    return new PlanApproval(file, plan, theirs.name(), theirs.key().fingerprint(), theirs.time());
  }

  private static Optional<PlanSignatures> signatures(Path plan) {
    try {
      return PlanSignatures.read(PlanSignatures.beside(plan));
    } catch (KeyException damaged) {
      throw new RefusedException(damaged.getMessage() + untouched());
    }
  }

  private static boolean isSame(Approver approver, Signed signed) {
    return approver.name().value().equals(signed.name())
        && VerifyingKey.of(approver.key()).map(signed.key()::equals).orElse(false);
  }

  private static Signed good(PlanSignatures signatures, Role role, String otherwise) {
    Signed signed =
        signatures.in(role).orElseThrow(() -> new RefusedException(otherwise + untouched()));
    require(
        signatures.isGood(signed),
        "the signature of '"
            + signed.name()
            + "' does not fit the plan; "
            + (role == Role.RUNNER ? "make it again with umyt plan" : "have it signed again"));
    return signed;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new RefusedException(otherwise + untouched());
    }
  }

  private static String untouched() {
    return "; nothing was touched this time";
  }
}
