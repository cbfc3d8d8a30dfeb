package kz.umyt.destroy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.umyt.plan.AnonymizedForm;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.Column;
import kz.umyt.source.jdbc.RowValues;

/** The statements that anonymize rows of one table: each carries the due condition. */
final class AnonymizingSql {

  private final BoundTable target;
  private final List<Column> columns;
  private final String run;
  private final KeySql keys;

  AnonymizingSql(BoundTable target, List<Column> columns, String run) {
    this.target = target;
    this.columns = List.copyOf(columns);
    this.run = run;
    this.keys = new KeySql(target);
  }

  /** Values and key as they are, in the order of the keys. */
  String readInOrder(String which) {
    return read(which, " ORDER BY " + keys.list());
  }

  /** Values and key as they are. */
  String read(String which) {
    return read(which, "");
  }

  private String read(String which, String order) {
    String list =
        keys.read()
            + ", "
            + columns.stream()
                .map(column -> target.conditions().column(column.name()))
                .collect(Collectors.joining(", "))
            + ", "
            + target.conditions().entries();
    return target
        .database()
        .dialect()
        .locking(list, table(), " WHERE " + which + " AND " + due() + order);
  }

  /** One row: its new values, then its key. */
  String update() {
    return "UPDATE "
        + table()
        + " SET "
        + assignments(i -> target.database().dialect().written(columns.get(i), "?"))
        + " WHERE "
        + keys.equal()
        + " AND "
        + due();
  }

  /** As many rows as are handed over: each row of values begins with its key. */
  String updateAll(RowValues rows) {
    return target
        .database()
        .dialect()
        .updateFrom(
            table(),
            rows.table(),
            assignments(i -> rows.value(keys.size() + i)),
            keys.equal(rows) + " AND " + due());
  }

  private String assignments(IntFunction<String> value) {
    Stream<String> changes =
        IntStream.range(0, columns.size())
            .mapToObj(i -> quote(columns.get(i)) + " = " + value.apply(i));
    Stream<String> mark =
        target.conditions().marker().stream()
            .map(marker -> quote(marker.column()) + " = CURRENT_TIMESTAMP");
    return Stream.concat(changes, mark).collect(Collectors.joining(", "));
  }

  private String quote(Column column) {
    return target.database().dialect().quote(column.name());
  }

  /** Whether rows that were changed are entered; a marker in the row itself does as well. */
  boolean enters() {
    return target.conditions().marker().isEmpty();
  }

  /** Forgets what is known of the row that had a key before. */
  String forget() {
    return "DELETE FROM " + done() + " WHERE " + known(target.conditions().form());
  }

  /** Other forms that a row may have, and that this change would hide. */
  List<AnonymizedForm> touched() {
    return target.conditions().touched();
  }

  /** Before a row changes: forgets the other form of the row that had this key before. */
  String forgetStale(AnonymizedForm form) {
    return "DELETE FROM "
        + done()
        + " WHERE "
        + known(form)
        + " AND digest <> "
        + now(target.conditions().digest(form));
  }

  /** After it: the row has the other form all the same. */
  String renew(AnonymizedForm form) {
    return "UPDATE "
        + done()
        + " SET digest = "
        + now(target.conditions().digest(form))
        + " WHERE "
        + known(form);
  }

  private String known(AnonymizedForm form) {
    return "target = "
        + literal(form.id())
        + " AND row_key = "
        + now(target.conditions().keyText());
  }

  /** What stands now in the row of the key. */
  private String now(String expression) {
    return "(SELECT " + expression + " FROM " + table() + " WHERE " + keys.equal() + ")";
  }

  /** Enters a row, by its key and what it holds now. */
  String enter() {
    return enterFrom(table()) + " WHERE " + keys.equal();
  }

  /** Enters as many rows as are handed over. */
  String enterAll(RowValues rows) {
    return enterFrom(rows.table() + " JOIN " + table() + " ON " + keys.equal(rows));
  }

  /** Changes as many rows as are handed over and enters them at once, where the engine can. */
  Optional<String> updateAndEnterAll(RowValues rows) {
    return target
        .database()
        .dialect()
        .changing(
            updateAll(rows),
            target.conditions().keyText() + " AS row_key, " + digest() + " AS digest")
        .map(changing -> changing + enterFrom("umyt_u", "row_key", "digest"));
  }

  private String enterFrom(String tables) {
    return enterFrom(tables, target.conditions().keyText(), digest());
  }

  private String enterFrom(String tables, String key, String digest) {
    return "INSERT INTO "
        + done()
        + " (target, row_key, run, digest) SELECT "
        + literal(target.doneId())
        + ", "
        + key
        + ", "
        + literal(run)
        + ", "
        + digest
        + " FROM "
        + tables;
  }

  private String digest() {
    return target.conditions().digest(target.conditions().form());
  }

  private String due() {
    return target.conditions().overFewRows().due();
  }

  private String literal(String text) {
    return target.database().dialect().literal(text);
  }

  private String done() {
    return target.database().journalSchema() + ".umyt_done";
  }

  private String table() {
    return target.database().dialect().quote(target.table().name());
  }
}
