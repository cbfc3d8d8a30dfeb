package kz.umyt.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import kz.umyt.plan.BoundTarget;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.settings.Target;

/** What keeps a run from the servers of its job while they are busy, by source. */
final class LoadGates implements AutoCloseable {

  private final Job job;
  private final Map<String, Source> sources;
  private final StopSignal stop;
  private final Progress progress;
  private final LongSupplier nanos;
  private final Map<String, LoadGate> gates = new LinkedHashMap<>();

  LoadGates(
      Job job,
      Map<String, Source> sources,
      StopSignal stop,
      Progress progress,
      LongSupplier nanos) {
    this.job = job;
    this.sources = sources;
    this.stop = stop;
    this.progress = progress;
    this.nanos = nanos;
  }

  /**
   * Makes sure, before the first change, that all can be asked that the job wants to be asked.
   *
   * @throws kz.umyt.source.SourceException if one cannot be reached, or a right is missing
   * @throws SettingsException if the job asks for what makes no sense
   */
  void open() {
    if (job.throttle().maxActiveSessions().isEmpty() && job.throttle().maxReplicaLag().isEmpty()) {
      return;
    }
    for (Target target : job.targets()) {
      String name = target.source().value();
      if (!gates.containsKey(name) && sources.get(name) instanceof Source.Jdbc source) {
        LoadGate gate = new LoadGate(name, stop, progress, nanos);
        gates.put(name, gate);
        fill(gate, source);
        gate.require();
      }
    }
  }

  private void fill(LoadGate gate, Source.Jdbc source) {
    GaugedServer server = gate.server(source);
    job.throttle().maxActiveSessions().ifPresent(most -> gate.add(new SessionsGauge(server, most)));
    job.throttle().maxReplicaLag().ifPresent(most -> watchReplicas(gate, server, most));
  }

  private void watchReplicas(LoadGate gate, GaugedServer server, Located<Duration> most) {
    Source.Jdbc source = server.source();
    if (server.knowsReplicas(most.at())) {
      if (!source.replicas().isEmpty()) {
        throw new SettingsException(
            source.replicas().get(0).at(),
            "'replicas' is not for source '" + source.name() + "', which knows its own; remove it");
      }
      gate.add(new PrimaryGauge(server, most));
      return;
    }
    if (source.replicas().isEmpty()) {
      throw new SettingsException(
          most.at(),
          "'"
              + ReplicaGauge.KEY
              + "' cannot be kept: source '"
              + source.name()
              + "' ("
              + source.name().at()
              + ") does not know its replicas; name them there, as 'replicas: [NAME]', each a"
              + " source of its own, or remove the key");
    }
    for (Located<String> name : source.replicas()) {
      GaugedServer replica =
          gate.server((Source.Jdbc) Objects.requireNonNull(sources.get(name.value())));
      gate.add(new ReplicaGauge(replica, name, most));
    }
  }

  /** A piece that begins no chunk while the servers are busy. */
  Piece before(BoundTarget target, Piece piece) {
    LoadGate gate = gates.get(target.spec().source().value());
    return gate == null ? piece : new GatedPiece(piece, gate);
  }

  /** What the run waited for when it was asked to stop; empty if it was at work. */
  Optional<String> waitedFor() {
    return gates.values().stream().map(LoadGate::waitedFor).flatMap(Optional::stream).findFirst();
  }

  @Override
  public void close() {
    gates.values().forEach(LoadGate::close);
  }
}
