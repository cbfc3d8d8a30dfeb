package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import kz.umyt.plan.Plan;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the first attempt of a run decided, kept in the home folder until the run has ended: later
 * attempts report against these counts. Its digest stands in the ledger.
 */
final class RunState {

  private final Path file;
  private final JsonMapper mapper = JsonMapper.builder().build();

  RunState(Path home, String run) {
    this.file = home.resolve("runs").resolve(run).resolve("planned.json");
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

  void delete() {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(file.getParent());
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be deleted", failure);
    }
  }
}
