package kz.umyt.recognize;

import kz.umyt.recognize.validate.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a validator said last in a text: several patterns of one recognizer often find the same, one
 * after the other. Holds places only, nothing of the text.
 */
final class LastVerdict {

  private int recognizer = -1;
  private int start;
  private int end;
  private @Nullable Verdict verdict;

  /** Forgets the text before. */
  void begin() {
    recognizer = -1;
  }

  /** What was said of a part of the text, or null if it was not the last one. */
  @Nullable Verdict of(int recognizer, int start, int end) {
    return this.recognizer == recognizer && this.start == start && this.end == end ? verdict : null;
  }

  void keep(int recognizer, int start, int end, Verdict verdict) {
    this.recognizer = recognizer;
    this.start = start;
    this.end = end;
    this.verdict = verdict;
  }
}
