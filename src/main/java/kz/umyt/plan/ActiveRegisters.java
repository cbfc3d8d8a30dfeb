package kz.umyt.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Register;
import kz.umyt.settings.RegisterEntry;

/**
 * The entries of a job's registers that are in force on one day.
 *
 * @param hasHolds whether the job has a holds register, however empty
 * @param hasBlocks whether the job has a blocks register, however empty
 */
public record ActiveRegisters(
    boolean hasHolds,
    boolean hasBlocks,
    List<RegisterEntry> holds,
    List<RegisterEntry> blocks,
    List<RegisterEntry> withdrawals) {

  /** Reads the registers from disk. */
  public static ActiveRegisters read(Job.Registers registers, LocalDate asOf) {
    return new ActiveRegisters(
        registers.holds().isPresent(),
        registers.blocks().isPresent(),
        inForce(registers.holds(), Register.Kind.HOLDS, asOf),
        inForce(registers.blocks(), Register.Kind.BLOCKS, asOf),
        registers
            .withdrawals()
            .map(file -> Register.read(file, Register.Kind.WITHDRAWALS))
            .orElse(List.of()));
  }

  private static List<RegisterEntry> inForce(
      Optional<Located<Path>> file, Register.Kind kind, LocalDate asOf) {
    return file.map(path -> Register.read(path, kind)).orElse(List.of()).stream()
        .filter(entry -> !entry.from().isAfter(asOf))
        .filter(entry -> entry.to().map(to -> !to.isBefore(asOf)).orElse(true))
        .toList();
  }
}
