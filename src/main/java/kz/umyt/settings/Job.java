package kz.umyt.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One job: a policy applied to targets.
 *
 * @param zone the zone in which days begin and end
 * @param confirm by retention rule
 * @param sha256 lower-case hex digest of the file's bytes
 */
public record Job(
    Located<String> id,
    Located<String> policy,
    ZoneId zone,
    Map<String, Confirmation> confirm,
    Limits limits,
    Optional<Window> window,
    Throttle throttle,
    List<Target> targets,
    Registers registers,
    String file,
    String sha256) {

  /** Who decided a term that the policy's text leaves open. */
  public record Confirmation(Located<Period> term, String decision) {}

  /**
   * What a run may destroy at most.
   *
   * @param maxShare of the records in scope of each target, 0 to 1
   */
  public record Limits(Optional<Long> maxRows, Optional<Double> maxShare) {}

  /** The run stops, between two chunks, when the window ends. */
  public record Window(LocalTime until, ZoneId zone) {}

  /**
   * Keeps production first.
   *
   * @param chunkTime how long one transaction may last
   * @param pause rest between two chunks
   */
  public record Throttle(Duration chunkTime, Duration pause) {}

  /** CSV lists kept by people; paths are absolute. */
  public record Registers(
      Optional<Located<Path>> withdrawals,
      Optional<Located<Path>> blocks,
      Optional<Located<Path>> holds) {}
}
