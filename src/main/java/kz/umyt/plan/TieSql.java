package kz.umyt.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.jdbc.Dialect;

/** Conditions over rows that point to a row of a target, as its {@link Ties} say. */
public final class TieSql {

  private final BoundTable target;
  private final Dialect dialect;

  public TieSql(BoundTable target) {
    this.target = target;
    this.dialect = target.database().dialect();
  }

  /**
   * Why a due row stays.
   *
   * @param condition over the row
   */
  public record Block(String condition, String reason, Lasting lasting) {
    /** Whether a run itself may do away with it before it comes to the row. */
    boolean passes() {
      return lasting == Lasting.UNTIL_THEY_GO || lasting == Lasting.UNTIL_THEIRS_GO;
    }

    /** Whether the row may only wait, for others that rightly stay. */
    public boolean postpones() {
      return lasting == Lasting.UNTIL_THEY_GO || lasting == Lasting.WHILE_HELD;
    }

    /** Whether the row may only wait must be asked of the row itself. */
    public boolean asksRow() {
      return lasting == Lasting.IN_CIRCLE || lasting == Lasting.UNTIL_THEIRS_GO;
    }
  }

  /** How long something keeps a row. */
  public enum Lasting {
    /** Until rows go that the job destroys in their own time. */
    UNTIL_THEY_GO,
    /** Until such rows go that point to others which would go along. */
    UNTIL_THEIRS_GO,
    /** Until a hold ends. */
    WHILE_HELD,
    /** Until such rows go that the job destroys, and that may keep each other in a circle. */
    IN_CIRCLE,
    /** Nothing that the job does ends it. */
    FOR_GOOD
  }

  /** What stands behind FROM for rows that keep others by a foreign key, named {@code umyt_k}. */
  @FunctionalInterface
  interface Pointing {
    String rows(ForeignKey key);
  }

  /**
   * Everything that keeps a due row; where nothing does, the row can go with what is tied to it.
   */
  public List<Block> blocks() {
    return blocks(key -> dialect.quote(key.child()) + " umyt_k");
  }

  /** The same where only some rows keep others. */
  List<Block> blocks(Pointing pointing) {
    Ties ties = target.ties();
    List<Block> blocks = new ArrayList<>();
    for (ForeignKey key : ties.keepers()) {
      blocks.add(
          new Block(
              points(pointing.rows(key), key, target.table()),
              reason(key),
              lasting(key, Lasting.UNTIL_THEY_GO)));
    }
    ties.cascades().forEach(cascade -> add(blocks, cascade, target.table(), pointing));
    return blocks;
  }

  /** Whether it must be asked of rows that are kept whether they only wait. */
  public boolean asksRows() {
    return target.ties().closed() || blocks().stream().anyMatch(Block::asksRow);
  }

  /** A row of a link's table can go, apart from rows of the circle that may point to it. */
  public String free(Ties.Link link) {
    List<String> targets = new ArrayList<>();
    if (link.own()) {
      targets.add(free());
    }
    link.children().forEach(child -> targets.add(new TieSql(child).free()));
    return targets.isEmpty()
        ? "1 = 0"
        : targets.stream().collect(Collectors.joining(") OR (", "((", "))"));
  }

  private String free() {
    return target.conditions().due()
        + blocks().stream()
            .map(block -> " AND NOT " + block.condition())
            .collect(Collectors.joining());
  }

  /** No row points to it that the engine would remove or change with it; begins with AND. */
  public String andNothingFollows(Table table) {
    return table.referencedBy().stream()
        .filter(key -> key.onDelete() != ForeignKey.OnDelete.RESTRICT)
        .map(
            key ->
                " AND NOT "
                    + points(dialect.closed(dialect.quote(key.child()) + " umyt_k"), key, table))
        .collect(Collectors.joining());
  }

  private void add(List<Block> blocks, Ties.Cascade cascade, Table parent, Pointing pointing) {
    String child = cascade.child().name().toString();
    String rows = "EXISTS (SELECT 1 FROM " + follows(cascade, parent) + " AND ";
    cascade
        .named()
        .ifPresent(
            named ->
                blocks.add(
                    new Block(
                        rows + "(" + String.join(" OR ", named.held()) + "))",
                        "rows of "
                            + child
                            + " that would go with it are on the register of"
                            + " holds",
                        Lasting.WHILE_HELD)));
    for (ForeignKey key : cascade.keepers()) {
      blocks.add(
          new Block(
              rows + points(pointing.rows(key), key, cascade.child()) + ")",
              "rows of "
                  + key.child()
                  + " point to rows of "
                  + child
                  + " that would go with it, and 'cascades' does not name them",
              lasting(key, Lasting.UNTIL_THEIRS_GO)));
    }
    for (ForeignKey key : cascade.back()) {
      blocks.add(
          new Block(
              rows + pointsFromElsewhere(key, cascade.child()) + ")",
              "other rows of "
                  + key.child()
                  + " point to rows of "
                  + child
                  + " that would go"
                  + " with it",
              Lasting.FOR_GOOD));
    }
    List<Block> deeper = new ArrayList<>();
    cascade.below().forEach(below -> add(deeper, below, cascade.child(), pointing));
    deeper.forEach(
        block ->
            blocks.add(new Block(rows + block.condition() + ")", block.reason(), block.lasting())));
  }

  private Lasting lasting(ForeignKey key, Lasting whileThere) {
    Ties ties = target.ties();
    if (ties.destroyed().contains(key.child())) {
      return whileThere;
    }
    boolean isOwn = key.child().equals(target.table().name());
    boolean isCovered =
        ties.covered().stream().anyMatch(other -> other.table().name().equals(key.child()));
    return ties.closed() && (isOwn || isCovered) ? Lasting.IN_CIRCLE : Lasting.FOR_GOOD;
  }

  /** The rows of a cascade that point to a row of a table: what stands behind FROM. */
  private String follows(Ties.Cascade cascade, Table parent) {
    return dialect.quote(cascade.child().name())
        + " WHERE "
        + joined(cascade.key(), qualifier(cascade.child()), parent);
  }

  private String points(String from, ForeignKey key, Table parent) {
    return dialect.exists(
        "SELECT 1 FROM "
            + from
            + " WHERE "
            + joined(key, "umyt_k.", parent)
            + andNotItself(key, parent),
        key.child().equals(parent.name()));
  }

  /** A row that points to itself keeps nothing. Rows of parts may have the same key as others. */
  private String andNotItself(ForeignKey key, Table parent) {
    return key.child().equals(parent.name())
            && key.part().isEmpty()
            && !parent.primaryKey().isEmpty()
        ? parent.primaryKey().stream()
            .map(dialect::quote)
            .map(column -> "umyt_k." + column + " = " + qualifier(parent) + column)
            .collect(Collectors.joining(" AND ", " AND NOT (", ")"))
        : "";
  }

  /** Another row of the target than the one which the child row points to. */
  private String pointsFromElsewhere(ForeignKey key, Table parent) {
    return "EXISTS (SELECT 1 FROM "
        + dialect.quote(key.child())
        + " umyt_k WHERE "
        + joined(key, "umyt_k.", parent)
        + " AND NOT ("
        + same("umyt_k.")
        + "))";
  }

  private String same(String qualifier) {
    return target.table().primaryKey().stream()
        .map(
            column ->
                qualifier + dialect.quote(column) + " = " + target.conditions().column(column))
        .collect(Collectors.joining(" AND "));
  }

  private String joined(ForeignKey key, String child, Table parent) {
    List<String> joins = new ArrayList<>();
    for (int i = 0; i < key.childColumns().size(); i++) {
      joins.add(
          child
              + dialect.quote(key.childColumns().get(i))
              + " = "
              + dialect.pointedTo(key, qualifier(parent), key.parentColumns().get(i)));
    }
    return String.join(" AND ", joins);
  }

  private String qualifier(Table table) {
    return dialect.quote(table.name().name()) + ".";
  }

  /**
   * Queries for how many rows would go along or be emptied at most, by what they are counted under.
   *
   * @return each counts rows of one table
   */
  Map<Cascaded, String> counts() {
    String free =
        target.conditions().due()
            + blocks().stream()
                .filter(block -> !block.passes())
                .map(block -> " AND NOT " + block.condition())
                .collect(Collectors.joining());
    Map<Cascaded, Following> following = new LinkedHashMap<>();
    collect(target.ties().cascades(), target.table(), free, following);
    Map<Cascaded, String> counts = new LinkedHashMap<>();
    following.forEach(
        (counted, rows) ->
            counts.put(
                counted,
                "SELECT COUNT(*) FROM "
                    + dialect.quote(rows.table.name())
                    + " WHERE "
                    + String.join(" OR ", rows.conditions)));
    return counts;
  }

  /** Rows of a table under any of some conditions. */
  private record Following(Table table, List<String> conditions) {}

  private void collect(
      Collection<Ties.Cascade> cascades,
      Table parent,
      String free,
      Map<Cascaded, Following> following) {
    for (Ties.Cascade cascade : cascades) {
      String goes =
          "EXISTS (SELECT 1 FROM "
              + dialect.quote(parent.name())
              + " WHERE "
              + joined(cascade.key(), qualifier(cascade.child()), parent)
              + " AND "
              + free
              + ")";
      following
          .computeIfAbsent(
              cascade.counted(0), counted -> new Following(cascade.child(), new ArrayList<>()))
          .conditions
          .add(goes);
      collect(cascade.below(), cascade.child(), goes, following);
    }
  }

  private static String reason(ForeignKey key) {
    String still = "rows of " + key.child() + " still point to it";
    return switch (key.onDelete()) {
      case RESTRICT, NONE -> still;
      case CASCADE, SET_NULL, SET_DEFAULT ->
          still + ", and the database would remove or change them with it";
    };
  }
}
