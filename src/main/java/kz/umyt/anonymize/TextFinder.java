package kz.umyt.anonymize;

import java.util.List;
import kz.umyt.recognize.Finding;

/** Finds personal data in free text. */
@FunctionalInterface
public interface TextFinder {

  /** The findings in the text, in any order, with offsets into it. */
  List<Finding> find(String text);
}
