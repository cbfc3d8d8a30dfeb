package kz.umyt.plan;

import java.math.BigDecimal;
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
  private RegisterTables() {}

  /** Makes the registers that this target's conditions name; drops those of an earlier target. */
  public static void load(Session session, BoundTable target, ActiveRegisters registers) {
    for (String table :
        List.of(
            Conditions.HOLDS,
            Conditions.HELD_RECORDS,
            Conditions.HELD_TABLE,
            Conditions.BLOCKS,
            Conditions.WITHDRAWALS)) {
      session.execute(target.database().dialect().dropTemporaryTable(table));
    }
    session.inZone(target.zone());
    fillHeldRecords(session, target, registers);
    if (target.subject().isEmpty()) {
      return;
    }
    fill(session, target, Conditions.HOLDS, registers.holds());
    fill(session, target, Conditions.BLOCKS, registers.blocks());
    fill(session, target, Conditions.WITHDRAWALS, registers.withdrawals(target.spec()));
  }

  private static void fillHeldRecords(
      Session session, BoundTable target, ActiveRegisters registers) {
    Table table = target.table();
    List<String> columns = new ArrayList<>();
    for (String key : table.primaryKey()) {
      columns.add(target.conditions().column(key) + " AS k" + columns.size());
    }
    create(session, target, Conditions.HELD_RECORDS, String.join(", ", columns));
    create(session, target, Conditions.HELD_TABLE, "1 AS whole");
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    for (ActiveRegisters.HeldRecords held : registers.heldIn(target::isNamed)) {
      Optional<String> key = held.records().key();
      if (key.isEmpty()) {
        session.execute("INSERT INTO " + Conditions.HELD_TABLE + " VALUES (1)");
      } else {
        List<Object> values =
            WrittenKey.values(key.get(), table).orElseThrow(() -> noKey(held, table));
        if (!session.takes(
            "INSERT INTO " + Conditions.HELD_RECORDS + " VALUES (" + marks + ")", values)) {
          throw noKey(held, table);
        }
      }
    }
  }

  private static void create(Session session, BoundTable target, String name, String columns) {
    var dialect = target.database().dialect();
    session.execute(
        dialect.temporaryTable(
            name,
            "SELECT "
                + columns
                + " FROM "
                + dialect.quote(target.table().name())
                + " WHERE 1 = 0"));
  }

  /** A hold that could never match would quietly be none. */
  private static SettingsException noKey(ActiveRegisters.HeldRecords held, Table table) {
    return new SettingsException(
        held.line().at(),
        "'key' cannot be a key of table "
            + table.name()
            + ": it needs the values of "
            + String.join(", ", table.primaryKey())
            + (table.primaryKey().size() == 1 ? "" : ", in this order, with commas between them"));
  }

  private static void fill(
      Session session, BoundTable target, String table, List<RegisterEntry> entries) {
    ClockPath path = target.subject().orElseThrow();
    TableName holder =
        path instanceof ClockPath.Parent parent ? parent.table() : target.table().name();
    Column subject =
        path instanceof ClockPath.Parent parent ? parent.column() : ((ClockPath.Own) path).column();
    var dialect = target.database().dialect();
    session.execute(
        dialect.temporaryTable(
            table,
            "SELECT "
                + dialect.quote(subject.name())
                + " AS subject, CAST('2000-01-01' AS DATE) AS entry_day FROM "
                + dialect.quote(holder)
                + " WHERE 1 = 0"));
    List<List<Object>> rows = new ArrayList<>();
    // A withdrawal destroys: it must name its person exactly. A hold or a block keeps.
    boolean keeps = !table.equals(Conditions.WITHDRAWALS);
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
