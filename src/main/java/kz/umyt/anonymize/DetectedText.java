package kz.umyt.anonymize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.umyt.recognize.Finding;

/**
 * Changes only what the recognizers find in a text. A result is never longer than the column
 * allows: a finding whose replacement has no room is removed instead, and nothing is ever cut.
 *
 * @param maxLength in characters; 0 means unlimited
 */
record DetectedText(TextFinder finder, Replacement replacement, int maxLength) {

  /** What takes the place of one finding. */
  @FunctionalInterface
  interface Replacement {
    String of(String entity, String found);
  }

  /** A part of the text that goes, at the boundaries of characters. */
  private record Span(String entity, int start, int end) {}

  /** A changed text, and how much longer it could be. */
  private record Changed(String text, long spare) {}

  String apply(String text) {
    List<Span> spans = spans(text);
    Changed changed = changed(text, spans, replacement);
    if (Formula.opens(text) || !Formula.opens(changed.text())) {
      return changed.text();
    }
    // What was removed at the start laid a formula bare.
    Changed sure = changed.spare() > 0 ? changed : changed(text, spans, (entity, found) -> "");
    return Formula.opens(sure.text()) ? "'" + sure.text() : sure.text();
  }

  private Changed changed(String text, List<Span> spans, Replacement with) {
    StringBuilder result = new StringBuilder(text.length());
    long spare = maxLength == 0 ? Integer.MAX_VALUE : Math.max(0, maxLength - text.length());
    int copied = 0;
    for (Span span : spans) {
      String found = text.substring(span.start(), span.end());
      String safe = with.of(span.entity(), found);
      if (growth(found, safe) > spare) {
        safe = "";
      }
      spare -= growth(found, safe);
      result.append(text, copied, span.start()).append(safe);
      copied = span.end();
    }
    return new Changed(result.append(text, copied, text.length()).toString(), spare);
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
