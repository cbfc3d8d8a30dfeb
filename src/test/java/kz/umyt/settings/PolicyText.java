package kz.umyt.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts of policies as tests compare them, and rules as tests write them. */
final class PolicyText {

  private PolicyText() {}

  /** Without line breaks, and with the words joined that a line break cut at their hyphen. */
  static String oneLine(String text) {
    return text.replaceAll("(?<=\\p{L})-\\s*\\n\\s*(?=\\p{L})", "-").replaceAll("\\s+", " ");
  }

  /** What is quoted, piece by piece; "…" stands for what is left out between two. */
  static List<String> pieces(String wording) {
    return Stream.of(oneLine(wording).split("…")).map(String::strip).toList();
  }

  /** Whether a piece of the wording stands in the sentence, or the whole sentence in a piece. */
  static boolean quotes(Optional<String> wording, String sentence) {
    return wording.stream()
        .flatMap(quoted -> pieces(quoted).stream())
        .anyMatch(piece -> sentence.contains(piece) || piece.contains(sentence));
  }

  /** {@code P2Y} or {@code until purpose-reached}. */
  static String term(Term term) {
    return term instanceof Term.Lasting lasting
        ? lasting.period().toString()
        : "until " + ((Term.Until) term).clock().word();
  }

  /** {@code 15 working days}, {@code 30 days} or {@code -}. */
  static String deadline(Optional<Deadline> deadline) {
    return deadline
        .map(
            found ->
                found.days()
                    + (found.working() ? " working" : "")
                    + (found.days() == 1 ? " day" : " days"))
        .orElse("-");
  }
}
