package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.settings.RecognizerSpec.Boundary;
import org.jspecify.annotations.Nullable;

/**
 * A table that finds the matches of a plain expression (ASCII, of bounded length) exactly where
 * RE2J finds them, at a step a character. RE2J has no such table and takes microseconds for each
 * match, which a table full of identifiers turns into hours.
 */
final class Automaton {

  /** Beyond this length an attempt at every character would no longer be linear in practice. */
  private static final int LONGEST = 256;

  private static final int MOST_STATES = 1_000;

  /** A letter, digit or mark beyond ASCII. */
  private static final int WORD_SYMBOL = 128;

  private static final int OTHER_SYMBOL = 129;
  private static final int END_SYMBOL = 130;
  private static final int SYMBOLS = 131;

  private static final int DEAD = 0;

  private final Boundary boundary;

  /** Symbols that no instruction tells apart share a class. */
  private final byte[] classes;

  /** The state after each state and class; a state is the index of its first entry. */
  private final int[] next;

  private final int start;

  /** From this one on, states are reached by the last symbol of a match. */
  private final int firstAccepting;

  /** The ASCII characters that a match can start with. */
  private final boolean[] starts = new boolean[128];

  private Automaton(Boundary boundary, byte[] classes, int[] next, int start, int firstAccepting) {
    this.boundary = boundary;
    this.classes = classes;
    this.next = next;
    this.start = start;
    this.firstAccepting = firstAccepting;
    for (int c = 0; c < starts.length; c++) {
      starts[c] = next[start + classes[c]] != DEAD;
    }
  }

  /** The automaton of an expression, or null if RE2J must do it. */
  static @Nullable Automaton of(Expression expression, Boundary boundary) {
    if (!expression.isPlain() || expression.shape().longest() > LONGEST) {
      return null;
    }
    AutomatonProgram program = new AutomatonProgram();
    int end =
        boundary == Boundary.NONE
            ? AutomatonProgram.MATCH
            : program.one(outside(boundary), AutomatonProgram.MATCH);
    int start = expression.emit(program, end);
    return program.isFull() ? null : determine(program, start, boundary);
  }

  /** What may stand beside a match, the end of the text included. */
  private static BitSet outside(Boundary boundary) {
    BitSet symbols = new BitSet();
    symbols.set(0, SYMBOLS);
    symbols.clear('0', '9' + 1);
    if (boundary == Boundary.WORD) {
      symbols.clear('A', 'Z' + 1);
      symbols.clear('a', 'z' + 1);
      symbols.clear('_');
      symbols.clear(WORD_SYMBOL);
    }
    return symbols;
  }

  private static @Nullable Automaton determine(
      AutomatonProgram program, int start, Boundary boundary) {
    byte[] classes = new byte[SYMBOLS];
    List<Integer> examples = new ArrayList<>();
    Map<List<Boolean>, Integer> known = new HashMap<>();
    List<BitSet> sets = program.sets();
    for (int symbol = 0; symbol < SYMBOLS; symbol++) {
      int tried = symbol;
      List<Boolean> in = sets.stream().map(set -> set.get(tried)).toList();
      int number = known.computeIfAbsent(in, fresh -> known.size());
      if (number == examples.size()) {
        examples.add(symbol);
      }
      classes[symbol] = (byte) number;
    }
    return new Determination(program, examples).run(start, boundary, classes);
  }

  /** Finds all matches. */
  void find(String text, SearchPattern pattern, SearchPattern.Matches matches) {
    int length = text.length();
    int at = 0;
    while (at < length) {
      if (!mayStart(text, at)) {
        at++;
        continue;
      }
      int end = endOfMatch(text, at);
      at = end < 0 ? at + 1 : Math.max(at + 1, matches.match(pattern, at, end));
    }
  }

  private boolean mayStart(String text, int at) {
    char c = text.charAt(at);
    if (c > 127 || !starts[c]) {
      return false;
    }
    if (at == 0 || boundary == Boundary.NONE) {
      return true;
    }
    char before = text.charAt(at - 1);
    if (Characters.isDigit(before)) {
      return false;
    }
    return boundary == Boundary.DIGITS
        || (before < 128
            ? !Characters.isLatin(before) && before != '_'
            : symbol(text.codePointBefore(at)) == OTHER_SYMBOL);
  }

  private int endOfMatch(String text, int from) {
    int end = -1;
    int state = this.start;
    int length = text.length();
    for (int i = from; i <= length; i++) {
      int symbol = i == length ? END_SYMBOL : text.charAt(i);
      if (symbol > 127 && i < length) {
        symbol = symbol(text.codePointAt(i));
      }
      state = next[state + classes[symbol]];
      if (state == DEAD) {
        return end;
      }
      if (state >= firstAccepting) {
        end = boundary == Boundary.NONE ? i + 1 : i;
      }
    }
    return end;
  }

  private static int symbol(int codePoint) {
    if (codePoint < 128) {
      return codePoint;
    }
    if (Character.isLetter(codePoint)) {
      return WORD_SYMBOL;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          WORD_SYMBOL;
      default -> OTHER_SYMBOL;
    };
  }

  /** Turns a program into a table, once, before any text is seen. */
  private static final class Determination {

    private final AutomatonProgram program;
    private final List<Integer> examples;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> states = new ArrayList<>();

    Determination(AutomatonProgram program, List<Integer> examples) {
      this.program = program;
      this.examples = examples;
    }

    @Nullable Automaton run(int start, Boundary boundary, byte[] classes) {
      number(List.of());
      List<Integer> first = new ArrayList<>();
      program.reach(start, new BitSet(), first);
      number(List.copyOf(first));
      int width = examples.size();
      List<int[]> rows = new ArrayList<>();
      for (int state = 0; state < states.size(); state++) {
        if (states.size() > MOST_STATES) {
          return null;
        }
        int[] row = new int[width];
        for (int i = 0; i < width; i++) {
          row[i] = number(after(states.get(state), examples.get(i)));
        }
        rows.add(row);
      }
      int[] places = places(width);
      int[] next = new int[rows.size() * width];
      int firstAccepting = next.length;
      for (int state = 0; state < rows.size(); state++) {
        for (int i = 0; i < width; i++) {
          next[places[state] + i] = places[rows.get(state)[i]];
        }
        if (accepts(state)) {
          firstAccepting = Math.min(firstAccepting, places[state]);
        }
      }
      return new Automaton(boundary, classes, next, places[1], firstAccepting);
    }

    private boolean accepts(int state) {
      return states.get(state).contains(AutomatonProgram.MATCH);
    }

    /** Where the entries of each state begin: the dead state first, accepting ones last. */
    private int[] places(int width) {
      int[] places = new int[states.size()];
      int place = 0;
      for (boolean accepting : new boolean[] {false, true}) {
        for (int state = 0; state < places.length; state++) {
          if (accepts(state) == accepting) {
            places[state] = place;
            place += width;
          }
        }
      }
      return places;
    }

    private int number(List<Integer> state) {
      Integer known = numbers.get(state);
      if (known != null) {
        return known;
      }
      numbers.put(state, states.size());
      states.add(state);
      return states.size() - 1;
    }

    private List<Integer> after(List<Integer> state, int symbol) {
      List<Integer> reached = new ArrayList<>();
      BitSet seen = new BitSet();
      for (int instruction : state) {
        int to = instruction == AutomatonProgram.MATCH ? -1 : program.step(instruction, symbol);
        if (to >= 0 && program.reach(to, seen, reached)) {
          break;
        }
      }
      return List.copyOf(reached);
    }
  }
}
