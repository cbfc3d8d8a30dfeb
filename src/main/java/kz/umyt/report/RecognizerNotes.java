package kz.umyt.report;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the recognizers say beyond an inventory.
 *
 * @param alarm for an entity, what a person must do at once when it is found at all, in the words
 *     of the recognizer file
 * @param entityOfColumn for a column's name, the entity that it speaks of
 */
public record RecognizerNotes(
    Function<String, Optional<String>> alarm, Function<String, Optional<String>> entityOfColumn) {}
