package kz.umyt.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.umyt.engines.Engine;
import kz.umyt.engines.TestDatabase;
import kz.umyt.policy.ClockReading;
import kz.umyt.policy.DueRule;
import kz.umyt.settings.Clock;
import org.jspecify.annotations.Nullable;

/** Generated records with clocks of every kind, in a database and in memory. */
final class Records {

  static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  /** Days around the change from +06 to +05 on 1 March 2024, a leap day and a month end. */
  static final List<LocalDate> AS_OF =
      List.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1), LocalDate.of(2026, 1, 31));

  static final List<String> TERMS = List.of("P0D", "P1M", "P2Y", "P1Y6M");

  private static final List<LocalDate> ODD =
      List.of(
          LocalDate.of(1, 1, 1),
          LocalDate.of(1900, 1, 1),
          LocalDate.of(1900, 1, 2),
          LocalDate.of(1969, 12, 31),
          LocalDate.of(1970, 1, 1),
          LocalDate.of(1970, 1, 2),
          LocalDate.of(2020, 2, 29),
          LocalDate.of(2030, 6, 1),
          LocalDate.of(9998, 12, 31),
          LocalDate.of(9999, 1, 1),
          LocalDate.of(9999, 12, 31));

  /** One clock in the three kinds that a column can have. */
  record Moment(@Nullable LocalDate day, @Nullable LocalDateTime local, @Nullable Instant instant) {

    ClockReading reading(String kind) {
      LocalDate value =
          switch (kind) {
            case "d" -> day;
            case "ts" -> local == null ? null : local.toLocalDate();
            default -> instant == null ? null : instant.atZone(ZONE).toLocalDate();
          };
      return value == null ? new ClockReading.Empty() : new ClockReading.Day(value);
    }
  }

  /** A row of the target table. */
  record Rec(long id, Moment clock, long subject, @Nullable Integer flag, @Nullable Long parent) {}

  private record Parent(long id, Moment clock, @Nullable Long grand) {}

  private final TestDatabase database;
  private final Random random;
  private final List<Moment> pool = new ArrayList<>();
  private final Map<Long, Moment> grands = new HashMap<>();
  private final Map<Long, Parent> parents = new HashMap<>();
  private final Map<Long, List<Moment>> kids = new HashMap<>();
  private final List<Rec> recs = new ArrayList<>();

  Records(TestDatabase database, long seed) {
    this.database = database;
    this.random = new Random(seed);
    fillPool();
    create();
  }

  private void fillPool() {
    for (LocalDate asOf : AS_OF) {
      for (String term : TERMS) {
        LocalDate cutoff =
            new DueRule(Clock.CONTRACT_END, Period.parse(term), false, asOf).cutoff();
        Instant end = cutoff.plusDays(1).atStartOfDay(ZONE).toInstant();
        for (long seconds : new long[] {-90_000, -3601, -1, 0, 1, 3600, 86_400}) {
          pool.add(at(end.plusSeconds(seconds)));
        }
      }
      pool.add(at(asOf.plusDays(1).atStartOfDay(ZONE).toInstant()));
      pool.add(at(asOf.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1)));
    }
    for (LocalDate day : ODD) {
      pool.add(at(day.atStartOfDay(ZONE).toInstant()));
      pool.add(at(day.atTime(23, 59, 59).atZone(ZONE).toInstant()));
    }
    pool.add(new Moment(null, null, null));
  }

  private Moment at(Instant instant) {
    LocalDateTime local = instant.atZone(ZONE).toLocalDateTime();
    long seconds = instant.getEpochSecond();
    boolean outside =
        database.engine() == Engine.MARIADB && (seconds < 1 || seconds > Integer.MAX_VALUE);
    return new Moment(local.toLocalDate(), local, outside ? null : instant);
  }

  private Moment any() {
    return pool.get(random.nextInt(pool.size()));
  }

  private void create() {
    String clocks =
        " d DATE, ts " + database.timestampType() + ", tz " + database.momentType() + ", ";
    database.execute(
        "CREATE TABLE grand (id BIGINT PRIMARY KEY," + clocks + " n INTEGER)",
        "CREATE TABLE parent (id BIGINT PRIMARY KEY,"
            + clocks
            + " grand_id BIGINT, FOREIGN KEY (grand_id) REFERENCES grand (id))",
        "CREATE TABLE rec (id BIGINT PRIMARY KEY,"
            + clocks
            + " subject_number BIGINT, subject_text CHAR(12), flag INTEGER, parent_id BIGINT,"
            + " FOREIGN KEY (parent_id) REFERENCES parent (id))",
        "CREATE TABLE kid (id BIGINT PRIMARY KEY,"
            + clocks
            + " rec_id BIGINT, FOREIGN KEY (rec_id) REFERENCES rec (id))");
    List<List<?>> grandRows = new ArrayList<>();
    List<List<?>> parentRows = new ArrayList<>();
    List<List<?>> recRows = new ArrayList<>();
    List<List<?>> kidRows = new ArrayList<>();
    for (int i = 0; i < pool.size(); i++) {
      grands.put((long) i, pool.get(i));
      grandRows.add(row(i, pool.get(i), 0));
      Parent parent =
          new Parent(i, any(), random.nextInt(8) == 0 ? null : (long) random.nextInt(i + 1));
      parents.put((long) i, parent);
      parentRows.add(row(i, parent.clock(), parent.grand()));
    }
    for (int i = 0; i < 4 * pool.size(); i++) {
      Integer flag = random.nextInt(4) == 0 ? null : random.nextInt(5) == 0 ? 1 : 0;
      Long parent = random.nextInt(8) == 0 ? null : (long) random.nextInt(pool.size());
      Rec rec = new Rec(i, pool.get(i % pool.size()), random.nextInt(60), flag, parent);
      recs.add(rec);
      recRows.add(
          row(i, rec.clock(), rec.subject(), text(rec.subject()), rec.flag(), rec.parent()));
      List<Moment> own = new ArrayList<>();
      for (int kid = random.nextInt(4); kid > 0; kid--) {
        own.add(any());
        kidRows.add(row(kidRows.size(), own.get(own.size() - 1), (long) i));
      }
      kids.put((long) i, own);
    }
    insert("grand", grandRows);
    insert("parent", parentRows);
    insert("rec", recRows);
    insert("kid", kidRows);
  }

  static String text(long subject) {
    return "8501" + subject;
  }

  private List<?> row(long id, Moment clock, @Nullable Object... rest) {
    Instant instant = clock.instant();
    Object moment =
        instant == null
            ? null
            : database.engine() == Engine.MARIADB
                ? (Object) instant.getEpochSecond()
                : instant.atOffset(ZoneOffset.UTC);
    List<@Nullable Object> cells =
        new ArrayList<>(Arrays.asList(id, clock.day(), clock.local(), moment));
    cells.addAll(Arrays.asList(rest));
    return cells;
  }

  private void insert(String table, List<List<?>> rows) {
    String moment = database.engine() == Engine.MARIADB ? "FROM_UNIXTIME(?)" : "?";
    database.insert(
        "INSERT INTO "
            + table
            + " VALUES (?, ?, ?, "
            + moment
            + ", ?".repeat(rows.get(0).size() - 4)
            + ")",
        rows);
  }

  List<Rec> recs() {
    return recs;
  }

  /** The clocks of a record along a path: one, none, or those that the latest is taken of. */
  List<ClockReading> readings(Rec rec, String path, String kind) {
    Parent parent = rec.parent() == null ? null : parents.get(rec.parent());
    return switch (path) {
      case "own" -> List.of(rec.clock().reading(kind));
      case "parent" -> parent == null ? List.of() : List.of(parent.clock().reading(kind));
      case "grand" -> {
        Moment grand = parent == null || parent.grand() == null ? null : grands.get(parent.grand());
        yield grand == null ? List.of() : List.of(grand.reading(kind));
      }
      default ->
          kids.getOrDefault(rec.id(), List.of()).stream().map(kid -> kid.reading(kind)).toList();
    };
  }
}
