package kz.umyt.settings;

import java.util.List;
import java.util.function.Function;

/** Reads many settings on all processors, since every command waits for them. */
public final class InOrder {

  private InOrder() {}

  /**
   * What a function makes of each item, in their order.
   *
   * @param function must not change anything
   * @throws SettingsException if an item is wrong; of several errors always the first
   */
  public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
    try {
      return items.parallelStream().<R>map(function).toList();
    } catch (SettingsException anyOfThem) {
      return items.stream().<R>map(function).toList();
    }
  }
}
