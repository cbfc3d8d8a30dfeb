package kz.umyt.settings;

import java.util.List;

/**
 * A foreign key that a database does not know of and a job declares: programs keep it, and no
 * constraint.
 *
 * @param from columns that point, each with its table ({@code visits.client_id})
 * @param to columns that they point to, in the same order
 */
public record Reference(
    Located<String> source, List<Located<String>> from, List<Located<String>> to, Position at) {
  public Reference {
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
