package kz.umyt.destroy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.jdbc.Dialect;

/**
 * Rows that keep a row: while they point to it, it stays. Rows that an engine would remove or
 * change with it (ON DELETE CASCADE, SET NULL and SET DEFAULT), or that would be left to point to
 * nothing (references that the job declares); and those of other tables for which the engine would
 * refuse the whole statement.
 */
final class References {

  private final BoundTable target;
  private final List<ForeignKey> keys;

  References(BoundTable target) {
    this.target = target;
    this.keys =
        target.table().referencedBy().stream()
            .filter(key -> isUnguarded(key) || !key.child().equals(target.table().name()))
            .toList();
  }

  private static boolean isUnguarded(ForeignKey key) {
    return key.onDelete() != ForeignKey.OnDelete.RESTRICT;
  }

  /** Whether the engine would let a row go that another one points to. */
  boolean areUnguarded() {
    return keys.stream().anyMatch(References::isUnguarded);
  }

  /** Nothing points to the row; begins with AND, and is empty where nothing ever can. */
  String andNone() {
    return keys.stream()
        .map(key -> " AND NOT " + exists(key, target.database().dialect()::closed))
        .collect(Collectors.joining());
  }

  /**
   * The row is kept for good: by rows that the job does not destroy. Empty where none can be.
   * Whoever is kept by others only is no failure, but waits.
   */
  Optional<String> keepForGood() {
    List<ForeignKey> lasting = lasting();
    return lasting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lasting.stream()
                .map(key -> exists(key, from -> from))
                .collect(Collectors.joining(" OR ", "(", ")")));
  }

  private List<ForeignKey> lasting() {
    return keys.stream().filter(key -> !target.ties().destroyed().contains(key.child())).toList();
  }

  private String exists(ForeignKey key, UnaryOperator<String> table) {
    Dialect dialect = target.database().dialect();
    String own = dialect.quote(target.table().name().name()) + ".";
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          "umyt_k."
              + dialect.quote(key.childColumns().get(i))
              + " = "
              + dialect.pointedTo(key, own, key.parentColumns().get(i)));
    }
    boolean isOwn = key.child().equals(target.table().name());
    // With the row nothing goes along but itself. Those of parts may have the same key as others.
    if (isOwn && key.part().isEmpty() && !target.table().primaryKey().isEmpty()) {
      joins.add(
          target.table().primaryKey().stream()
              .map(
                  column -> "umyt_k." + dialect.quote(column) + " = " + own + dialect.quote(column))
              .collect(Collectors.joining(" AND ", "NOT (", ")")));
    }
    return dialect.exists(
        "SELECT 1 FROM "
            + table.apply(dialect.quote(key.child()) + " umyt_k")
            + " WHERE "
            + String.join(" AND ", joins),
        isOwn);
  }

  /** Why a due row is kept for good. */
  String reason() {
    return "rows of "
        + lasting().stream()
            .map(key -> key.child().toString())
            .distinct()
            .collect(Collectors.joining(", "))
        + " still point to it"
        + (lasting().stream().allMatch(References::wouldStay)
            ? ""
            : ", and the database would remove or change them with it");
  }

  private static boolean wouldStay(ForeignKey key) {
    return key.onDelete() == ForeignKey.OnDelete.NONE
        || key.onDelete() == ForeignKey.OnDelete.RESTRICT;
  }
}
