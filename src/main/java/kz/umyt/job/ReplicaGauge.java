package kz.umyt.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;
import kz.umyt.source.jdbc.ServerLoad;

/** Waits while a replica says that it is behind, or does not answer. */
final class ReplicaGauge implements Gauge {

  static final String KEY = "max-replica-lag";

  private final GaugedServer replica;
  private final Located<String> name;
  private final Located<Duration> most;

  /**
   * A gauge of one replica.
   *
   * @param name as the source that it copies names it
   */
  ReplicaGauge(GaugedServer replica, Located<String> name, Located<Duration> most) {
    this.replica = replica;
    this.name = name;
    this.most = most;
  }

  @Override
  public void require() {
    replica.requireKnown(KEY, most.at());
    replica.requireRight(KEY, most.at(), ServerLoad::rightToSeeReplicas);
    if (replica.ask(ServerLoad::replicas).isEmpty()) {
      throw new SettingsException(
          name.at(),
          "source '" + name + "' is no replica: it copies no other server; name one that does");
    }
  }

  @Override
  public Optional<String> reason() {
    List<ServerLoad.Replica> copies;
    try {
      copies = replica.ask(ServerLoad::replicas);
    } catch (SourceException silent) {
      return Optional.of("replica '" + name + "' does not answer");
    }
    if (copies.isEmpty()) {
      return Optional.of("replica '" + name + "' is no replica any more");
    }
    return copies.stream()
        .map(copy -> behind(named(copy), copy.lag(), most.value()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private String named(ServerLoad.Replica copy) {
    return "replica '" + name + "'" + (copy.name().isEmpty() ? "" : " (" + copy.name() + ")");
  }

  /** What is waited for, if a replica is further behind than it may be. */
  static Optional<String> behind(String replica, Optional<Duration> lag, Duration most) {
    if (lag.isEmpty()) {
      return Optional.of(replica + " is not kept up to date, or does not say how far it is");
    }
    return lag.get().compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(replica + " is " + lag.get().toSeconds() + " s behind");
  }
}
