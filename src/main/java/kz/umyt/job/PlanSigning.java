package kz.umyt.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.umyt.ledger.DiskException;
import kz.umyt.ledger.InstallationKey;
import kz.umyt.ledger.PlanSignatures;
import kz.umyt.ledger.PlanSignatures.Role;
import kz.umyt.ledger.SigningKey;
import kz.umyt.ledger.VerifyingKey;
import kz.umyt.plan.ApprovedPlan;
import kz.umyt.plan.RefusedException;
import kz.umyt.report.PlanReader;
import kz.umyt.settings.Approver;
import kz.umyt.settings.NearestName;
import kz.umyt.settings.SettingsException;

/** Signs plans: whoever made one, and whoever approves it. */
public final class PlanSigning {

  private final Clock clock;

  public PlanSigning(Clock clock) {
    this.clock = clock;
  }

  /**
   * Makes sure that the installation has a key to sign with, and makes one where there is none.
   *
   * @throws kz.umyt.ledger.KeyException if the key is damaged or cannot be written
   */
  public void requireKey(Home home) {
    new InstallationKey(home.keys()).signing();
  }

  /**
   * Signs a plan that was just written, with the key of the installation, so that nobody can alter
   * it before it is approved. What was signed before in that place is gone.
   *
   * @param sha256 of the plan's file
   * @param who such as {@code user@host}
   */
  public void sign(Path plan, String sha256, Home home, String who) throws IOException {
    InstallationKey key = new InstallationKey(home.keys());
    PlanSignatures.none(sha256)
        .with(
            Role.RUNNER,
            who,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            key.signing(),
            key.verifying())
        .write(PlanSignatures.beside(plan));
  }

  /**
   * Approves a plan.
   *
   * @param keyFile the private key of the person who approves it
   * @param name of that person, as {@code config/approvers.yaml} lists it
   * @return what was approved, and whose approval this one replaces
   * @throws SettingsException if a file is not what it should be, or the name or key is not listed
   * @throws RefusedException if the plan was altered, or the key is the one that made it
   */
  public Approved approve(Path plan, Path keyFile, String name, List<Approver> approvers) {
    ApprovedPlan read = read(plan);
    Path file = PlanSignatures.beside(plan);
    PlanSignatures signatures =
        PlanSignatures.read(file)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "there is no "
                            + file
                            + ": a plan needs an approval only if its job says approval: per-plan,"
                            + " and the file is written with it"));
    PlanSignatures.Signed maker =
        signatures
            .in(Role.RUNNER)
            .filter(signed -> signatures.plan().equals(read.sha256()))
            .filter(signatures::isGood)
            .orElseThrow(
                () ->
                    new RefusedException(
                        plan + " is not as it was made; make the plan again with umyt plan"));
    VerifyingKey listed = listed(name, approvers);
    if (listed.equals(maker.key())) {
      throw new RefusedException(
          "'" + name + "' has the key that made the plan; a second person must approve it");
    }
    PlanSignatures signed =
        signatures.with(
            Role.APPROVER,
            name,
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            SigningKey.read(keyFile),
            listed);
    if (!signed.isGood(signed.in(Role.APPROVER).orElseThrow())) {
      throw new SettingsException(
          "the key in " + keyFile + " is not the one that config/approvers.yaml lists for " + name);
    }
    try {
      signed.write(file);
    } catch (IOException failure) {
      throw new SettingsException(
          file
              + " cannot be written: "
              + DiskException.why(file, failure).orElse("the system refuses it"));
    }
    return new Approved(
        read,
        signatures
            .in(Role.APPROVER)
            .map(PlanSignatures.Signed::name)
            .filter(before -> !before.equals(name)));
  }

  /**
   * A plan that somebody has approved.
   *
   * @param replaced who had approved it before; a plan has one approval
   */
  public record Approved(ApprovedPlan plan, Optional<String> replaced) {}

  /**
   * Reads a plan's file.
   *
   * @throws SettingsException if it cannot be read or is no plan
   */
  static ApprovedPlan read(Path plan) {
    try {
      return PlanReader.read(plan);
    } catch (IOException failure) {
      throw new SettingsException(
          plan
              + " cannot be used as a plan: "
              + failure.getMessage()
              + "; make one with umyt plan");
    }
  }

  private static VerifyingKey listed(String name, List<Approver> approvers) {
    return approvers.stream()
        .filter(approver -> approver.name().value().equals(name))
        .findFirst()
        .flatMap(approver -> VerifyingKey.of(approver.key()))
        .orElseThrow(
            () ->
                new SettingsException(
                    "config/approvers.yaml lists nobody called '"
                        + name
                        + "'"
                        + NearestName.hint(
                            name,
                            approvers.stream().map(approver -> approver.name().value()).toList())
                        + "; umyt keys new makes a key and says what to write there"));
  }
}
