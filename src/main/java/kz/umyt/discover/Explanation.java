package kz.umyt.discover;

import java.util.Optional;

/**
 * Why a column has its class, or none; the numbers stand in its findings.
 *
 * @param named the entity that the column's name says
 * @param word the part of the name that says so, its words joined
 */
public record Explanation(Rule rule, Optional<String> named, Optional<String> word) {

  /** What decided; see {@link Classification}. */
  public enum Rule {
    /** Most values show the entity, and the name does not say so. */
    VALUES,
    /** Most values show the entity that the name says. */
    VALUES_AND_NAME,
    /** Enough values show the entity that the name says, but not most. */
    NAME_AND_SOME_VALUES,
    /** The name says an entity that no value can show. */
    NAME,
    /** No class: the values do not show what the name says. */
    CONTRADICTED,
    /** No class: the numbers that pass a check are as many as chance gives. */
    CHANCE,
    /** No class: neither the name nor most values say one. */
    NOTHING
  }
}
