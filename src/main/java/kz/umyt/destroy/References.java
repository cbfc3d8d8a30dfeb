package kz.umyt.destroy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.umyt.plan.BoundTable;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.jdbc.Dialect;

/**
 * Rows of other tables, or of the same one, that an engine would remove or change with a row that
 * goes (ON DELETE CASCADE, SET NULL and SET DEFAULT), or that would be left to point to nothing
 * (references that the job declares): while they are there, the row stays.
 */
final class References {

  private final BoundTable target;
  private final List<ForeignKey> keys;

  References(BoundTable target) {
    this.target = target;
    this.keys = target.cascades();
  }

  boolean areNone() {
    return keys.isEmpty();
  }

  /** Nothing points to the row; begins with AND, and is empty where nothing ever can. */
  String andNone() {
    return keys.stream().map(key -> " AND NOT " + exists(key)).collect(Collectors.joining());
  }

  /** Something points to the row; where nothing ever can, not to be asked. */
  String some() {
    return keys.stream().map(this::exists).collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String exists(ForeignKey key) {
    Dialect dialect = target.database().dialect();
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          "umyt_k."
              + dialect.quote(key.childColumns().get(i))
              + " = "
              + target.conditions().column(key.parentColumns().get(i)));
    }
    return "EXISTS (SELECT 1 FROM "
        + dialect.quote(key.child())
        + " umyt_k WHERE "
        + String.join(" AND ", joins)
        + ")";
  }

  /** Why a due row stays. */
  String reason() {
    return "rows of "
        + keys.stream()
            .map(key -> key.child().toString())
            .distinct()
            .collect(Collectors.joining(", "))
        + " still point to it"
        + (keys.stream().allMatch(key -> key.onDelete() == ForeignKey.OnDelete.NONE)
            ? ""
            : ", and the database would remove or change them with it");
  }
}
