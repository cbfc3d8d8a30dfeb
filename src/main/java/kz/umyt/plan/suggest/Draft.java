package kz.umyt.plan.suggest;

import java.util.List;
import java.util.Set;
import kz.umyt.plan.suggest.ClockCandidate.Read;

/**
 * A target, and the table or file that it was made for.
 *
 * @param name as the inventory has it
 * @param reads of other tables, which must still hold it when the target is worked on
 */
record Draft(SuggestedTarget target, String name, List<Read> reads) {
  Draft {
    reads = List.copyOf(reads);
  }

  Draft naming(Set<String> entities) {
    return new Draft(target.naming(entities), name, reads);
  }

  Draft waiting(String reason) {
    return new Draft(target.waiting(reason), name, reads);
  }
}
