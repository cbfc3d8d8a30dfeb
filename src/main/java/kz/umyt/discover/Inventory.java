package kz.umyt.discover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.umyt.settings.Policy;

/**
 * Which column of which table or file holds which entity. Holds no personal value: evidence is
 * masked.
 *
 * @param undeclared what was found although the policy does not list it
 * @param gaps what was not read
 */
public record Inventory(
    String job,
    OffsetDateTime started,
    OffsetDateTime finished,
    List<SourceInventory> sources,
    List<Undeclared> undeclared,
    List<Gap> gaps) {

  public Inventory {
    sources = List.copyOf(sources);
    undeclared = List.copyOf(undeclared);
    gaps = List.copyOf(gaps);
  }

  /** The same, with what this policy does not list as undeclared. */
  public Inventory against(Policy policy) {
    Set<String> listed =
        policy.entities().stream()
            .map(entity -> entity.entity().value())
            .collect(Collectors.toUnmodifiableSet());
    List<Undeclared> missing = new ArrayList<>();
    for (SourceInventory source : sources) {
      for (TableInventory table : source.tables()) {
        for (ColumnInventory column : table.columns()) {
          for (String entity : column.entities()) {
            if (!listed.contains(entity)) {
              missing.add(new Undeclared(entity, source.name(), table.name(), column.name()));
            }
          }
        }
      }
    }
    return new Inventory(job, started, finished, sources, missing, gaps);
  }

  /** What kind of place a source is. */
  public enum Kind {
    JDBC,
    CSV
  }

  /**
   * One source.
   *
   * @param read false if nothing in it could be reached; a gap says why
   */
  public record SourceInventory(String name, Kind kind, boolean read, List<TableInventory> tables) {
    public SourceInventory {
      tables = List.copyOf(tables);
    }
  }

  /**
   * One table, or one file of a CSV source.
   *
   * @param name schema and table, or the file's path below the source's folder
   * @param rows absent if not all were read: reading broke off, and a gap says why, or only a
   *     sample was asked for
   * @param scanned rows that were read through the recognizers
   * @param primaryKey its columns in key order; empty where there is none, and in a file
   * @param references its foreign keys
   * @param traits by column; empty in a file
   * @param encoding of a file; empty for a table
   */
  public record TableInventory(
      String name,
      OptionalLong rows,
      long scanned,
      List<ColumnInventory> columns,
      List<String> primaryKey,
      List<Reference> references,
      Map<String, ColumnTraits> traits,
      Optional<FileEncoding> encoding) {
    public TableInventory {
      columns = List.copyOf(columns);
      primaryKey = List.copyOf(primaryKey);
      references = List.copyOf(references);
      traits = Map.copyOf(traits);
    }

    /** A table without keys, or a file. */
    public TableInventory(
        String name, OptionalLong rows, long scanned, List<ColumnInventory> columns) {
      this(name, rows, scanned, columns, List.of(), List.of(), Map.of(), Optional.empty());
    }

    /** A table. */
    public TableInventory(
        String name,
        OptionalLong rows,
        long scanned,
        List<ColumnInventory> columns,
        List<String> primaryKey,
        List<Reference> references,
        Map<String, ColumnTraits> traits) {
      this(name, rows, scanned, columns, primaryKey, references, traits, Optional.empty());
    }

    /** Whether every row was read: only then does not seen mean not there. */
    public boolean whole() {
      return rows.isPresent() && rows.getAsLong() == scanned;
    }

    /** The entities of all columns, sorted by name. */
    public NavigableSet<String> entities() {
      NavigableSet<String> entities = new TreeSet<>();
      columns.forEach(column -> entities.addAll(column.entities()));
      return entities;
    }
  }

  /**
   * A foreign key; the two column lists stand in the same order.
   *
   * @param table the parent, named as in the same source
   * @param cascades whether the engine removes or changes rows of this table when their parent goes
   */
  public record Reference(
      List<String> columns, String table, List<String> parentColumns, boolean cascades) {
    public Reference {
      columns = List.copyOf(columns);
      parentColumns = List.copyOf(parentColumns);
    }
  }

  /**
   * One column.
   *
   * @param type the engine's own name of the type; {@code text} in a file
   * @param nullable false only where the engine forbids NULL
   * @param nonNull cells that are not NULL; in a file, which has no NULL, cells that are not empty
   * @param filled of these, cells that hold more than blanks; every share is one of this number
   * @param distinct different values among these; an estimate (a few per cent) where there are many
   * @param entity the column's class; absent where it has none
   * @param confidence in the class, 0 to 1: see {@link Classification}; 0 without a class
   * @param findings every entity that was seen in a value, the most frequent first
   * @param dates absent where the column holds no dates
   * @param damage what was done to its values before they came here, one of a kind
   * @param explanation why it has its class, or none
   */
  public record ColumnInventory(
      String name,
      String type,
      boolean nullable,
      long nonNull,
      long filled,
      long distinct,
      Optional<String> entity,
      double confidence,
      List<EntityFinding> findings,
      Optional<DateShape> dates,
      List<Damage> damage,
      Explanation explanation) {
    public ColumnInventory {
      findings = List.copyOf(findings);
      damage = List.copyOf(damage);
    }

    /**
     * The class and every entity that was seen, however rarely, sorted by name; not what only
     * chance made look like one. Empty where the column holds no personal data.
     */
    public NavigableSet<String> entities() {
      NavigableSet<String> entities = new TreeSet<>();
      entity.ifPresent(entities::add);
      findings.stream()
          .filter(finding -> !finding.isChance())
          .map(EntityFinding::entity)
          .forEach(entities::add);
      return entities;
    }
  }

  /**
   * One entity in one column.
   *
   * @param cells in which it was found at least once
   * @param distinct different values among these cells; an estimate where there are many
   * @param share of the filled cells, 0 to 1
   * @param validated cells in which a check beyond the pattern confirmed it
   * @param density how many numbers of its length pass its check; absent where chance is no matter
   * @param evidence up to three masked samples, all different
   */
  public record EntityFinding(
      String entity,
      long cells,
      long distinct,
      double share,
      long validated,
      Optional<Density> density,
      List<String> evidence) {
    public EntityFinding {
      evidence = List.copyOf(evidence);
    }

    /** Whether it was found no more often than numbers of another kind give by chance. */
    public boolean isChance() {
      return density.filter(Density::chance).isPresent();
    }
  }

  /** An entity that was found, in a value or by the column's name, and that no clause lists. */
  public record Undeclared(String entity, String source, String table, String column) {}

  /**
   * Something that was not read, or not to its end.
   *
   * @param table absent if it is the whole source
   * @param column absent if it is the whole table or file
   * @param reason why, and what to do, without any value
   * @param expected whether it lies in the nature of the values or somebody decided so: no reason
   *     to call a person
   */
  public record Gap(
      String source,
      Optional<String> table,
      Optional<String> column,
      String reason,
      boolean expected) {
    /** Whether everything was read, and only what it is called is not known. */
    public boolean isRead() {
      return reason.equals(Gaps.NO_HEADER);
    }

    /** One that a person must look at. */
    public Gap(String source, Optional<String> table, Optional<String> column, String reason) {
      this(source, table, column, reason, false);
    }
  }
}
