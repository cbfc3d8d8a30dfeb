package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.umyt.ledger.PlanSignatures;
import kz.umyt.plan.Plan;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the first attempt of a run decided, kept in the home folder until the run has ended: later
 * attempts report against these counts. Its digest stands in the ledger.
 */
final class RunState {

  private final Path file;
  private final Path approved;
  private final Path handledBefore;
  private final JsonMapper mapper = JsonMapper.builder().build();

  RunState(Path home, String run) {
    Path folder = home.resolve("runs").resolve(run);
    this.file = folder.resolve("planned.json");
    this.approved = folder.resolve("approved.json");
    this.handledBefore = folder.resolve("handled-before.json");
  }

  /** Writes the plan durably. */
  void write(Plan plan) {
    try {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, mapper.writeValueAsBytes(plan));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be written", failure);
    }
  }

  /** Reads the plan of the run's first attempt. */
  Plan read() {
    return mapper.readValue(file, Plan.class);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Keeps the plan that was approved, with its signatures, for later attempts.
   *
   * @param handled records that earlier attempts had handled when it was made, by target
   */
  void keepApproved(Path plan, Map<String, Long> handled) {
    try {
      Files.createDirectories(approved.getParent());
      Files.write(handledBefore, mapper.writeValueAsBytes(handled));
      copy(PlanSignatures.beside(plan), PlanSignatures.beside(approved));
      copy(plan, approved);
    } catch (IOException failure) {
      throw new UncheckedIOException(approved + " cannot be written", failure);
    }
  }

  /** Records that had been handled when the plan was made that was approved, by target. */
  Map<String, Long> handledBeforeApproval() {
    if (!Files.exists(handledBefore)) {
      return Map.of();
    }
    Map<String, Long> handled = new HashMap<>();
    mapper
        .readTree(handledBefore)
        .properties()
        .forEach(target -> handled.put(target.getKey(), target.getValue().asLong()));
    return handled;
  }

  /** Whether a plan is the one that was approved for this run. */
  boolean isApproved(Path plan) {
    try {
      return Files.exists(approved) && Files.mismatch(plan, approved) < 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(approved + " cannot be read", failure);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!from.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize())) {
      Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The plan that was approved for this run; absent where it needed no approval. */
  Optional<Path> approved() {
    return Files.exists(approved) ? Optional.of(approved) : Optional.empty();
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(approved);
      Files.deleteIfExists(handledBefore);
      Files.deleteIfExists(PlanSignatures.beside(approved));
      Files.deleteIfExists(file.getParent());
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be deleted", failure);
    }
  }
}
