package kz.umyt.anonymize;

import java.util.List;
import java.util.Optional;
import kz.umyt.recognize.Finding;

/** Finds personal data in free text. */
@FunctionalInterface
public interface TextFinder {

  /** The findings in the text, in any order, with offsets into it. */
  List<Finding> find(String text);

  /** The entity that a column of this name is expected to hold; absent where nobody knows. */
  default Optional<String> entityOfColumn(String name) {
    return Optional.empty();
  }
}
