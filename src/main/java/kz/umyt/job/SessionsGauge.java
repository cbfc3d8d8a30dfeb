package kz.umyt.job;

import java.util.Optional;
import kz.umyt.settings.Located;
import kz.umyt.source.jdbc.ServerLoad;

/** Waits while many sessions of others are at work. */
final class SessionsGauge implements Gauge {

  private static final String KEY = "max-active-sessions";

  private final GaugedServer server;
  private final Located<Long> most;

  SessionsGauge(GaugedServer server, Located<Long> most) {
    this.server = server;
    this.most = most;
  }

  @Override
  public void require() {
    server.requireKnown(KEY, most.at());
    server.requireRight(KEY, most.at(), ServerLoad::rightToSeeSessions);
  }

  @Override
  public Optional<String> reason() {
    long active = server.ask(ServerLoad::activeSessions);
    return active <= most.value()
        ? Optional.empty()
        : Optional.of(
            "source '"
                + server.source().name()
                + "' has "
                + active
                + " active sessions, more than "
                + most);
  }
}
