package kz.umyt.plan;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.umyt.ledger.Sha256;
import kz.umyt.plan.Seal.Part;
import kz.umyt.source.SideEffects;
import kz.umyt.source.Table;

/**
 * What an approval rests on for one target: what is done to it, by which rules, and what it looks
 * like. A column that is added, dropped or changed gives another digest; rows and files do not.
 */
public final class TargetSeal {
  private TargetSeal() {}

  /** The parts of all targets by their identity, each a lower-case hex SHA-256. */
  public static Map<String, Map<Part, String>> of(List<BoundTarget> targets) {
    Map<String, Map<Part, String>> seals = new LinkedHashMap<>();
    targets.forEach(target -> seals.put(target.id(), of(target)));
    return seals;
  }

  private static Map<Part, String> of(BoundTarget target) {
    Map<Part, String> parts = new EnumMap<>(Part.class);
    // A record writes all of its parts.
    parts.put(Part.WORDS, digest(target.spec()));
    parts.put(
        Part.RULES,
        digest(
            target.rules().stream()
                .map(rule -> List.of(rule.id(), rule.role(), rule.due(), rule.where()))
                .toList()));
    if (target instanceof BoundTable bound) {
      Table table = bound.table();
      parts.put(Part.PLACE, digest(bound.database().url()));
      parts.put(Part.COLUMNS, digest(table.columns()));
      parts.put(
          Part.KEYS,
          digest(
              List.of(
                  table.primaryKey(),
                  table.references(),
                  table.referencedBy(),
                  bound.ties().all().stream()
                      .map(cascade -> List.of(cascade.key(), cascade.child().referencedBy()))
                      .toList())));
      parts.put(Part.PATHS, digest(List.of(bound.clocks(), bound.subject())));
      SideEffects effects = bound.database().sideEffects(table);
      parts.put(Part.TRIGGERS, digest(effects.triggers()));
      parts.put(Part.COPIES, digest(effects.materializedViews()));
    } else if (target instanceof BoundFiles files) {
      TreeSet<String> headers = new TreeSet<>();
      files.files().forEach(file -> headers.add(file.format().header().toString()));
      parts.put(Part.PLACE, digest(files.source().folder()));
      parts.put(Part.HEADERS, digest(headers));
    }
    return parts;
  }

  private static String digest(Object written) {
    return Sha256.ofText(written.toString());
  }
}
