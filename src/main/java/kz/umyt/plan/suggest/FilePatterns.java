package kz.umyt.plan.suggest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.source.csv.Glob;

/**
 * Writes one target for files of one series, such as {@code clients-2019.csv} and {@code
 * clients-2020.csv}, where the same is to be done with all of them and the pattern means no other
 * file.
 */
final class FilePatterns {

  private static final String SPECIAL = "\\*?[]{}";

  private FilePatterns() {}

  /** The pattern that means just this file. */
  static String literal(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      pattern.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return pattern.toString();
  }

  /**
   * The targets, those of a series as one.
   *
   * @param all names of all files of the source, read or not
   */
  static List<SuggestedTarget> merged(List<Draft> files, List<String> all) {
    Map<String, List<Draft>> series = new LinkedHashMap<>();
    for (Draft file : files) {
      series.computeIfAbsent(series(file.name()), pattern -> new ArrayList<>()).add(file);
    }
    List<SuggestedTarget> targets = new ArrayList<>();
    series.forEach(
        (pattern, members) -> {
          if (isOne(pattern, members, all)) {
            targets.add(members.get(0).target().at(pattern));
          } else {
            members.forEach(member -> targets.add(member.target()));
          }
        });
    return List.copyOf(targets);
  }

  private static boolean isOne(String pattern, List<Draft> members, List<String> all) {
    if (members.size() == 1
        || !members.stream().allMatch(member -> alike(member, members.get(0)))) {
      return false;
    }
    List<String> names = members.stream().map(Draft::name).toList();
    Glob glob = new Glob(pattern);
    return all.stream().filter(glob::matches).allMatch(names::contains);
  }

  /** The same decisions, whatever the counts behind them. */
  private static boolean alike(Draft one, Draft other) {
    SuggestedTarget a = one.target();
    SuggestedTarget b = other.target();
    return a.retention().value().equals(b.retention().value())
        && a.clock().map(Reasoned::value).equals(b.clock().map(Reasoned::value))
        && a.subject().map(Reasoned::value).equals(b.subject().map(Reasoned::value))
        && a.action().value() == b.action().value()
        && a.holds().equals(b.holds())
        && a.columns().equals(b.columns())
        && a.waits().equals(b.waits());
  }

  /** Any digits in place of the file's own. */
  private static String series(String name) {
    StringBuilder pattern = new StringBuilder();
    StringBuilder between = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        between.append(c);
      } else if (i == 0 || name.charAt(i - 1) < '0' || name.charAt(i - 1) > '9') {
        pattern.append(literal(between.toString())).append('*');
        between.setLength(0);
      }
    }
    return pattern.append(literal(between.toString())).toString();
  }
}
