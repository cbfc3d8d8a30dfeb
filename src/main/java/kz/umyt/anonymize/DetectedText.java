package kz.umyt.anonymize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import kz.umyt.recognize.Finding;

/**
 * Changes only what the recognizers find in a text. A result is never longer than the column
 * allows: a finding whose replacement has no room is removed instead, and nothing is ever cut. Of a
 * JSON or XML document only values change, and it stays one.
 *
 * @param reading what of a value may change
 * @param maxLength in characters; 0 means unlimited
 */
record DetectedText(
    TextFinder finder,
    Replacement replacement,
    Function<String, ReadableText> reading,
    int maxLength) {

  /** What takes the place of one finding. */
  @FunctionalInterface
  interface Replacement {
    String of(String entity, String found);
  }

  /** A part of the text that goes, at the boundaries of characters. */
  private record Span(String entity, int start, int end) {}

  String apply(String value) {
    ReadableText read = reading.apply(value);
    List<Span> spans = spans(read.text());
    if (spans.isEmpty()) {
      return value;
    }
    Change change = new Change(value, read, room(value), replacement);
    String changed = change.apply(spans);
    if (Formula.opens(value) || !Formula.opens(changed)) {
      return changed;
    }
    // What was removed at the start laid a formula bare.
    String sure =
        change.room > 0
            ? changed
            : new Change(value, read, room(value), (entity, found) -> "").apply(spans);
    return Formula.opens(sure) ? "'" + sure : sure;
  }

  private long room(String value) {
    return maxLength == 0 ? Integer.MAX_VALUE : Math.max(0, maxLength - value.length());
  }

  /** One value being written anew. */
  private static final class Change {
    private final String value;
    private final ReadableText read;
    private final Replacement with;

    /** How much longer it could be. */
    private long room;

    private Change(String value, ReadableText read, long room, Replacement with) {
      this.value = value;
      this.read = read;
      this.room = room;
      this.with = with;
    }

    private String apply(List<Span> spans) {
      StringBuilder result = new StringBuilder(value.length());
      int copied = 0;
      int next = 0;
      for (ReadableText.Part part : read.parts()) {
        while (next < spans.size() && spans.get(next).end() <= part.start()) {
          next++;
        }
        List<Span> inside = new ArrayList<>();
        // A finding that goes on behind the part is looked at there again.
        for (int i = next; i < spans.size() && spans.get(i).start() < part.end(); i++) {
          Span span = spans.get(i);
          inside.add(
              new Span(
                  span.entity(),
                  Math.max(span.start(), part.start()),
                  Math.min(span.end(), part.end())));
        }
        if (!inside.isEmpty()) {
          result.append(value, copied, read.originOf(part.start())).append(written(part, inside));
          copied = read.originOf(part.end());
        }
      }
      return result.append(value, copied, value.length()).toString();
    }

    private String written(ReadableText.Part part, List<Span> spans) {
      long before = room;
      StringBuilder result = new StringBuilder();
      int copied = read.originOf(part.start());
      for (Span span : spans) {
        int from = read.originOf(span.start());
        int to = read.originOf(span.end());
        String found = read.text().substring(span.start(), span.end());
        String safe = part.writing().of(with.of(span.entity(), found));
        String old = value.substring(from, to);
        if (growth(old, safe) > room) {
          safe = "";
        }
        room -= growth(old, safe);
        result.append(value, copied, from).append(safe);
        copied = to;
      }
      result.append(value, copied, read.originOf(part.end()));
      return part.writing() == Writing.JSON_NUMBER
          ? number(value.substring(read.originOf(part.start()), copied), result.toString(), before)
          : result.toString();
    }

    /** What is no number any more is a string from now on. */
    private String number(String old, String changed, long before) {
      if (JsonDocument.isNumber(changed)) {
        return changed;
      }
      String quoted = '"' + changed + '"';
      String fitting =
          growth(old, quoted) <= before ? quoted : growth(old, "\"\"") <= before ? "\"\"" : "0";
      room = before - growth(old, fitting);
      return fitting;
    }
  }

  /** Databases count characters as UTF-16 units or as code points; the worse of both. */
  private static int growth(String from, String to) {
    int units = to.length() - from.length();
    int points = to.codePointCount(0, to.length()) - from.codePointCount(0, from.length());
    return Math.max(units, points);
  }

  /** In order and without overlaps; findings that overlap go as one, named after the first. */
  private List<Span> spans(String text) {
    List<Finding> findings = new ArrayList<>(finder.find(text));
    findings.sort(
        Comparator.comparingInt(Finding::start)
            .thenComparing(Comparator.comparingInt(Finding::end).reversed()));
    List<Span> spans = new ArrayList<>(findings.size());
    for (Finding finding : findings) {
      int start = insidePair(text, finding.start()) ? finding.start() - 1 : finding.start();
      int end = insidePair(text, finding.end()) ? finding.end() + 1 : finding.end();
      Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      if (last != null && start < last.end()) {
        Span joined = new Span(last.entity(), last.start(), Math.max(last.end(), end));
        spans.set(spans.size() - 1, joined);
      } else if (start < end) {
        spans.add(new Span(finding.entity(), start, end));
      }
    }
    return spans;
  }

  private static boolean insidePair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }
}
