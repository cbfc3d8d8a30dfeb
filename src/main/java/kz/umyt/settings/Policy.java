package kz.umyt.settings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A company's written policy as data.
 *
 * @param requests what a person who asks is promised; empty where the policy promises nothing
 * @param file path as shown to people
 * @param sha256 lower-case hex digest of the file's bytes
 */
public record Policy(
    Located<String> id,
    int version,
    Organisation organisation,
    Document document,
    List<ListedEntity> entities,
    List<Retention> retention,
    List<Request> requests,
    String file,
    String sha256) {

  /**
   * Whose policy it is.
   *
   * @param bin twelve digits, check digit verified when read; absent where the paper names none
   */
  public record Organisation(Optional<String> bin, LocalizedText name) {}

  /** The paper that the policy was read from; reference and date are absent where it has none. */
  public record Document(
      String title, Optional<String> reference, Optional<LocalDate> date, String language) {}

  /** One kind of personal data that the policy lists, with the clause that lists it. */
  public record ListedEntity(Located<String> entity, String clause, Optional<String> wording) {}

  /**
   * One retention rule.
   *
   * @param atLeast whether the policy promises to keep so long and does not say when data must go
   */
  public record Retention(
      Located<String> id,
      Clock clock,
      Term term,
      Optional<Deadline> deadline,
      String clause,
      Optional<String> wording,
      Optional<String> assumption,
      Set<Action> then,
      Set<Exemption> unless,
      boolean atLeast) {

    /** Whether a person must confirm the term before anything is destroyed under it. */
    public boolean needsConfirmation() {
      return assumption.isPresent() || term instanceof Term.Until;
    }
  }

  /**
   * What the policy promises to a person who asks. It is no retention: nothing becomes due by it.
   *
   * @param deadline for the answer; absent where neither policy nor law gives a number of days
   * @param assumption what was read into the text, and where the law is stricter than the policy
   */
  public record Request(
      Located<String> id,
      Right right,
      Optional<Deadline> deadline,
      String clause,
      Optional<String> wording,
      Optional<String> assumption) {}
}
