package kz.umyt.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Register;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.settings.RegisterEntry.Whose;
import kz.umyt.settings.Target;

/**
 * The entries of a job's registers that are in force on the day of a decision, or have come into
 * force until the day on which it is carried out.
 *
 * @param hasHolds whether the job has a holds register, however empty
 * @param hasBlocks whether the job has a blocks register, however empty
 * @param holds of people
 * @param heldRecords holds of single records, and of whole tables and files
 */
public record ActiveRegisters(
    boolean hasHolds,
    boolean hasBlocks,
    List<RegisterEntry> holds,
    List<HeldRecords> heldRecords,
    List<RegisterEntry> blocks,
    List<RegisterEntry> withdrawals) {

  /** A hold of records, and the line that it stands on. */
  public record HeldRecords(Whose.Records records, RegisterEntry line) {}

  /**
   * Reads the registers from disk.
   *
   * @param asOf the day of the decision
   * @param until the day on which it is carried out, not before
   */
  static ActiveRegisters read(Job.Registers registers, LocalDate asOf, LocalDate until) {
    List<RegisterEntry> holds = inForce(registers.holds(), Register.Kind.HOLDS, asOf, until);
    return new ActiveRegisters(
        registers.holds().isPresent(),
        registers.blocks().isPresent(),
        holds.stream().filter(hold -> hold.subject().isPresent()).toList(),
        holds.stream().flatMap(ActiveRegisters::records).toList(),
        inForce(registers.blocks(), Register.Kind.BLOCKS, asOf, until),
        registers
            .withdrawals()
            .map(file -> Register.read(file, Register.Kind.WITHDRAWALS))
            .orElse(List.of()));
  }

  private static Stream<HeldRecords> records(RegisterEntry hold) {
    return hold.whose() instanceof Whose.Records records
        ? Stream.of(new HeldRecords(records, hold))
        : Stream.empty();
  }

  private static List<RegisterEntry> inForce(
      Optional<Located<Path>> file, Register.Kind kind, LocalDate asOf, LocalDate until) {
    return file.map(path -> Register.read(path, kind)).orElse(List.of()).stream()
        .filter(entry -> !entry.from().isAfter(until))
        .filter(entry -> entry.to().map(to -> !to.isBefore(asOf)).orElse(true))
        .toList();
  }

  /** Holds of records in one table or file. */
  List<HeldRecords> heldIn(Predicate<String> isMeant) {
    return heldRecords.stream().filter(held -> isMeant.test(held.records().table())).toList();
  }

  /** The withdrawals that concern a target: for everything, or for a purpose that it serves. */
  List<RegisterEntry> withdrawals(Target target) {
    List<String> purposes =
        target.purposes().stream().map(purpose -> folded(purpose.value())).toList();
    return withdrawals.stream()
        .filter(
            entry ->
                entry.purpose().map(purpose -> purposes.contains(folded(purpose))).orElse(true))
        .toList();
  }

  /** Purposes are compared as people write them. */
  static String folded(String purpose) {
    return purpose.strip().toLowerCase(Locale.ROOT);
  }
}
