package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;

/** The work on one text that has candidates. */
final class Search {

  private final FoldedText text;
  private final String folded;
  private final ContextHits hits;
  private final boolean[] named;

  /** For each pattern, where its next match may start. */
  private final int[] free;

  private final List<Finding> findings = new ArrayList<>(4);

  /**
   * A search.
   *
   * @param hits where words of context stand in it
   * @param named for each recognizer, whether the column's name speaks for it
   * @param patterns how many patterns there are
   */
  Search(FoldedText text, ContextHits hits, boolean[] named, int patterns) {
    this.text = text;
    this.hits = hits;
    this.folded = text.text();
    this.named = named;
    this.free = new int[patterns];
  }

  /** Tries a pattern at an offset where it may match. */
  void tryAt(Rule rule, int at) {
    if (at < free[rule.number()] || isHopeless(rule, at)) {
      return;
    }
    Automaton automaton = rule.pattern().automaton();
    int end = automaton == null ? -1 : automaton.end(folded, at);
    if (end >= 0) {
      free[rule.number()] = judge(rule, at, end);
    }
  }

  /** Whether a match would need words of context or a column's name, and there are none. */
  private boolean isHopeless(Rule rule, int at) {
    if (!rule.recognizer().needsContext() || named[rule.owner()]) {
      return false;
    }
    SearchPattern pattern = rule.pattern();
    // Nothing stands beside a match that is the whole text.
    return pattern.edges().whole()
        || !hits.mayStandNear(rule.owner(), at, Math.min(folded.length(), at + pattern.longest()));
  }

  /** Tries a pattern around its sign. */
  void tryAround(Rule rule, int sign) {
    Anchor anchor = rule.pattern().anchor();
    SearchPattern.Span match =
        anchor == null ? null : anchor.around(folded, sign, free[rule.number()]);
    if (match != null) {
      free[rule.number()] = judge(rule, match.start(), match.end());
    }
  }

  /** Tries a pattern with RE2J on the whole text. */
  void tryPlain(Rule rule, boolean filtered) {
    PlainSearch plain = rule.pattern().plainSearch();
    PlainSearch.Matches matches = (start, end) -> judge(rule, start, end);
    if (filtered) {
      plain.find(folded, matches);
    } else {
      plain.findUnfiltered(folded, matches);
    }
  }

  /** Judges a match, and says where the next one may start. */
  private int judge(Rule rule, int start, int end) {
    SearchPattern.Span value = rule.pattern().value(folded, start, end);
    int next =
        rule.recognizer()
            .judge(
                text,
                hits,
                rule.pattern(),
                value.start(),
                value.end(),
                named[rule.owner()],
                findings);
    return Math.max(next, start + 1);
  }

  List<Finding> findings() {
    return Overlaps.settle(findings);
  }
}
