package kz.umyt.report;

/** What {@code act.html} says of an Act, for tests of other rooms. */
public final class ActHtmlText {
  private ActHtmlText() {}

  public static String of(Act act) {
    return ActHtml.html(act);
  }
}
