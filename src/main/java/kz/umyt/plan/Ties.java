package kz.umyt.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/**
 * What has to be done with rows that point to a row before that row can be destroyed.
 *
 * @param cascades foreign keys over which the job gives leave to take rows along
 * @param links foreign keys by which tables of the job (or rows of one) point to each other in a
 *     circle: rows that go let go of each other
 * @param keepers foreign keys by which any row keeps the row
 * @param destroyed tables whose due rows the job destroys by targets of their own, so that they
 *     keep the row for a time only
 * @param closed whether rows of tables of the job may keep each other in a circle that nothing
 *     opens: those tables are not among {@code destroyed}
 * @param covered all other targets of the job from which rows may keep the row, directly or over
 *     others, bound to be asked beside this one
 * @param remarks what will not go, and why
 */
public record Ties(
    List<Cascade> cascades,
    List<Link> links,
    List<ForeignKey> keepers,
    Set<TableName> destroyed,
    boolean closed,
    List<BoundTable> covered,
    List<String> remarks) {

  /** Of a row that is deleted, and nothing else. */
  public static final Ties NONE =
      new Ties(List.of(), List.of(), List.of(), Set.of(), false, List.of(), List.of());

  public Ties {
    cascades = List.copyOf(cascades);
    links = List.copyOf(links);
    keepers = List.copyOf(keepers);
    remarks = List.copyOf(remarks);
    destroyed = Set.copyOf(destroyed);
    covered = List.copyOf(covered);
  }

  /** The same with remarks. */
  Ties with(List<String> more) {
    return new Ties(cascades, links, keepers, destroyed, closed, covered, more);
  }

  /** The same where rows of these tables keep each other for good, in a circle. */
  Ties without(Set<TableName> circle) {
    Set<TableName> left = new HashSet<>(destroyed);
    left.removeAll(circle);
    return new Ties(cascades, links, keepers, left, !circle.isEmpty(), covered, remarks);
  }

  /** The same beside other targets. */
  Ties over(List<BoundTable> others) {
    return new Ties(cascades, links, keepers, destroyed, closed, others, remarks);
  }

  /** Whether rows can be deleted without a look at others. */
  public boolean areNone() {
    return cascades.isEmpty() && links.isEmpty();
  }

  /**
   * A foreign key whose rows may go with the row that they point to, or be emptied.
   *
   * @param child the table of those rows
   * @param named where the register of holds names them; absent where the job has none
   * @param below the same for the rows that point to them; none where they stay
   * @param back foreign keys by which the row itself may point to them: it lets go of them first
   * @param keepers foreign keys by which any row keeps them, and with them the row
   */
  public record Cascade(
      ForeignKey key,
      Table child,
      Optional<RegisterConditions> named,
      List<Cascade> below,
      List<ForeignKey> back,
      List<ForeignKey> keepers) {

    /** Whether the rows themselves stay. */
    public boolean empties() {
      return key.onDelete() == ForeignKey.OnDelete.SET_NULL
          || key.onDelete() == ForeignKey.OnDelete.SET_DEFAULT;
    }

    /** What is counted under one name. */
    public Cascaded counted(long records) {
      return new Cascaded(
          child.name().toString(), empties() ? Cascaded.EMPTY : Cascaded.DESTROY, records);
    }
  }

  /**
   * A foreign key of a circle.
   *
   * @param rows the table whose rows point
   * @param open whether it can be emptied: its rows are due without it as they were with it
   * @param own whether its rows are rows of the target itself
   * @param children other targets that destroy them, to be asked beside the target
   */
  public record Link(
      ForeignKey key, Table rows, boolean open, boolean own, List<BoundTable> children) {
    public Link {
      children = List.copyOf(children);
    }
  }

  /** Targets that are asked beside this one. */
  List<BoundTable> guests() {
    return links.stream().flatMap(link -> link.children().stream()).distinct().toList();
  }

  /** Whether the job gives leave for a foreign key. */
  boolean gives(ForeignKey key) {
    return all(cascades).anyMatch(cascade -> cascade.key().equals(key));
  }

  /** Every table that rows are taken along from, in whatever depth. */
  public List<TableName> taken() {
    return all(cascades).map(cascade -> cascade.child().name()).distinct().toList();
  }

  /** Every leave, in whatever depth: the nearest first. */
  public List<Cascade> all() {
    return all(cascades).toList();
  }

  private static Stream<Cascade> all(List<Cascade> cascades) {
    return cascades.stream()
        .flatMap(cascade -> Stream.concat(Stream.of(cascade), all(cascade.below())));
  }
}
