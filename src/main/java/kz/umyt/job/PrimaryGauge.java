package kz.umyt.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.umyt.settings.Located;
import kz.umyt.source.jdbc.ServerLoad;

/** Waits while a replica that its primary knows is behind, or gone. */
final class PrimaryGauge implements Gauge {

  private final GaugedServer primary;
  private final Located<Duration> most;

  /** Those that were there before the first change: a primary forgets who is gone. */
  private final Set<String> known = new TreeSet<>();

  PrimaryGauge(GaugedServer primary, Located<Duration> most) {
    this.primary = primary;
    this.most = most;
  }

  @Override
  public void require() {
    primary.requireRight(ReplicaGauge.KEY, most.at(), ServerLoad::rightToSeeReplicas);
    primary.ask(ServerLoad::replicas).forEach(replica -> known.add(replica.name()));
  }

  @Override
  public Optional<String> reason() {
    List<ServerLoad.Replica> replicas = primary.ask(ServerLoad::replicas);
    Set<String> there = replicas.stream().map(ServerLoad.Replica::name).collect(Collectors.toSet());
    return replicas.stream()
        .map(replica -> ReplicaGauge.behind(named(replica.name()), replica.lag(), most.value()))
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                known.stream()
                    .filter(name -> !there.contains(name))
                    .findFirst()
                    .map(name -> named(name) + " is gone"));
  }

  private String named(String replica) {
    return "replica " + replica + " of source '" + primary.source().name() + "'";
  }
}
