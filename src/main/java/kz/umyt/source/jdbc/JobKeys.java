package kz.umyt.source.jdbc;

import kz.umyt.source.Table;

/** Foreign keys as a job has to look at them. */
record JobKeys(WholeTables wholes, DeclaredKeys declared) {

  static final JobKeys NONE = new JobKeys(WholeTables.NONE, DeclaredKeys.NONE);

  Table in(Table table) {
    return declared.in(wholes.in(table));
  }
}
