package kz.umyt.cli.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code WEB_LOGINS}: who came to the personal account, from where and with what. */
record WebLoginsTable(List<Subscriber> subscribers, List<String> userAgents) implements CrmTable {
  private static final int ROWS = 18_000;
  private static final LocalDate LOG_SINCE = LocalDate.of(2021, 6, 1);

  @Override
  public String name() {
    return "WEB_LOGINS";
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "SUBSCRIBER_ID", "LOGGED_IN_AT", "LOGIN", "IP", "MAC", "USER_AGENT");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.of(Rule.TRAFFIC);
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    SeededRandom random = new SeededRandom("logins");
    Traces traces = new Traces(random, LOG_SINCE, subscribers);
    OddClocks odd = new OddClocks().empty(12).sentinels(4).ahead(5).edges(Rule.TRAFFIC, 10);
    for (int i = 0; i < ROWS; i++) {
      Subscriber who = traces.who();
      LocalDateTime loggedInAt = odd.has(i) ? odd.of(i).orElse(null) : traces.when(who);
      script.row(
          800_001L + i,
          who.id(),
          moment(watch, loggedInAt),
          watch.finds("LOGIN", Entity.LOGIN, login(who)),
          watch.finds("IP", Entity.IP, Network.ip(random)),
          i % 10 < 3 ? null : watch.finds("MAC", Entity.MAC, Network.mac(random)),
          watch.counts(
              "USER_AGENT",
              Entity.USER_AGENT,
              userAgents.get((int) (who.id() + (random.percent(80) ? 0 : 1)) % userAgents.size())));
      tally.record(loggedInAt == null ? null : loggedInAt.toLocalDate(), who.iin());
    }
  }

  /** What stands for no moment tells of no visit. */
  private static @Nullable LocalDateTime moment(Witness.Watch watch, @Nullable LocalDateTime at) {
    return at == null || OddClocks.isSentinel(at)
        ? at
        : watch.counts("LOGGED_IN_AT", Entity.ACCESS_TIME, at);
  }

  private static String login(Subscriber who) {
    return Spelling.latin(who.person().name().surname()) + "." + who.id();
  }
}
