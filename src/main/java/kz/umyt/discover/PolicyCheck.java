package kz.umyt.discover;

import java.util.List;
import kz.umyt.settings.InstalledJobs;

/**
 * A written policy against what is there. Holds no personal value.
 *
 * @param lists what the policy lists, clause by clause, in its order
 * @param undeclared found and in none of these lists, sorted by entity; where it was found says
 *     {@link Inventory#undeclared}
 * @param notFound in a list and nowhere in what was read, in the policy's order; no fault
 * @param withoutRule tables and files with personal data that no job ever destroys or anonymizes
 * @param unreadJobs files among the jobs that could not be asked for a rule
 */
public record PolicyCheck(
    PolicyRef policy,
    List<DataList> lists,
    List<UndeclaredEntity> undeclared,
    List<NotFound> notFound,
    List<WithoutRule> withoutRule,
    List<InstalledJobs.Unread> unreadJobs) {

  public PolicyCheck {
    lists = List.copyOf(lists);
    undeclared = List.copyOf(undeclared);
    notFound = List.copyOf(notFound);
    withoutRule = List.copyOf(withoutRule);
    unreadJobs = List.copyOf(unreadJobs);
  }

  /** Whether somebody must change the policy or write a job. */
  public boolean needsPerson() {
    return !undeclared.isEmpty() || !withoutRule.isEmpty();
  }

  /**
   * Which text of the policy was held against the inventory.
   *
   * @param sha256 lower-case hex digest of its file
   */
  public record PolicyRef(String id, int version, String sha256) {}

  /** The data that one clause lists, in its order. */
  public record DataList(String clause, List<String> entities) {
    public DataList {
      entities = List.copyOf(entities);
    }
  }

  /**
   * An entity that the policy does not list.
   *
   * @param columns in which it was found
   * @param addTo where it belongs: the lists with data of its kind, or all where none has; empty if
   *     it has an {@link Alarm}, because what must not be kept belongs in no list
   */
  public record UndeclaredEntity(String entity, int columns, List<DataList> addTo) {
    public UndeclaredEntity {
      addTo = List.copyOf(addTo);
    }
  }

  /**
   * An entity that the policy lists and that was not found.
   *
   * @param clauses that list it
   * @param sought whether any recognizer looks for it
   */
  public record NotFound(String entity, List<String> clauses, boolean sought) {
    public NotFound {
      clauses = List.copyOf(clauses);
    }
  }

  /** A table or file with personal data for which no job has a target. */
  public record WithoutRule(String source, String table, List<String> entities) {
    public WithoutRule {
      entities = List.copyOf(entities);
    }
  }
}
