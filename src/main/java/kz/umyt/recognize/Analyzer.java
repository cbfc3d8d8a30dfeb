package kz.umyt.recognize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import kz.umyt.recognize.pattern.Anchor;
import kz.umyt.recognize.pattern.Gate;
import kz.umyt.recognize.pattern.Lanes;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.recognize.text.FoldedText;
import kz.umyt.recognize.text.Words;
import kz.umyt.recognize.validate.Validators;
import kz.umyt.settings.InOrder;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data in one text. Safe for use by several threads, and linear in time: no text
 * stalls it or makes it lose a finding.
 */
public final class Analyzer {

  /** How many column names are remembered; a database with more of them is only slower. */
  private static final int REMEMBERED_NAMES = 10_000;

  /** How many characters are copied at a time, to be read at the speed of an array. */
  private static final int BLOCK = 1 << 10;

  private static final Rule[] NONE = {};

  /** What one thread works with. */
  private static final class Desk {

    private final char[] block = new char[BLOCK];
    private final Search search;

    private Desk(Search search) {
      this.search = search;
    }
  }

  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(this::desk);

  private final List<Recognizer> recognizers;
  private final Map<String, String> alarms = new HashMap<>();

  /** All rules, by their number. */
  private final Rule[] rules;

  private final ContextIndex contextIndex;
  private final Gate gate;
  private final Looks looks;

  /** The rules that the gate speaks of, by the numbers that it uses. */
  private final Rule[] gated;

  /**
   * Those that only a column's name makes findings of, each of a whole cell: tried where a name
   * speaks for them, and no trouble to every other cell.
   */
  private final Rule[] ofCells;

  private final Rule[] anchored;

  /** Those that only RE2J can do. */
  private final Rule[] plain;

  private final long leastOfPlain;
  private final boolean[] unnamed;

  /** For each column name, which recognizers it speaks for. A pure function, remembered. */
  private final ConcurrentHashMap<String, boolean[]> named = new ConcurrentHashMap<>();

  /**
   * An analyzer with the given recognizers.
   *
   * @param today the day after which no date inside an identifier can lie
   * @throws SettingsException if a pattern is refused, could be misread or matches empty text, or a
   *     validator is unknown
   */
  public Analyzer(List<RecognizerSpec> specs, LocalDate today) {
    Validators validators = new Validators(today);
    Symbols symbols = new Symbols();
    List<Integer> numbers = IntStream.range(0, specs.size()).boxed().toList();
    this.recognizers =
        InOrder.map(
            numbers, number -> new Recognizer(number, specs.get(number), validators, symbols));
    this.contextIndex = new ContextIndex(recognizers.stream().map(Recognizer::context).toList());
    for (RecognizerSpec spec : specs) {
      spec.alarm().ifPresent(alarm -> alarms.putIfAbsent(spec.entity().value(), alarm));
    }
    List<Rule> all = new ArrayList<>();
    for (int owner = 0; owner < recognizers.size(); owner++) {
      for (SearchPattern pattern : recognizers.get(owner).patterns()) {
        Recognizer recognizer = recognizers.get(owner);
        double most = recognizer.mostScore(pattern);
        all.add(new Rule(all.size(), pattern, owner, recognizer, most));
      }
    }
    this.rules = all.toArray(Rule[]::new);
    this.ofCells = all.stream().filter(Analyzer::isOfCells).toArray(Rule[]::new);
    this.gated =
        all.stream()
            .filter(rule -> rule.pattern().automaton() != null && !isOfCells(rule))
            .toArray(Rule[]::new);
    this.anchored =
        all.stream().filter(rule -> rule.pattern().anchor() != null).toArray(Rule[]::new);
    this.plain =
        all.stream()
            .filter(rule -> rule.pattern().automaton() == null && rule.pattern().anchor() == null)
            .toArray(Rule[]::new);
    this.gate = new Gate(List.of(gated).stream().map(Rule::pattern).toList(), symbols);
    this.looks = new Looks(gate, symbols, anchored);
    this.leastOfPlain =
        List.of(plain).stream()
            .map(rule -> rule.pattern().plainSearch().needs())
            .reduce(Lanes::least)
            .orElse(0L);
    this.unnamed = new boolean[recognizers.size()];
  }

  private Desk desk() {
    return new Desk(new Search(new ContextHits(contextIndex), rules.length));
  }

  private static boolean isOfCells(Rule rule) {
    return rule.pattern().automaton() != null && isOfNamedCells(rule);
  }

  /** Nothing stands beside a match that is the whole text, so only a name can speak for it. */
  private static boolean isOfNamedCells(Rule rule) {
    return rule.pattern().edges().whole() && rule.recognizer().needsContext();
  }

  /**
   * The findings of a text, in the order of the text, never overlapping, of every score.
   *
   * @param column the name of the column that holds the text, which counts as context
   */
  public List<Finding> analyze(String text, @Nullable String column) {
    return analyze(text, named(column), null);
  }

  /**
   * The same.
   *
   * @param named for each recognizer, whether the column's name speaks for it
   * @param folded the text, if it had to be folded
   */
  private List<Finding> analyze(String text, boolean[] named, @Nullable FoldedText folded) {
    Desk desk = desks.get();
    Search search = desk.search;
    search.begin(text, folded, named);
    int length = text.length();
    char[] block = desk.block;
    int asked = Looks.FIRST;
    for (int from = 0; from < length; from += BLOCK) {
      int size = Math.min(BLOCK, length - from);
      text.getChars(from, from + size, block, 0);
      int done = 0;
      while (true) {
        int i = looks.nextWanted(block, done, size, asked);
        if (i > done) {
          asked = Looks.asking(looks.of(block[i - 1]));
        }
        if (i == size) {
          break;
        }
        done = i + 1;
        int at = from + i;
        int look = looks.learned(block[i]);
        int context = Looks.context(asked);
        if (folded == null && Looks.mustFold(text, at, look, context)) {
          FoldedText whole = FoldedText.of(text);
          return analyze(whole.text(), named, whole);
        }
        int state = gate.walk(block, i, size, from + size == length, context);
        if (Looks.isAlways(look) || !Gate.isRejected(state)) {
          look(search, text, at, context, state);
        }
        asked =
            Character.isLowSurrogate(block[i])
                ? looks.askingAfterPair(text, at)
                : Looks.asking(look);
      }
    }
    return finish(search, text, named);
  }

  private void look(Search search, String text, int at, int context, int state) {
    if (isInsidePair(text, at)) {
      return;
    }
    int[] candidates =
        state == Gate.UNDECIDED ? gate.candidates(text, at, context) : gate.candidates(state);
    for (int candidate : candidates) {
      search.tryAt(gated[candidate], at);
    }
    for (Rule rule : anchored) {
      Anchor anchor = rule.pattern().anchor();
      if (anchor != null && anchor.sign() == text.charAt(at)) {
        search.tryAround(rule, at);
      }
    }
  }

  private static boolean isInsidePair(String text, int at) {
    return at > 0
        && Character.isLowSurrogate(text.charAt(at))
        && Character.isHighSurrogate(text.charAt(at - 1));
  }

  private List<Finding> finish(Search search, String text, boolean[] named) {
    for (Rule rule : named == unnamed ? NONE : ofCells) {
      if (named[rule.owner()]) {
        search.tryAt(rule, 0);
      }
    }
    if (plain.length > 0) {
      long lanes = Lanes.of(text, 0, text.length());
      if (Lanes.covers(lanes, leastOfPlain)) {
        for (Rule rule : plain) {
          if ((named[rule.owner()] || !isOfNamedCells(rule))
              && Lanes.covers(lanes, rule.pattern().plainSearch().needs())) {
            search.tryPlain(rule, true);
          }
        }
      }
    }
    return search.findings();
  }

  /** What {@link #analyze} must find too: the same patterns by RE2J alone, without any filter. */
  List<Finding> analyzeUnfiltered(String text, @Nullable String column) {
    FoldedText folded = FoldedText.of(text);
    Search search = new Search(new ContextHits(null), rules.length);
    search.begin(folded.text(), folded, named(column));
    for (Rule rule : rules) {
      search.tryPlain(rule, false);
    }
    return search.findings();
  }

  /**
   * The entity that a column of this name is expected to hold: case, {@code _}, hyphens, spaces and
   * camelCase aside, the name is or contains one of a recognizer's {@code columns} words. The
   * longest agreement wins.
   */
  public Optional<String> entityOfColumn(String name) {
    return namedBy(Words.ofName(name)).map(Recognizer::entity);
  }

  /** The part of a column's name that says its entity, the words of that part joined. */
  public Optional<String> wordOfColumn(String name) {
    List<String> words = Words.ofName(name);
    return namedBy(words).map(recognizer -> recognizer.columns().agreeing(words));
  }

  private Optional<Recognizer> namedBy(List<String> words) {
    return recognizers.stream()
        .filter(recognizer -> recognizer.columns().fit(words) > 0)
        .max(
            Comparator.comparingInt((Recognizer recognizer) -> recognizer.columns().fit(words))
                .thenComparing(Recognizer::entity, Comparator.reverseOrder()));
  }

  /** The entities that this analyzer can find, by value or by column name. */
  public Set<String> entities() {
    Set<String> entities = new TreeSet<>();
    recognizers.forEach(recognizer -> entities.add(recognizer.entity()));
    return entities;
  }

  /**
   * The recognizers of which a finding can be longer than that, in UTF-16 units; where a validator
   * judges matches, it knows how long they may be.
   */
  public List<String> recognizersBeyond(int length) {
    return recognizers.stream()
        .filter(recognizer -> recognizer.mayExceed(length))
        .map(Recognizer::name)
        .toList();
  }

  /** What a person must do at once when this entity is found at all, if anything. */
  public Optional<String> alarmOf(String entity) {
    return Optional.ofNullable(alarms.get(entity));
  }

  /** For each recognizer, whether a column's name speaks for it. */
  private boolean[] named(@Nullable String column) {
    if (column == null || column.isEmpty()) {
      return unnamed;
    }
    boolean[] known = named.get(column);
    if (known == null) {
      List<String> words = Words.ofName(column);
      known = new boolean[recognizers.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = recognizers.get(i).isNamedBy(words);
      }
      if (named.size() < REMEMBERED_NAMES) {
        named.put(column, known);
      }
    }
    return known;
  }
}
