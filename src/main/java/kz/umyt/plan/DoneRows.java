package kz.umyt.plan;

import java.util.List;

/** Which CSV rows are already anonymized; known by the keyed fingerprint of their present form. */
@FunctionalInterface
public interface DoneRows {

  /**
   * Whether a row is one that an earlier run left behind.
   *
   * @param file identity of the file, see {@link BoundFiles#doneId}
   * @param form see {@link BoundFiles#form}
   */
  boolean contains(String file, List<String> form);

  /** Whether the file has any such row at all; asked once, it spares asking for each row. */
  default boolean any(String file) {
    return true;
  }
}
