package kz.umyt.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import kz.umyt.engines.Shop;
import kz.umyt.engines.TestDatabase;
import kz.umyt.settings.Action;
import org.jspecify.annotations.Nullable;

/**
 * Contracts of invented people. Of every five, three are past their term, one runs and one is owed
 * money for; of the due, every hundredth is of a person on the register of holds or of blocks.
 */
record Contracts(TestDatabase database, int rows) {

  /** What a run may take; nothing else may go. */
  static final String DUE =
      "contract_end <= DATE '"
          + Night.LAST_DUE
          + "' AND balance >= 0 AND full_name <> '<PERSON>' AND MOD(id, 100) <> 0";

  private static final String PERSON = "<PERSON>";

  /** What somebody does to a contract that keeps it from going. */
  enum Change {
    RENEWED("contract_end = DATE '2026-12-31'") {
      @Override
      Contract of(Contract contract) {
        return new Contract(contract.iin(), contract.name(), "2026-12-31", contract.balance());
      }
    },
    OWING("balance = -1") {
      @Override
      Contract of(Contract contract) {
        return new Contract(contract.iin(), contract.name(), contract.end(), "-1");
      }
    };

    private final String assignment;

    Change(String assignment) {
      this.assignment = assignment;
    }

    /** Meets the row only if it is still there and still says who it is about. */
    String sql() {
      return "UPDATE contract SET "
          + assignment
          + " WHERE id = ? AND full_name <> '"
          + PERSON
          + "'";
    }

    abstract Contract of(Contract contract);
  }

  /** One row, its cells as the driver writes them. */
  record Contract(String iin, String name, String end, String balance) {

    private boolean isAnonymized(Contract before) {
      return name.equals(PERSON)
          && !iin.equals(before.iin)
          && end.equals(before.end)
          && balance.equals(before.balance);
    }
  }

  void create() {
    database.execute(
        "CREATE TABLE contract (id BIGINT PRIMARY KEY, iin CHAR(12) NOT NULL,"
            + " full_name VARCHAR(100) NOT NULL, contract_end DATE, balance INTEGER NOT NULL)");
    add(LongStream.rangeClosed(1, rows).boxed().toList());
  }

  /** Puts in contracts of the kinds that their keys say. */
  void add(List<Long> ids) {
    List<List<?>> contracts = new ArrayList<>();
    for (long id : ids) {
      int kind = (int) (id % 5);
      contracts.add(
          Arrays.asList(
              id,
              iin(id),
              "Тестова Әсем " + id,
              kind == 3 ? null : LocalDate.of(2024, 4, 30).minusDays(id % 800),
              kind == 4 ? -500 : 0));
    }
    database.insert("INSERT INTO contract VALUES (?, ?, ?, ?, ?)", contracts);
  }

  private static String iin(long id) {
    return String.format("%012d", 850_000_000_000L + id);
  }

  /** Those that are past their term and on no list, in the order of their keys. */
  List<Long> due() {
    return database.rows("SELECT id FROM contract WHERE " + DUE + " ORDER BY id").stream()
        .map(Long::valueOf)
        .toList();
  }

  /** Changes contracts by their keys. */
  void change(Map<Long, Change> changes) {
    changes.forEach((id, change) -> database.insert(change.sql(), List.of(List.of(id))));
  }

  Map<Long, Contract> all() {
    Map<Long, Contract> all = new TreeMap<>();
    for (String row : database.rows("SELECT * FROM contract")) {
      String[] cells = row.split("\\|");
      all.put(Long.valueOf(cells[0]), new Contract(cells[1], cells[2], cells[3], cells[4]));
    }
    return all;
  }

  /**
   * The job that takes what is due, in many chunks, and its two registers.
   *
   * @param pause between two chunks, as in a job file
   */
  void job(Shop shop, Action action, String pause) {
    job(shop, action, pause, "limits: {max-share: 100%}");
  }

  /** The same with leave of its own kind. */
  void job(Shop shop, Action action, String pause, String leave) {
    register(shop, "holds", List.of());
    register(shop, "blocks", List.of());
    shop.job(
        leave
            + """

        throttle: {chunk-time: 1ms, pause: %s}
        registers: {holds: holds.csv, blocks: blocks.csv}
        targets:
          - source: db
            table: contract
            subject: iin
            retention: contract-end-p2y
            clock: contract_end
            hold: "balance < 0"
            action: %s
        """
                .formatted(pause, action.word())
            + (action == Action.ANONYMIZE
                ? """
                    columns:
                      iin: hash
                      full_name: {operator: replace, entity: PERSON}
                """
                : ""));
  }

  /** Puts the people of more contracts on a register, as an editor that saves it whole would. */
  void register(Shop shop, String name, List<Long> more) {
    int rest = name.equals("holds") ? 0 : 100;
    LongPredicate isListed = id -> id % 200 == rest;
    StringBuilder csv = new StringBuilder("subject,from\n");
    LongStream.concat(
            LongStream.rangeClosed(1, rows).filter(isListed), more.stream().mapToLong(id -> id))
        .forEach(id -> csv.append(iin(id)).append(",2026-01-01\n"));
    Path written = shop.write(name + ".new", csv.toString());
    try {
      Files.move(
          written,
          written.resolveSibling(name + ".csv"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Contracts that are not as they must be after a run.
   *
   * @param before all contracts before anybody changed anything
   * @param goes whether a contract had to be destroyed or anonymized
   * @param changes what was done to those that stay
   */
  List<String> wrong(
      Action action, Map<Long, Contract> before, LongPredicate goes, Map<Long, Change> changes) {
    Map<Long, Contract> after = all();
    List<String> wrong = new ArrayList<>();
    before.forEach(
        (id, contract) -> {
          Change change = changes.get(id);
          Contract wanted = change == null ? contract : change.of(contract);
          Contract now = after.remove(id);
          boolean right = goes.test(id) ? isGone(action, contract, now) : wanted.equals(now);
          if (!right) {
            wrong.add(id + (goes.test(id) ? " must go: " : " must be " + wanted + ": ") + now);
          }
        });
    after.keySet().forEach(id -> wrong.add(id + " is new"));
    return wrong;
  }

  private static boolean isGone(Action action, Contract before, @Nullable Contract now) {
    return action == Action.DESTROY ? now == null : now != null && now.isAnonymized(before);
  }
}
