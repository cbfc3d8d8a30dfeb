package kz.umyt.plan;

import java.util.List;
import kz.umyt.policy.Fact;

/**
 * Facts of which at most one is true of a row, as one column of a query: the place of the true one,
 * counted from 1, or 0. So a database looks at each fact of a row once, however many standings ask
 * for it.
 *
 * @param conditions of the facts, in their order
 */
record FactColumn(List<Fact> facts, List<String> conditions) {

  FactColumn {
    facts = List.copyOf(facts);
    conditions = List.copyOf(conditions);
  }

  String sql() {
    StringBuilder sql = new StringBuilder("CASE");
    for (int i = 0; i < conditions.size(); i++) {
      sql.append(" WHEN ").append(conditions.get(i)).append(" THEN ").append(i + 1);
    }
    return sql.append(" ELSE 0 END").toString();
  }
}
