package kz.umyt.recognize.validate;

/** Any number that ends in a Luhn check digit, such as an IMEI or ICCID. */
final class LuhnValidator implements Validator {

  @Override
  public Verdict judge(String text, int start, int end) {
    return Luhn.isCorrect(Luhn.digits(text, start, end))
            && !Surroundings.isPointed(text, start, end)
        ? Verdict.accepted(start, end)
        : Verdict.refused(start, end);
  }
}
