package kz.umyt.cli;

import java.util.Set;
import kz.umyt.recognize.Finding;

/**
 * What of the findings is shown.
 *
 * @param entities empty for all
 * @param threshold the least score
 */
record Selection(Set<String> entities, double threshold, boolean showValues) {

  boolean wants(Finding finding) {
    return finding.score() >= threshold
        && (entities.isEmpty() || entities.contains(finding.entity()));
  }
}
