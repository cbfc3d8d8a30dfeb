package kz.umyt.recognize.validate;

/** A town that no list holds, which only the name of its column tells from other words. */
final class TownValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    return FieldText.isNoPerson(text, start, end)
        ? Verdict.refused(start, end)
        : Verdict.accepted(start, end);
  }
}
