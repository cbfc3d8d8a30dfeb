package kz.umyt.source.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/** The row under the cursor; columns count from 1. */
public final class QueryRow implements Cells {
  private final Database database;
  private final ResultSet rows;

  QueryRow(Database database, ResultSet rows) {
    this.database = database;
    this.rows = rows;
  }

  /** A number; 0 for NULL. */
  public long number(int column) {
    try {
      BigDecimal value = rows.getBigDecimal(column);
      return value == null ? 0 : value.longValueExact();
    } catch (SQLException failure) {
      throw database.failed("a result could not be read", failure);
    }
  }

  /** A number without a fraction; absent for NULL and beyond 64 bits. */
  OptionalLong wholeNumber(int column) {
    try {
      BigDecimal value = rows.getBigDecimal(column);
      return value == null || value.scale() > 0 || value.toBigInteger().bitLength() > 63
          ? OptionalLong.empty()
          : OptionalLong.of(value.longValueExact());
    } catch (SQLException failure) {
      throw database.failed("a result could not be read", failure);
    }
  }

  @Override
  public @Nullable String text(int column) {
    try {
      return rows.getString(column);
    } catch (SQLException failure) {
      throw database.failed("a value could not be read as text", failure);
    }
  }

  @Override
  public byte @Nullable [] bytes(int column) {
    try {
      InputStream value = rows.getBinaryStream(column);
      return value == null ? null : value.readNBytes(TableReading.LONGEST + 1);
    } catch (SQLException failure) {
      throw database.failed("bytes could not be read", failure);
    } catch (IOException failure) {
      // The cause may quote the value.
      throw new SourceException(
          "source '" + database.name() + "': bytes could not be read to their end");
    }
  }

  @Override
  public @Nullable Reader characters(int column) {
    try {
      return rows.getCharacterStream(column);
    } catch (SQLException failure) {
      throw database.failed("a long text could not be read", failure);
    }
  }

  /**
   * The day of a date, a time stamp or a moment in the given zone; null for NULL, and for what an
   * engine takes for a date and no calendar has.
   */
  public @Nullable LocalDate day(int column, ColumnKind kind, ZoneId zone) {
    try {
      return switch (kind) {
        case DATE -> rows.getObject(column, LocalDate.class);
        case TIMESTAMP -> {
          LocalDateTime value = rows.getObject(column, LocalDateTime.class);
          yield value == null ? null : value.toLocalDate();
        }
        case INSTANT -> {
          if (database.dialect().momentsAreUtc()) {
            LocalDateTime utc = rows.getObject(column, LocalDateTime.class);
            yield utc == null
                ? null
                : utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDate();
          }
          OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
          yield value == null ? null : value.atZoneSameInstant(zone).toLocalDate();
        }
        default -> throw new IllegalArgumentException(kind + " holds no days");
      };
    } catch (DateTimeException noDay) {
      return null;
    } catch (SQLException failure) {
      throw database.failed("a date could not be read", failure);
    }
  }
}
