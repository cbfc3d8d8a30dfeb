package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.recognize.pattern.Anchor;
import kz.umyt.recognize.pattern.Automaton;
import kz.umyt.recognize.pattern.PlainSearch;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.text.FoldedText;
import org.jspecify.annotations.Nullable;

/**
 * The work on a text that has candidates, and then on the next one: a cell is shorter than what
 * would have to be made for it. Not for several threads.
 */
final class Search {

  private final ContextHits hits;

  /** For each pattern, where its next match may start. */
  private final int[] free;

  /** The patterns that are not free from the start on. */
  private final int[] used;

  private int usedSize;

  private final LastVerdict lastVerdict = new LastVerdict();
  private final List<Finding> findings = new ArrayList<>();
  private String folded = "";
  private boolean[] named = {};
  private @Nullable FoldedText text;

  /** The highest score there is. */
  private static final double SURE = 1.0;

  /**
   * Whether all of the text is a finding that nothing beats: what has a lower score overlaps it and
   * is lost, so that it need not be looked for. So it is in most cells of a column with a name.
   */
  private boolean settled;

  /** Whether nothing was tried in the text yet, as in most texts that are no cells. */
  private boolean idle = true;

  /**
   * A search for which {@link #begin} is still to come.
   *
   * @param hits finds words of context
   * @param patterns how many patterns there are
   */
  Search(ContextHits hits, int patterns) {
    this.hits = hits;
    this.free = new int[patterns];
    this.used = new int[patterns];
  }

  /**
   * Begins a text.
   *
   * @param text the one to search
   * @param origin how it was folded; null if it did not have to be
   * @param named for each recognizer, whether the column's name speaks for it
   */
  void begin(String text, @Nullable FoldedText origin, boolean[] named) {
    this.folded = text;
    this.text = origin;
    this.named = named;
    this.idle = true;
  }

  /** What only a text with candidates needs. */
  private void wake() {
    if (idle) {
      idle = false;
      hits.begin(folded);
      lastVerdict.begin();
      settled = false;
      findings.clear();
      for (int i = 0; i < usedSize; i++) {
        free[used[i]] = 0;
      }
      usedSize = 0;
    }
  }

  private FoldedText text() {
    if (text == null) {
      text = FoldedText.plain(folded);
    }
    return text;
  }

  /** Tries a pattern at an offset where it may match. */
  void tryAt(Rule rule, int at) {
    wake();
    if (isLost(rule) || at < free[rule.number()] || isHopeless(rule, at)) {
      return;
    }
    Automaton automaton = rule.pattern().automaton();
    int end = automaton == null ? -1 : automaton.end(folded, at);
    if (end >= 0) {
      judge(rule, at, end);
    }
  }

  private boolean isLost(Rule rule) {
    return settled && rule.mostScore() < SURE;
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
    wake();
    Anchor anchor = rule.pattern().anchor();
    SearchPattern.Span match =
        anchor == null || isLost(rule) ? null : anchor.around(folded, sign, free[rule.number()]);
    if (match != null) {
      judge(rule, match.start(), match.end());
    }
  }

  /** Tries a pattern with RE2J on the whole text. */
  void tryPlain(Rule rule, boolean filtered) {
    wake();
    PlainSearch plain = rule.pattern().plainSearch();
    PlainSearch.Matches matches = (start, end) -> judge(rule, start, end);
    if (filtered) {
      plain.find(folded, matches);
    } else {
      plain.findUnfiltered(folded, matches);
    }
  }

  /** Judges a match, and says where the next one may start, which is after its start. */
  private int judge(Rule rule, int start, int end) {
    int before = findings.size();
    SearchPattern.Span value = rule.pattern().value(folded, start, end);
    // A group may hold nothing, and nothing is no finding.
    int next =
        value.start() == value.end()
            ? end
            : rule.recognizer()
                .judge(
                    text(),
                    hits,
                    lastVerdict,
                    rule.pattern(),
                    value.start(),
                    value.end(),
                    named[rule.owner()],
                    findings);
    if (findings.size() > before) {
      settled |= isAll(findings.get(before));
    }
    int number = rule.number();
    if (free[number] == 0) {
      used[usedSize++] = number;
    }
    free[number] = Math.max(next, start + 1);
    return free[number];
  }

  private boolean isAll(Finding finding) {
    return finding.validated()
        && finding.score() >= SURE
        && finding.start() == 0
        && finding.end() == text().originalEnd(folded.length());
  }

  List<Finding> findings() {
    return idle ? List.of() : Overlaps.settle(findings);
  }
}
