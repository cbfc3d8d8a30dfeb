package kz.umyt.recognize.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kz.umyt.settings.RecognizerSpec.Boundary;

/**
 * The cheap filter before the patterns: one table for all of them says, for a place in a text,
 * which patterns may match there. Most places are passed at the price of one look at the character
 * and the one before it.
 */
public final class Gate {

  /** After so many characters the patterns that are still open look for themselves. */
  private static final int DEPTH = 24;

  private static final int MOST_STATES = 8_000;

  /** What stands before a place, as far as boundaries tell it apart. */
  public static final int AFTER_OTHER = 0;

  /** A Latin letter or an underscore. */
  public static final int AFTER_LATIN = 1;

  public static final int AFTER_DIGIT = 2;

  /** Any other letter, mark or number. */
  public static final int AFTER_WORD = 3;

  public static final int START_OF_TEXT = 4;
  public static final int CONTEXTS = 5;

  private static final int[] NONE = {};

  /** Instead of a state: {@link #candidates(String, int, int)} must be asked. */
  public static final int UNDECIDED = 0;

  /** Instead of a state from which nothing goes on. */
  private static final int REJECTED = States.DEAD;

  /** More classes than symbols there cannot be. */
  private static final int CLASS_BITS = 10;

  private static final char UNKNOWN = (1 << CLASS_BITS) - 1;

  /** So many characters are looked up at once before a walk. */
  private static final int GLANCE = 3;

  private static final int GLANCE_BITS = 13;

  private final Symbols symbols;

  /** The class of each character that is not half of a pair; filled as characters are met. */
  private final char[] classes = new char[1 << 16];

  private final States states;

  /**
   * By context, beginnings of words that no pattern has: the classes of their first characters, and
   * 1. Where two meet in one place the later one stays; a wrong no there is none.
   */
  private final int[][] rejected = new int[CONTEXTS][1 << GLANCE_BITS];

  private final int endClass;
  private final int[] patternOf;
  private final States.State[] starts = new States.State[CONTEXTS];

  /** The symbols that may start a match, by what stands before. */
  private final BitSet[] firsts = new BitSet[CONTEXTS];

  /**
   * A filter before patterns.
   *
   * @param patterns those with an automaton; known by their place in the list from here on
   */
  public Gate(List<SearchPattern> patterns, Symbols symbols) {
    this.symbols = symbols;
    // Each pattern is within the limit of an automaton; a pattern cut short here would be lost.
    Program program = new Program(Integer.MAX_VALUE);
    List<Integer> owners = new ArrayList<>();
    List<List<Integer>> entries = new ArrayList<>();
    for (int context = 0; context < CONTEXTS; context++) {
      entries.add(new ArrayList<>());
    }
    for (int i = 0; i < patterns.size(); i++) {
      SearchPattern pattern = patterns.get(i);
      BitSet neighbours = pattern.edges().neighbours();
      int match = program.match(i);
      int end = neighbours.isEmpty() ? match : program.one(neighbours, match);
      int entry = pattern.expression().emit(program, end);
      while (owners.size() < program.size()) {
        owners.add(i);
      }
      for (int context = 0; context < CONTEXTS; context++) {
        if (mayStart(pattern.edges(), context)) {
          entries.get(context).add(entry);
        }
      }
    }
    this.patternOf = owners.stream().mapToInt(Integer::intValue).toArray();
    this.states = new States(program, States.Mode.COLLECT, MOST_STATES);
    for (int context = 0; context < CONTEXTS; context++) {
      starts[context] = states.start(entries.get(context));
      firsts[context] = states.firsts(starts[context]);
    }
    Arrays.fill(classes, UNKNOWN);
    this.endClass = states.classOf(Symbols.END);
  }

  private static boolean mayStart(Edges edges, int context) {
    if (edges.whole()) {
      return context == START_OF_TEXT;
    }
    return switch (context) {
      case AFTER_LATIN, AFTER_WORD -> edges.boundary() != Boundary.WORD;
      case AFTER_DIGIT -> edges.boundary() == Boundary.NONE;
      default -> true;
    };
  }

  /** Whether a match may start with this symbol after that context. */
  public boolean mayStart(int symbol, int context) {
    return firsts[context].get(symbol);
  }

  /**
   * Walks from a place as far as the answer needs, as long as a text has gone there before.
   *
   * @param text a part of it
   * @param end of that part
   * @param last whether the text ends with it
   * @param context what stands before
   * @return a state for {@link #isRejected} and {@link #candidates(int)}, or {@link #UNDECIDED}
   */
  public int walk(char[] text, int at, int end, boolean last, int context) {
    int glance = at + GLANCE <= end ? glance(text, at) : 0;
    int[] rejectedHere = rejected[context];
    if (glance != 0 && rejectedHere[place(glance)] == glance) {
      return REJECTED;
    }
    int[] table = states.table();
    int state = starts[context].number();
    int until = Math.min(end, at + DEPTH);
    for (int place = at; place < until; place++) {
      char known = classes[text[place]];
      state = known == UNKNOWN ? UNDECIDED : table[States.placeOfClass(state, known)];
      if (state <= UNDECIDED) {
        return UNDECIDED;
      }
      if (States.isDead(state)) {
        if (glance != 0 && isRejected(state) && place < at + GLANCE) {
          rejectedHere[place(glance)] = glance;
        }
        return state;
      }
    }
    if (until == at + DEPTH) {
      return state;
    }
    return last ? Math.max(table[States.placeOfClass(state, endClass)], UNDECIDED) : UNDECIDED;
  }

  /** The classes of the next characters in one number, never 0. */
  private int glance(char[] text, int at) {
    int first = classes[text[at]] << (2 * CLASS_BITS);
    return (first | (classes[text[at + 1]] << CLASS_BITS) | classes[text[at + 2]]) + 1;
  }

  private static int place(int glance) {
    return (glance * 0x9E3779B1) >>> (32 - GLANCE_BITS);
  }

  /** Whether no pattern can match where a walk led to that state. */
  public static boolean isRejected(int state) {
    return States.isDead(state) && !States.isMatch(state);
  }

  /** The patterns that may match where a walk led to that state; others cannot. */
  public int[] candidates(int state) {
    if (isRejected(state)) {
      return NONE;
    }
    States.State end = states.state(state);
    return States.isDead(state) ? end.matches() : end.open(patternOf);
  }

  /**
   * The patterns that may match from an offset on, as {@link #walk} and its state say, too.
   *
   * @param context what stands before
   */
  public int[] candidates(String text, int at, int context) {
    int state = starts[context].number();
    int length = text.length();
    int place = at;
    for (int depth = 0; depth < DEPTH && !States.isDead(state); depth++) {
      int symbol = Symbols.END;
      if (place < length) {
        symbol = symbols.at(text, place);
        if (Character.isSurrogate(text.charAt(place))) {
          place += Character.charCount(text.codePointAt(place));
        } else {
          classes[text.charAt(place)] = (char) states.classOf(symbol);
          place++;
        }
      }
      int next = states.next(state, symbol);
      if (next == States.FULL) {
        break; // what is still open there looks for itself
      }
      state = next;
    }
    return candidates(state);
  }
}
