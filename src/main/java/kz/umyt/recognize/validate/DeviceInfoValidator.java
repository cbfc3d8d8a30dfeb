package kz.umyt.recognize.validate;

import java.util.List;
import java.util.Set;

/** System, model or browser that somebody has, not the least one that is asked for. */
final class DeviceInfoValidator implements Validator {

  private static final Set<String> JOINING = Set.of("or", "and", "или", "и", "немесе", "және");

  private static final Set<String> MORE =
      Set.of(
          "later", "newer", "higher", "above", "up", "новее", "выше", "старше", "позднее", "одан",
          "жоғары", "жаңа");

  @Override
  public Verdict judge(String text, int start, int end) {
    List<String> after = Surroundings.wordsAfter(text, end);
    boolean least =
        (end < text.length() && text.charAt(end) == '+')
            || (after.size() > 1 && JOINING.contains(after.get(0)) && MORE.contains(after.get(1)));
    return least ? Verdict.refused(start, end) : Verdict.needsContext(start, end);
  }
}
