package kz.umyt.settings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a register.
 *
 * @param subject whose line it is: a personal value, never printed
 * @param from day of the withdrawal, or first day of the block or hold
 * @param to last day of the block or hold; empty while it is open
 */
public record RegisterEntry(String subject, LocalDate from, Optional<LocalDate> to, Position at) {
  @Override
  public String toString() {
    return "line at " + at + " from " + from + to.map(day -> " to " + day).orElse("");
  }
}
