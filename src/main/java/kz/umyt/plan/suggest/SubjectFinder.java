package kz.umyt.plan.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.plan.suggest.ClockCandidate.Read;

/**
 * Finds the column that says whose record it is: an IIN, of the table itself or of one that it
 * points to; else a phone number, an e-mail address or a login.
 */
final class SubjectFinder {

  private static final String IIN = "KZ_IIN";
  private static final List<String> CONTACTS = List.of("EMAIL_ADDRESS", "PHONE_NUMBER", "LOGIN");

  private final Map<String, TableInventory> tables;
  private final KeyPaths paths;
  private final WrittenNames names;

  /**
   * A finder for one source.
   *
   * @param tables by name
   */
  SubjectFinder(Map<String, TableInventory> tables, KeyPaths paths, WrittenNames names) {
    this.tables = Map.copyOf(tables);
    this.paths = paths;
    this.names = names;
  }

  /**
   * A subject.
   *
   * @param read what of another table is read; absent for a column of the target
   */
  record Found(Reasoned<String> column, Optional<Read> read) {}

  /** Empty where no column names a person. */
  Optional<Found> of(TableInventory table, Kind kind) {
    return Stream.of(List.of(IIN), CONTACTS)
        .flatMap(
            entities -> Stream.concat(own(table, kind, entities), above(table, kind, entities)))
        .findFirst();
  }

  private Stream<Found> own(TableInventory table, Kind kind, List<String> entities) {
    return fullest(table, kind, entities)
        .filter(
            column ->
                kind == Kind.CSV ? column.hasName() : WrittenNames.own(column.name()).isPresent())
        .map(
            column ->
                new Found(
                    new Reasoned<>(column.name(), why(column, table), decide(column)),
                    Optional.empty()))
        .limit(1);
  }

  private Stream<Found> above(TableInventory table, Kind kind, List<String> entities) {
    return kind == Kind.CSV
        ? Stream.empty()
        : paths.from(table).stream()
            .flatMap(
                way ->
                    Stream.ofNullable(tables.get(way.end()))
                        .flatMap(
                            parent ->
                                fullest(parent, kind, entities)
                                    .flatMap(
                                        column ->
                                            names.of(parent.name(), column.name()).stream()
                                                .map(
                                                    name ->
                                                        new Found(
                                                            new Reasoned<>(
                                                                name,
                                                                why(column, parent)
                                                                    + ", over the foreign key",
                                                                decide(column)),
                                                            Optional.of(
                                                                new Read(
                                                                    way.tables(),
                                                                    column.name())))))));
  }

  private static Stream<ColumnFacts> fullest(
      TableInventory table, Kind kind, List<String> entities) {
    return ColumnFacts.of(table, kind).stream()
        .filter(column -> column.entity().filter(entities::contains).isPresent())
        .sorted(Comparator.comparingLong(ColumnFacts::filled).reversed());
  }

  private static String why(ColumnFacts column, TableInventory table) {
    String entity = column.entity().orElse("");
    return table.scanned() == 0
        ? entity
        : String.format(
            Locale.ROOT,
            "%s, filled in %d %% of the rows",
            entity,
            Math.floorDiv(100 * column.filled(), table.scanned()));
  }

  private static List<String> decide(ColumnFacts column) {
    return column.entity().filter(IIN::equals).isPresent()
        ? List.of()
        : List.of(
            "no IIN says whose record it is, so registers must name people by " + column.name());
  }
}
