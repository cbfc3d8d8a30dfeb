package kz.umyt.plan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.umyt.ledger.Sha256;

/**
 * A digest of what is done to a target and what the target looks like: the job's words for it with
 * every variable filled in, its rules and floors, the database it lies in, its table with columns,
 * keys, foreign keys and triggers, or the headers of its files. A column that is added, dropped or
 * changed gives another digest; rows and files do not.
 */
public final class TargetSeal {
  private TargetSeal() {}

  /** The digests of all targets by their identity, lower-case hex SHA-256. */
  public static Map<String, String> of(List<BoundTarget> targets) {
    Map<String, String> digests = new LinkedHashMap<>();
    targets.forEach(target -> digests.put(target.id(), of(target)));
    return digests;
  }

  private static String of(BoundTarget target) {
    // A record writes all of its parts.
    StringBuilder text = new StringBuilder().append(target.spec()).append('\n');
    for (BoundRule rule : target.rules()) {
      text.append(rule.id()).append(rule.role()).append(rule.due()).append(rule.where());
    }
    text.append('\n');
    if (target instanceof BoundTable table) {
      text.append(table.database().url()).append('\n').append(table.table()).append('\n');
      text.append(table.clocks()).append('\n').append(table.subject()).append('\n');
      text.append(table.database().sideEffects(table.table()).triggers());
    } else if (target instanceof BoundFiles files) {
      TreeSet<String> headers = new TreeSet<>();
      files.files().forEach(file -> headers.add(file.format().header().toString()));
      text.append(files.source().folder()).append('\n').append(headers);
    }
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
