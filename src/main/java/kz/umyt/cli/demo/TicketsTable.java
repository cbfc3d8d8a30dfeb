package kz.umyt.cli.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** {@code TICKETS}: free text; the clock is the closing, and some are still open. */
record TicketsTable(List<Subscriber> subscribers, FreeText texts) implements CrmTable {
  private static final int ROWS = 4_000;
  private static final LocalDate LOG_SINCE = LocalDate.of(2023, 7, 1);

  @Override
  public String name() {
    return "TICKETS";
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "SUBSCRIBER_ID", "OPENED_AT", "CLOSED_AT", "SUBJECT", "BODY");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.of(Rule.SUPPORT);
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    watch.named("BODY", Entity.CORRESPONDENCE);
    SeededRandom random = new SeededRandom("tickets");
    Traces traces = new Traces(random, LOG_SINCE, subscribers);
    OddClocks odd = new OddClocks().sentinels(2).ahead(2).edges(Rule.SUPPORT, 3);
    for (int i = 0; i < ROWS; i++) {
      Subscriber who = traces.who();
      LocalDateTime openedAt = traces.when(who);
      LocalDateTime closedAt =
          openedAt.plusMinutes(random.between(10, 20 * 24 * 60)).withSecond(random.below(60));
      if (odd.has(i)) {
        closedAt = odd.of(i).orElse(null);
        openedAt = LocalDateTime.of(2023, 11, 20, 9, 5).plusHours(i);
      } else if (random.percent(7) || !closedAt.toLocalDate().isBefore(SampleCompany.AS_OF)) {
        closedAt = null;
      }
      FreeText.Ticket ticket = texts.ticket();
      script.row(
          900_001L + i,
          who.id(),
          openedAt,
          closedAt,
          ticket.subject(),
          watch.reads("BODY", ticket.body()));
      tally.record(closedAt == null ? null : closedAt.toLocalDate(), who.iin());
    }
  }
}
