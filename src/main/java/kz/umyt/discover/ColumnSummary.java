package kz.umyt.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;

/** Makes of the counts of a column what the inventory says of it. */
final class ColumnSummary {

  private final Recognition recognition;
  private final ColumnHead head;

  ColumnSummary(Recognition recognition, ColumnHead head) {
    this.recognition = recognition;
    this.head = head;
  }

  ColumnInventory of(ColumnCounts counted) {
    ColumnCounts counts = counted.withRestored();
    List<EntityFinding> findings = findings(counts);
    Set<String> chance =
        findings.stream()
            .filter(EntityFinding::isChance)
            .map(EntityFinding::entity)
            .collect(Collectors.toUnmodifiableSet());
    Optional<String> named = recognition.entityOfColumn(head.name());
    Classification decided = Classification.of(counts, named, chance, recognition);
    return new ColumnInventory(
        head.name(),
        head.type(),
        head.nullable(),
        counts.nonNull(),
        counts.filled(),
        atMost(counts.filled(), counts.distinct()),
        decided.entity(),
        decided.confidence(),
        findings,
        counts.dates().shape(counts.filled()),
        damage(counts, chance),
        new Explanation(decided.rule(), named, recognition.wordOfColumn(head.name())));
  }

  /** An estimate can be more than there are. */
  private static long atMost(long cells, DistinctCount distinct) {
    return Math.min(cells, distinct.count());
  }

  private List<EntityFinding> findings(ColumnCounts counts) {
    return counts.entities().entrySet().stream()
        .filter(entry -> entry.getValue().cells() > 0)
        .map(entry -> finding(entry, counts.filled()))
        .sorted(Comparator.comparingLong(EntityFinding::cells).reversed())
        .toList();
  }

  private EntityFinding finding(Map.Entry<String, EntityCounts> entry, long filled) {
    EntityCounts counts = entry.getValue();
    long confirmed = atMost(counts.validated(), counts.confirmed());
    return new EntityFinding(
        entry.getKey(),
        counts.cells(),
        atMost(counts.cells(), counts.found()),
        (double) counts.cells() / filled,
        counts.validated(),
        recognition.isChecked(entry.getKey())
            ? Optional.of(Density.of(confirmed, counts.misses().count()))
            : Optional.empty(),
        counts.evidence());
  }

  /** What would be an IIN with its zeros is none where chance makes the IINs. */
  private static List<Damage> damage(ColumnCounts counts, Set<String> chance) {
    List<Damage> damage = new ArrayList<>();
    for (Damage.Kind kind : Damage.Kind.values()) {
      long cells = counts.damage().getOrDefault(kind, 0L);
      if (cells > 0 && (kind != Damage.Kind.LOST_ZEROS || chance.isEmpty())) {
        damage.add(new Damage(kind, cells));
      }
    }
    return damage;
  }
}
