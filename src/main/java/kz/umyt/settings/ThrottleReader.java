package kz.umyt.settings;

import java.time.Duration;
import java.util.Optional;

/** Reads the section {@code throttle} of a job. */
final class ThrottleReader {

  static final Job.Throttle DEFAULT =
      new Job.Throttle(
          Duration.ofSeconds(1),
          Duration.ofMillis(100),
          2,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final int MOST_CONNECTIONS = 8;

  private final BasePath base;

  ThrottleReader(BasePath base) {
    this.base = base;
  }

  Job.Throttle read(Value value) {
    Section section =
        value.section(
            "chunk-time",
            "pause",
            "connections",
            "stop-file",
            "max-replica-lag",
            "max-active-sessions");
    Duration chunkTime =
        section.optional("chunk-time").map(Value::duration).orElse(DEFAULT.chunkTime());
    if (chunkTime.isZero()) {
      section.refuse("chunk-time", "must be longer than nothing");
    }
    return new Job.Throttle(
        chunkTime,
        section.optional("pause").map(Value::duration).orElse(DEFAULT.pause()),
        section
            .optional("connections")
            .map(most -> (int) most.integer(1, MOST_CONNECTIONS))
            .orElse(DEFAULT.connections()),
        section.optional("stop-file").map(file -> base.resolve(file.text())),
        section.optional("max-replica-lag").map(ThrottleReader::lag),
        section.optional("max-active-sessions").map(ThrottleReader::sessions));
  }

  private static Located<Duration> lag(Value value) {
    Duration lag = value.duration();
    // Engines tell it in whole seconds.
    if (lag.toSeconds() < 1) {
      throw value.error("must be at least 1s");
    }
    return new Located<>(lag, value.at());
  }

  private static Located<Long> sessions(Value value) {
    return new Located<>(value.integer(1, 1_000_000), value.at());
  }
}
