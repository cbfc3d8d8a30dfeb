package kz.umyt.cli.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code CALL_RECORDS}: moments with an offset, some written by a switch that runs on UTC, so that
 * their day in Almaty is not the day that the text shows.
 */
record CallRecordsTable(List<Subscriber> subscribers, People people) implements CrmTable {
  private static final int ROWS = 18_000;
  private static final int CALLED = 5_000;
  private static final LocalDate LOG_SINCE = LocalDate.of(2021, 9, 1);

  /** Kazakhstan moved to one time on this night; written out so that no JDK's zone data matter. */
  private static final LocalDateTime ONE_TIME = LocalDateTime.of(2024, 3, 1, 0, 0);

  private static final List<String> SERVICE_NUMBERS = List.of("112", "109", "103");

  @Override
  public String name() {
    return "CALL_RECORDS";
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "SUBSCRIBER_ID", "STARTED_AT", "CALLED_NUMBER", "SECONDS");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.of(Rule.TRAFFIC);
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    SeededRandom random = new SeededRandom("calls");
    List<String> called = new ArrayList<>(CALLED);
    for (int i = 0; i < CALLED; i++) {
      called.add(people.phone().digits());
    }
    Traces traces = new Traces(random, LOG_SINCE, subscribers);
    OddClocks odd = new OddClocks().empty(9).sentinels(3).ahead(5).edges(Rule.TRAFFIC, 10);
    for (int i = 0; i < ROWS; i++) {
      Subscriber who = traces.who();
      LocalDateTime inAlmaty = odd.has(i) ? odd.of(i).orElse(null) : traces.when(who);
      boolean service = i % 40 == 39;
      script.row(
          700_001L + i,
          who.id(),
          moment(inAlmaty, i % 3 == 0),
          service
              ? random.pick(SERVICE_NUMBERS)
              : watch.finds("CALLED_NUMBER", Entity.PHONE, random.pick(called)),
          random.between(3, 1900));
      tally.record(inAlmaty == null ? null : inAlmaty.toLocalDate(), who.iin());
    }
  }

  private static @Nullable OffsetDateTime moment(@Nullable LocalDateTime inAlmaty, boolean utc) {
    if (inAlmaty == null) {
      return null;
    }
    int year = inAlmaty.getYear();
    if (year < 1971 || year == 9999) {
      // A sentinel is nobody's local time.
      return inAlmaty.atOffset(ZoneOffset.UTC);
    }
    OffsetDateTime moment =
        inAlmaty.atOffset(ZoneOffset.ofHours(inAlmaty.isBefore(ONE_TIME) ? 6 : 5));
    return utc ? moment.withOffsetSameInstant(ZoneOffset.UTC) : moment;
  }
}
