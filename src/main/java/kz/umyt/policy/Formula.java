package kz.umyt.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Facts joined by "and" and "or". There is no "not": of everything that matters the opposite is a
 * fact of its own, so that a database, for which nothing is false about a missing value, decides as
 * Java does.
 */
public sealed interface Formula {

  /** One fact. */
  record Is(Fact fact) implements Formula {}

  /** Every part holds; without parts it always holds. */
  record All(List<Formula> parts) implements Formula {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Some part holds; without parts it never holds. */
  record Any(List<Formula> parts) implements Formula {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  static Formula is(Fact fact) {
    return new Is(fact);
  }

  /** All of them, as short as it can be said. */
  static Formula all(Formula... parts) {
    return all(Stream.of(parts));
  }

  static Formula all(Stream<Formula> parts) {
    List<Formula> said = new ArrayList<>();
    for (Formula part : parts.toList()) {
      if (part instanceof Any any && any.parts.isEmpty()) {
        return part;
      } else if (part instanceof All inner) {
        said.addAll(inner.parts);
      } else {
        said.add(part);
      }
    }
    return said.size() == 1 ? said.get(0) : new All(said);
  }

  /** Any of them, as short as it can be said. */
  static Formula any(Formula... parts) {
    return any(Stream.of(parts));
  }

  static Formula any(Stream<Formula> parts) {
    List<Formula> said = new ArrayList<>();
    for (Formula part : parts.toList()) {
      if (part instanceof All all && all.parts.isEmpty()) {
        return part;
      } else if (part instanceof Any inner) {
        said.addAll(inner.parts);
      } else {
        said.add(part);
      }
    }
    return said.size() == 1 ? said.get(0) : new Any(said);
  }

  /** Whether it holds where these facts are true. */
  default boolean holds(Predicate<Fact> facts) {
    if (this instanceof Is one) {
      return facts.test(one.fact);
    }
    return this instanceof All all
        ? all.parts.stream().allMatch(part -> part.holds(facts))
        : ((Any) this).parts.stream().anyMatch(part -> part.holds(facts));
  }
}
