package kz.umyt.settings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a register.
 *
 * @param purpose what a withdrawal is for; empty where it is for everything
 * @param from day of the withdrawal, or first day of the block or hold
 * @param to last day of the block or hold; empty while it is open
 */
public record RegisterEntry(
    Whose whose, Optional<String> purpose, LocalDate from, Optional<LocalDate> to, Position at) {

  /** Which records a line is about. */
  public sealed interface Whose {

    /**
     * All records of a person.
     *
     * @param subject a personal value, never printed
     */
    record Person(String subject) implements Whose {
      @Override
      public String toString() {
        return "a person";
      }
    }

    /**
     * Records whoever they are about.
     *
     * @param table of a database, or name of a file
     * @param key of one record, see {@link RecordKey}; empty where all of them are meant. May be a
     *     personal value, never printed
     */
    record Records(String table, Optional<String> key) implements Whose {
      @Override
      public String toString() {
        return "records of " + table;
      }
    }
  }

  /** The person; absent for a line about records. */
  public Optional<String> subject() {
    return whose instanceof Whose.Person person ? Optional.of(person.subject()) : Optional.empty();
  }
}
