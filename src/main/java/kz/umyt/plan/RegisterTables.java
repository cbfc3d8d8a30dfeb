package kz.umyt.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.RegisterEntry;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;
import kz.umyt.source.jdbc.Session;

/**
 * Puts the registers in force beside the data for as long as one connection lasts, in temporary
 * tables whose column has the very type (and collation) of the subject column, so that the
 * conditions compare like with like. Nothing of them stays in the database.
 */
public final class RegisterTables {
  /** So many entries are read as fast as looked up. */
  private static final int FEW = 20;

  private RegisterTables() {}

  /** Makes the registers that this target's conditions name, in place of an earlier target's. */
  public static void load(Session session, BoundTable target, ActiveRegisters registers) {
    session.inZone(target.zone());
    for (RegisterConditions named : target.registers()) {
      fillHeldRecords(session, target, named, registers);
      fill(session, target, named.subject(), named, named.holds(), registers.holds());
      fill(session, target, named.subject(), named, named.blocks(), registers.blocks());
    }
    for (Ties.Cascade cascade : target.ties().all()) {
      cascade.named().ifPresent(named -> fillHeldRecords(session, target, named, registers));
    }
    target.ties().guests().forEach(guest -> load(session, guest, registers));
    RegisterConditions own = target.registers().get(0);
    fill(
        session,
        target,
        target.subject(),
        own,
        own.withdrawals(),
        registers.withdrawals(target.spec()));
  }

  /** The same, and whatever else may be asked once a row cannot be changed. */
  public static void loadForChanges(Session session, BoundTable target, ActiveRegisters registers) {
    load(session, target, registers);
    if (new TieSql(target).asksRows()) {
      WaitingRows.fill(target, registers, session);
    }
  }

  private static void fillHeldRecords(
      Session session, BoundTable target, RegisterConditions named, ActiveRegisters registers) {
    Table table = named.rows().table();
    List<String> columns = new ArrayList<>();
    for (String key : table.primaryKey()) {
      columns.add(named.rows().column(key) + " AS k" + columns.size());
    }
    // A record without a key of its own can be held by its person, or with its whole table.
    create(
        session,
        target,
        named.heldRecords(),
        columns.isEmpty() ? "1 AS k0" : String.join(", ", columns),
        table.name());
    create(session, target, named.heldTable(), "1 AS whole", table.name());
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    for (ActiveRegisters.HeldRecords held : registers.heldIn(named::isNamed)) {
      Optional<String> key = held.records().key();
      if (key.isEmpty()) {
        session.execute("INSERT INTO " + named.heldTable() + " VALUES (1)");
      } else {
        List<Object> values =
            WrittenKey.values(key.get(), table).orElseThrow(() -> noKey(held, table));
        if (!session.takes(
            "INSERT INTO " + named.heldRecords() + " VALUES (" + marks + ")", values)) {
          throw noKey(held, table);
        }
      }
    }
  }

  private static void create(
      Session session, BoundTable target, String name, String columns, TableName from) {
    var dialect = target.database().dialect();
    session.execute(dialect.dropTemporaryTable(name));
    session.execute(
        dialect.temporaryTable(
            name, "SELECT " + columns + " FROM " + dialect.quote(from) + " WHERE 1 = 0"),
        "a temporary table for the registers could not be made");
  }

  /** A hold that could never match would quietly be none. */
  private static SettingsException noKey(ActiveRegisters.HeldRecords held, Table table) {
    if (table.primaryKey().isEmpty()) {
      return new SettingsException(
          held.line().at(),
          "'key' cannot name a row of table "
              + table.name()
              + ", which has no primary key; name the person under 'subject', or leave 'key' empty"
              + " and hold the whole table");
    }
    return new SettingsException(
        held.line().at(),
        "'key' cannot be a key of table "
            + table.name()
            + ": it needs the values of "
            + String.join(", ", table.primaryKey())
            + (table.primaryKey().size() == 1
                ? ""
                : ", in this order, with commas between them (a comma in a value is \\,)"));
  }

  private static void fill(
      Session session,
      BoundTable target,
      Optional<ClockPath> whose,
      RegisterConditions named,
      String table,
      List<RegisterEntry> entries) {
    if (whose.isEmpty()) {
      session.execute(target.database().dialect().dropTemporaryTable(table));
      return;
    }
    ClockPath path = whose.get();
    TableName holder =
        path instanceof ClockPath.Parent parent ? parent.table() : named.rows().table().name();
    Column subject =
        path instanceof ClockPath.Parent parent ? parent.column() : ((ClockPath.Own) path).column();
    create(
        session,
        target,
        table,
        target.database().dialect().quote(subject.name())
            + " AS subject, "
            // Of the type DATE; no row takes the day.
            + target
                .database()
                .dialect()
                .startOfDay(ColumnKind.DATE, LocalDate.EPOCH, target.zone())
            + " AS entry_day",
        holder);
    List<List<Object>> rows = new ArrayList<>();
    // A withdrawal destroys: it must name its person exactly. A hold or a block keeps.
    boolean keeps = !table.equals(named.withdrawals());
    for (RegisterEntry entry : entries) {
      Object value = value(entry, subject);
      if (value instanceof String text && keeps) {
        SubjectForm.variants(text).stream()
            .filter(variant -> subject.length() == 0 || variant.length() <= subject.length())
            .forEach(variant -> rows.add(List.of(variant, entry.from())));
      } else {
        rows.add(List.of(value, entry.from()));
      }
    }
    session.insert("INSERT INTO " + table + " (subject, entry_day) VALUES (?, ?)", rows);
    if (rows.size() > FEW && (subject.kind() != ColumnKind.TEXT || subject.length() > 0)) {
      target
          .database()
          .dialect()
          .indexTemporaryTable(
              table, "subject", subject.kind() == ColumnKind.TEXT ? subject.length() : 0)
          .forEach(session::execute);
    }
  }

  /** A register entry that could never match would be a hold that is quietly ignored. */
  private static Object value(RegisterEntry entry, Column subject) {
    String text = SubjectForm.trimmed(entry.subject().orElseThrow());
    return switch (subject.kind()) {
      case INTEGER, DECIMAL -> {
        try {
          BigDecimal number = new BigDecimal(text);
          // A database would round a fraction to somebody else's number.
          yield subject.kind() == ColumnKind.INTEGER
              ? new BigDecimal(number.toBigIntegerExact())
              : number;
        } catch (ArithmeticException | NumberFormatException notANumber) {
          throw new SettingsException(
              entry.at(),
              "the subject is not a number of the kind that column " + subject.name() + " holds");
        }
      }
      case TEXT -> {
        if (subject.length() > 0 && text.length() > subject.length()) {
          throw new SettingsException(
              entry.at(),
              "the subject is longer than column "
                  + subject.name()
                  + " can hold ("
                  + subject.length()
                  + " characters), so it would match nobody");
        }
        yield text;
      }
      default ->
          throw new SettingsException(
              entry.at(),
              "column "
                  + subject.name()
                  + " of type "
                  + subject.type()
                  + " cannot be matched with a register");
    };
  }
}
