package kz.umyt.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import org.jspecify.annotations.Nullable;

/**
 * A job's registers as they are now: people write into them while a run is at work, and whoever is
 * blocked or held at midnight must not be destroyed at four.
 */
public final class LiveRegisters {

  private final Job.Registers files;
  private final LocalDate asOf;
  private final Supplier<LocalDate> today;
  private List<Stamp> stamps = List.of();
  private @Nullable ActiveRegisters current;
  private LocalDate lastDay = LocalDate.MIN;

  /** What changes with a file's content. */
  private record Stamp(long size, long modified, String key) {}

  /**
   * The registers of a job, for decisions as of one day.
   *
   * @param today the day on which they are carried out: a hold or a block that has begun since the
   *     day of the decision keeps, too
   */
  public LiveRegisters(Job.Registers files, LocalDate asOf, Supplier<LocalDate> today) {
    this.files = files;
    this.asOf = asOf;
    this.today = today;
  }

  /** The registers of a job, for decisions that are carried out on a clock's day. */
  public static LiveRegisters of(Job job, LocalDate asOf, Clock clock) {
    return new LiveRegisters(
        job.registers(), asOf, () -> LocalDate.ofInstant(clock.instant(), job.zone()));
  }

  /**
   * The entries in force; the same object as before where no file has changed.
   *
   * @throws kz.umyt.settings.SettingsException if a register is missing or wrong
   */
  public synchronized ActiveRegisters current() {
    // Taken before the files are read: a change in between is seen the next time.
    List<Stamp> now =
        Stream.of(files.holds(), files.blocks(), files.withdrawals())
            .flatMap(Optional::stream)
            .map(Located::value)
            .map(LiveRegisters::stamp)
            .toList();
    ActiveRegisters known = current;
    LocalDate last = today.get();
    if (known == null || !now.equals(stamps) || !last.equals(lastDay)) {
      known = ActiveRegisters.read(files, asOf, last.isAfter(asOf) ? last : asOf);
      current = known;
      stamps = now;
      lastDay = last;
    }
    return known;
  }

  private static Stamp stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(
          attributes.size(),
          attributes.lastModifiedTime().toMillis(),
          String.valueOf(attributes.fileKey()));
    } catch (NoSuchFileException missing) {
      // Reading it says so in better words.
      return new Stamp(-1, -1, "");
    } catch (IOException failure) {
      throw new UncheckedIOException("register " + file + " cannot be looked at", failure);
    }
  }
}
