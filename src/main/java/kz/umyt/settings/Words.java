package kz.umyt.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words that files use for the values of an enum. */
final class Words {

  static final Map<String, Clock> CLOCKS = of(Clock.values(), Clock::word);
  static final Map<String, Action> ACTIONS = of(Action.values(), Action::word);
  static final Map<String, Right> RIGHTS = of(Right.values(), Right::word);
  static final Map<String, Exemption> EXEMPTIONS = of(Exemption.values(), Exemption::word);

  static final Map<String, Job.Key> KEYS = of(Job.Key.values(), Job.Key::word);

  static final Map<String, Partitions> PARTITIONS = of(Partitions.values(), Partitions::word);

  static final Map<String, CleanUp> CLEAN_UPS = of(CleanUp.values(), CleanUp::word);

  static final Map<String, Floor.Confidence> CONFIDENCES =
      of(Floor.Confidence.values(), Floor.Confidence::word);

  private Words() {}

  private static <T> Map<String, T> of(T[] values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    for (T value : values) {
      words.put(word.apply(value), value);
    }
    return Collections.unmodifiableMap(words);
  }
}
