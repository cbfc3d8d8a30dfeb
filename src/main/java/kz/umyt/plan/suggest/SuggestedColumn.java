package kz.umyt.plan.suggest;

import java.util.Optional;
import java.util.Set;
import kz.umyt.settings.OperatorSpec;

/**
 * What a job could do with one column.
 *
 * @param entity what it holds; absent where only parts of its texts are personal
 * @param detected only what the recognizers find in the text is changed
 * @param why in one line
 * @param undecided whether a person must look at it
 */
public record SuggestedColumn(
    String column,
    Optional<String> entity,
    OperatorSpec operator,
    boolean detected,
    String why,
    boolean undecided) {

  SuggestedColumn naming(Set<String> entities) {
    return new SuggestedColumn(
        column, entity.filter(entities::contains), operator, detected, why, undecided);
  }
}
