package kz.umyt.discover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import kz.umyt.discover.PolicyCheck.DataList;
import kz.umyt.discover.PolicyCheck.NotFound;
import kz.umyt.discover.PolicyCheck.PolicyRef;
import kz.umyt.discover.PolicyCheck.UndeclaredEntity;
import kz.umyt.discover.PolicyCheck.WithoutRule;
import kz.umyt.settings.InstalledJobs;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;

/** Holds a policy, and with it all jobs of an installation, against an inventory. */
public final class PolicyComparison {

  private final Policy policy;
  private final Optional<InstalledJobs> jobs;
  private final Set<String> sought;
  private final Set<String> alarming;
  private final List<DataList> lists;

  /**
   * A comparison.
   *
   * @param jobs all of which a target gives a table or file its rule
   * @param recognizers that made the inventory
   */
  public PolicyComparison(Policy policy, InstalledJobs jobs, List<RecognizerSpec> recognizers) {
    this(policy, Optional.of(jobs), recognizers);
  }

  /**
   * A comparison of the policy's lists alone: no table is asked for its rule.
   *
   * @param recognizers that made the inventory
   */
  public PolicyComparison(Policy policy, List<RecognizerSpec> recognizers) {
    this(policy, Optional.empty(), recognizers);
  }

  private PolicyComparison(
      Policy policy, Optional<InstalledJobs> jobs, List<RecognizerSpec> recognizers) {
    this.policy = policy;
    this.jobs = jobs;
    this.sought =
        recognizers.stream()
            .map(recognizer -> recognizer.entity().value())
            .collect(Collectors.toUnmodifiableSet());
    this.alarming =
        recognizers.stream()
            .filter(recognizer -> recognizer.alarm().isPresent())
            .map(recognizer -> recognizer.entity().value())
            .collect(Collectors.toUnmodifiableSet());
    this.lists = lists(policy);
  }

  /** What the policy and the jobs leave out of the inventory, and the inventory of the policy. */
  public PolicyCheck check(Inventory found) {
    Inventory inventory = found.against(policy);
    return new PolicyCheck(
        new PolicyRef(policy.id().value(), policy.version(), policy.sha256()),
        lists,
        undeclared(inventory),
        notFound(inventory),
        jobs.map(all -> withoutRule(inventory, all)).orElse(List.of()),
        jobs.map(InstalledJobs::unread).orElse(List.of()));
  }

  private static List<DataList> lists(Policy policy) {
    Map<String, Set<String>> byClause = new LinkedHashMap<>();
    for (Policy.ListedEntity listed : policy.entities()) {
      byClause
          .computeIfAbsent(listed.clause(), clause -> new LinkedHashSet<>())
          .add(listed.entity().value());
    }
    return byClause.entrySet().stream()
        .map(entry -> new DataList(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private List<UndeclaredEntity> undeclared(Inventory inventory) {
    Map<String, Integer> columns = new TreeMap<>();
    for (Undeclared found : inventory.undeclared()) {
      columns.merge(found.entity(), 1, Integer::sum);
    }
    return columns.entrySet().stream()
        .map(entry -> new UndeclaredEntity(entry.getKey(), entry.getValue(), addTo(entry.getKey())))
        .toList();
  }

  private List<DataList> addTo(String entity) {
    if (alarming.contains(entity)) {
      return List.of();
    }
    Optional<DataKind> kind = DataKind.of(entity);
    List<DataList> ofItsKind =
        kind.isEmpty()
            ? List.of()
            : lists.stream()
                .filter(
                    list ->
                        list.entities().stream()
                            .anyMatch(listed -> DataKind.of(listed).equals(kind)))
                .toList();
    return ofItsKind.isEmpty() ? lists : ofItsKind;
  }

  private List<NotFound> notFound(Inventory inventory) {
    NavigableSet<String> found = new TreeSet<>();
    inventory.sources().stream()
        .flatMap(source -> source.tables().stream())
        .forEach(table -> found.addAll(table.entities()));
    return lists.stream()
        .flatMap(list -> list.entities().stream())
        .distinct()
        .filter(entity -> !found.contains(entity))
        .map(entity -> new NotFound(entity, clausesOf(entity), sought.contains(entity)))
        .toList();
  }

  private List<String> clausesOf(String entity) {
    return lists.stream()
        .filter(list -> list.entities().contains(entity))
        .map(DataList::clause)
        .toList();
  }

  private static List<WithoutRule> withoutRule(Inventory inventory, InstalledJobs jobs) {
    RuledTables ruled =
        new RuledTables(jobs.jobs().stream().flatMap(job -> job.targets().stream()).toList());
    List<WithoutRule> without = new ArrayList<>();
    for (SourceInventory source : inventory.sources()) {
      Set<String> names = ruled.of(source);
      for (TableInventory table : source.tables()) {
        NavigableSet<String> entities = table.entities();
        if (!entities.isEmpty() && !names.contains(table.name())) {
          without.add(new WithoutRule(source.name(), table.name(), List.copyOf(entities)));
        }
      }
    }
    return without;
  }
}
