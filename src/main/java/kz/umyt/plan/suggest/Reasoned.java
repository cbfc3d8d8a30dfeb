package kz.umyt.plan.suggest;

import java.util.List;

/**
 * A proposal and what speaks for it.
 *
 * @param why in one line; empty where nothing needs to be said
 * @param decide what a person must decide about it
 */
public record Reasoned<T>(T value, String why, List<String> decide) {
  public Reasoned {
    decide = List.copyOf(decide);
  }
}
