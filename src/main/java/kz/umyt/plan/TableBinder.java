package kz.umyt.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.umyt.settings.Action;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.OperatorSpec;
import kz.umyt.settings.Partitions;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.ForeignKey;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Database;
import kz.umyt.source.jdbc.PartitionDrop;
import kz.umyt.source.jdbc.RowPlaces;
import kz.umyt.source.jdbc.Session;

/** Finds what a table target names in the real database, and refuses what cannot be done there. */
final class TableBinder {

  private final Job job;
  private final Policy policy;
  private final LocalDate asOf;
  private final DoneForms done;

  /**
   * A binder.
   *
   * @param done what is known of rows that are anonymized already
   */
  TableBinder(Job job, Policy policy, LocalDate asOf, DoneForms done) {
    this.job = job;
    this.done = done;
    this.policy = policy;
    this.asOf = asOf;
  }

  /**
   * Finds what a target names.
   *
   * @param suffix of the names of its registers: empty, unless they lie beside another target's
   */
  BoundTable bind(
      Target.Table spec, Database database, List<InheritedHold> inherited, String suffix) {
    Table table = database.table(spec.table());
    requireKey(spec, table, database);
    spec.partitions()
        .filter(word -> word.value() == Partitions.DROP)
        .ifPresent(word -> requirePartitions(word.at(), table, database));
    spec.columns().forEach(rule -> writable(rule, table, database));
    spec.aftercare().quasiIdentifiers().forEach(table::column);
    spec.hold().ifPresent(hold -> database.requireCondition(hold, table.name()));
    refuseVanishingReasons(spec, table, database);
    List<BoundRule> rules = BoundRule.of(spec, job, policy, asOf);
    Paths paths = new Paths(database, table);
    List<ClockPath> clocks =
        spec.clocks().stream().map(clock -> clock(clock, paths, database, table)).toList();
    Optional<ClockPath> subject = spec.subject().map(paths::upward);
    RowPaths rows = new RowPaths(database.dialect(), table);
    List<RegisterConditions> registers = new ArrayList<>();
    registers.add(new RegisterConditions(rows, subject, suffix));
    List<String> kept = new ArrayList<>();
    for (InheritedHold hold : inherited) {
      if (hold.concerns(table.name())) {
        RegisterConditions named =
            hold.registers(database.dialect(), suffix + "_" + registers.size());
        registers.add(named);
        hold.sql(database.dialect(), named, job.registers()).ifPresent(kept::add);
      }
    }
    Conditions conditions =
        new Conditions(
            rows,
            BoundRule.decision(rules),
            conditions(spec, rules, rows, clocks, registers.get(0), database),
            new Conditions.Keeping(
                registers.get(0),
                job.registers().holds().isPresent(),
                job.registers().blocks().isPresent(),
                kept,
                spec.hold().map(hold -> hold.value())),
            anonymized(spec, table, database));
    return new BoundTable(
        spec,
        rules,
        database,
        table,
        conditions,
        clocks,
        clockKind(spec, clocks.get(0)),
        subject,
        registers,
        reads(clocks, subject),
        Ties.NONE,
        List.of());
  }

  private Optional<Anonymized> anonymized(Target.Table spec, Table table, Database database) {
    if (spec.action() != Action.ANONYMIZE) {
      return Optional.empty();
    }
    Optional<Marker> marker = done.marker(spec, table, database);
    boolean hasEntries = done.exist(database);
    return hasEntries || marker.isPresent()
        ? Optional.of(
            new Anonymized(
                database.journalSchema() + ".umyt_done",
                DoneForms.form(spec, table),
                hasEntries ? done.forms(spec, table, database) : List.of(),
                marker,
                false))
        : Optional.empty();
  }

  private List<ClockCondition> conditions(
      Target.Table spec,
      List<BoundRule> rules,
      RowPaths rows,
      List<ClockPath> clocks,
      RegisterConditions registers,
      Database database) {
    List<ClockCondition> conditions = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      ClockSql values =
          new ClockSql(
              rows.dialect(), rules.get(i).due(), clockKind(spec, clocks.get(i)), job.zone());
      conditions.add(
          new ClockCondition(
              rows,
              clocks.get(i),
              values,
              registers.subject(),
              registers.withdrawals(),
              kept(spec, rows, clocks.get(i), values, database)));
    }
    return conditions;
  }

  private Optional<KeptDays> kept(
      Target.Table spec, RowPaths rows, ClockPath clock, ClockSql values, Database database) {
    // Rows that point to rows of their own table go with these, or not at all.
    return clock instanceof ClockPath.Children children
            && !children.key().child().equals(rows.table().name())
        ? Optional.of(
            new KeptDays(
                database.journalSchema() + ".umyt_due",
                done.exist(database),
                rows,
                done.record(spec, rows.table()),
                children,
                values))
        : Optional.empty();
  }

  private static void requirePartitions(Position at, Table table, Database database) {
    PartitionDrop partitions =
        database
            .dialect()
            .partitionDrop()
            .orElseThrow(
                () ->
                    new SettingsException(
                        at,
                        "'partitions: drop' cannot be done in "
                            + database.dialect().engine()
                            + ", where a DROP commits by itself and not together with the evidence"
                            + " of it; take it out: the rows are deleted, and empty partitions"
                            + " stay"));
    try (Session session = database.session()) {
      if (!session.isPartitioned(partitions, table.name())) {
        throw new SettingsException(
            at,
            "table "
                + table.name()
                + " is not divided into partitions; take 'partitions: drop' out");
      }
    }
  }

  /** Or something else that tells its rows apart for as long as a transaction lasts. */
  private static void requireKey(Target.Table spec, Table table, Database database) {
    if (table.primaryKey().isEmpty()
        && (spec.action() != Action.DESTROY || !hasPlaces(table, database))) {
      throw new SettingsException(
          spec.at(),
          "table "
              + table.name()
              + " has no primary key, so its rows cannot be taken one by one and proved gone; add"
              + " a primary key to the table");
    }
  }

  private static boolean hasPlaces(Table table, Database database) {
    // What others point to, they point to by a key.
    return table.referencedBy().isEmpty()
        && database
            .dialect()
            .rowPlaces(table.name())
            .map(RowPlaces::usable)
            .map(
                query -> {
                  try (Session session = database.session()) {
                    return session.number(query) == 1;
                  }
                })
            .orElse(false);
  }

  private static void writable(Target.ColumnRule rule, Table table, Database database) {
    Column column = table.column(rule.column());
    if (rule.operator() instanceof OperatorSpec.Keep) {
      return;
    }
    if (column.generated()) {
      throw new SettingsException(
          rule.column().at(),
          "column "
              + column.name()
              + " is generated by the database and cannot be changed; change the columns it is"
              + " made of");
    }
    if (!database.dialect().hasDigest(column)) {
      throw new SettingsException(
          rule.column().at(),
          "column "
              + column.name()
              + " of type "
              + column.type()
              + " cannot be anonymized in "
              + database.dialect().engine()
              + ", which tells no digest of it by which the row would be known as anonymized;"
              + " destroy the rows, or have the column changed to a type of limited length");
    }
    boolean isKey = table.primaryKey().contains(column.name());
    boolean isReferenced =
        table.referencedBy().stream().anyMatch(key -> key.parentColumns().contains(column.name()))
            || table.references().stream()
                .anyMatch(key -> key.childColumns().contains(column.name()));
    if (isKey || isReferenced) {
      throw new SettingsException(
          rule.column().at(),
          "column "
              + column.name()
              + " is part of "
              + (isKey ? "the primary key" : "a foreign key")
              + " of table "
              + table.name()
              + " and cannot be anonymized");
    }
  }

  private static ClockPath clock(ClockSpec spec, Paths paths, Database database, Table table) {
    if (spec instanceof ClockSpec.Expression expression) {
      ColumnKind kind = database.kindOf(expression.sql(), table.name());
      refuseZonedDays(expression.sql(), table, database);
      return new ClockPath.Expression(expression.sql().value(), kind);
    }
    if (spec instanceof ClockSpec.Latest latest) {
      return paths.downward(latest.name());
    }
    if (!(spec instanceof ClockSpec.Column column)) {
      return new ClockPath.Register();
    }
    column
        .format()
        .ifPresent(
            format -> {
              throw new SettingsException(
                  format.at(), "a format is for CSV files; a table's clock must be a date column");
            });
    return paths.upward(column.name());
  }

  /** MariaDB makes days of moments in the zone of the server, which nobody may have set. */
  private static void refuseZonedDays(Located<String> sql, Table table, Database database) {
    if (database.dialect().setZone(ZoneOffset.UTC).isPresent()) {
      return;
    }
    Set<String> words = SqlWords.of(sql.value());
    table.columns().stream()
        .filter(column -> column.kind() == ColumnKind.INSTANT)
        .filter(column -> words.contains(SqlWords.folded(column.name())))
        .findFirst()
        .ifPresent(
            column -> {
              throw new SettingsException(
                  sql.at(),
                  "column "
                      + column.name()
                      + " is a "
                      + column.type()
                      + ", which "
                      + database.dialect().engine()
                      + " shows in the zone of its server, so that an expression may be a day off;"
                      + " take the column alone, or others");
            });
  }

  private static ColumnKind clockKind(Target.Table spec, ClockPath clock) {
    Column column;
    if (clock instanceof ClockPath.Expression expression) {
      return requireDay(spec, expression.kind(), "the clock's expression");
    }
    if (clock instanceof ClockPath.Own own) {
      column = own.column();
    } else if (clock instanceof ClockPath.Parent parent) {
      column = parent.column();
    } else if (clock instanceof ClockPath.Children children) {
      column = children.column();
    } else {
      return ColumnKind.DATE;
    }
    return requireDay(
        spec, column.kind(), "clock column " + column.name() + " (" + column.type() + ")");
  }

  private static ColumnKind requireDay(Target.Table spec, ColumnKind kind, String what) {
    return switch (kind) {
      case DATE, TIMESTAMP, INSTANT -> kind;
      default -> throw new SettingsException(spec.at(), what + " is not a date or a time stamp");
    };
  }

  private static List<BoundTable.Read> reads(List<ClockPath> clocks, Optional<ClockPath> subject) {
    List<BoundTable.Read> reads = new ArrayList<>();
    clocks.forEach(clock -> addReads(reads, clock));
    subject.ifPresent(path -> addReads(reads, path));
    return List.copyOf(reads);
  }

  /**
   * A hold or an expression that asks other rows could not be asked again once these are gone: who
   * was held would be held no longer, and nobody could tell when a term began.
   */
  private void refuseVanishingReasons(Target.Table spec, Table own, Database database) {
    List<Located<String>> texts = new ArrayList<>();
    spec.hold().ifPresent(texts::add);
    spec.clocks().stream()
        .filter(ClockSpec.Expression.class::isInstance)
        .map(clock -> ((ClockSpec.Expression) clock).sql())
        .forEach(texts::add);
    for (Located<String> sql : texts) {
      Set<String> words = SqlWords.of(sql.value());
      for (Target other : SqlWords.asks(sql.value()) ? job.targets() : List.<Target>of()) {
        if (other instanceof Target.Table changed
            && changed.source().value().equals(spec.source().value())
            && changes(changed, own, words, database)) {
          throw new SettingsException(
              sql.at(),
              "this reads table "
                  + changed.table()
                  + ", which the job "
                  + (changed.action() == Action.DESTROY ? "destroys" : "anonymizes")
                  + ": what keeps a record or starts its term would be gone before the record; do"
                  + " that in a job that runs later");
        }
      }
    }
  }

  private static boolean changes(
      Target.Table changed, Table own, Set<String> words, Database database) {
    Table table = database.table(changed.table());
    return !table.name().equals(own.name())
        && words.contains(SqlWords.folded(table.name().name()))
        && (changed.action() == Action.DESTROY
            || changed.columns().stream()
                .anyMatch(rule -> words.contains(SqlWords.folded(rule.column().value()))));
  }

  private static void addReads(List<BoundTable.Read> reads, ClockPath path) {
    if (path instanceof ClockPath.Parent parent) {
      parent.hops().stream()
          .map(ForeignKey::parent)
          .map(table -> read(table, parent))
          .forEach(reads::add);
    } else if (path instanceof ClockPath.Children children) {
      reads.add(new BoundTable.Read(children.key().child(), children.column().name()));
    }
  }

  private static BoundTable.Read read(TableName table, ClockPath.Parent parent) {
    return new BoundTable.Read(table, table.equals(parent.table()) ? parent.column().name() : "");
  }
}
