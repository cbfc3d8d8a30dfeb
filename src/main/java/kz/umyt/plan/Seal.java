package kz.umyt.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything that an approval of a plan rests on, besides its counts: short texts, or lower-case
 * hex SHA-256 of longer ones and of what must not be shown.
 *
 * @param job what concerns the whole job
 * @param targets what concerns each target, by its identity; see {@link TargetSeal}
 */
public record Seal(Map<Part, String> job, Map<String, Map<Part, String>> targets) {

  public Seal {
    job = ordered(job);
    Map<String, Map<Part, String>> copy = new LinkedHashMap<>();
    targets.forEach((target, parts) -> copy.put(target, ordered(parts)));
    targets = Collections.unmodifiableMap(copy);
  }

  private static Map<Part, String> ordered(Map<Part, String> parts) {
    Map<Part, String> copy = new EnumMap<>(Part.class);
    copy.putAll(parts);
    return Collections.unmodifiableMap(copy);
  }

  /** One thing that must be as it was, with the words that say that it is not. */
  public enum Part {
    JOB("job", "the job's file has changed"),
    POLICY("policy", "the policy's file has changed"),
    RECOGNIZERS("recognizers", "a file of recognizers has changed"),
    ZONE("zone", "the job's zone has changed"),
    LEAVE("leave", "the job's tolerance or limits have changed"),
    KEY("key", "the job's tokens are made under another kind of key"),
    REGISTERS("registers", "the job reads its registers from other files"),
    WORDS("words", "what the job says of it has changed, by a variable"),
    RULES("rules", "a rule or a floor of its records has changed"),
    PLACE("place", "its source leads to another place; look into sources.yaml"),
    COLUMNS("columns", "its columns have changed"),
    KEYS("keys", "its key or a foreign key from or to it has changed"),
    PATHS("paths", "a table that its clocks or its subject are read from has changed"),
    TRIGGERS("triggers", "its triggers or rules, or a function of theirs, have changed"),
    COPIES("copies", "the materialized views that are made from it have changed"),
    HEADERS("headers", "the first lines of its files have changed");

    private final String word;
    private final String moved;

    Part(String word, String moved) {
      this.word = word;
      this.moved = moved;
    }

    /** The key in {@code plan.json}. */
    public String word() {
      return word;
    }

    /** A sentence without its end. */
    String moved() {
      return moved;
    }
  }
}
