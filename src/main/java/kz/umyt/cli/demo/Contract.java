package kz.umyt.cli.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One contract of a subscriber.
 *
 * @param endedOn null while it is open
 */
record Contract(String number, String tariff, LocalDate signedOn, @Nullable LocalDate endedOn) {}
