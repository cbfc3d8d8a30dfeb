package kz.umyt.destroy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it will be.
 *
 * @param isEntered whether a row of this key was anonymized before, and holds something else now
 */
record SafeRow(Key key, List<@Nullable Object> values, boolean isEntered) {
  @Override
  public String toString() {
    return "row";
  }
}
