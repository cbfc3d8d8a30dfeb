package kz.umyt.plan;

import java.util.Map;

/**
 * Digests of everything that an approval of a plan rests on, besides its counts. All are lower-case
 * hex SHA-256.
 *
 * @param job of the job's file
 * @param policy of the policy's file
 * @param recognizers of the recognizers' files
 * @param targets of each target by its identity, see {@link TargetSeal}
 */
public record Seal(String job, String policy, String recognizers, Map<String, String> targets) {
  public Seal {
    targets = Map.copyOf(targets);
  }
}
