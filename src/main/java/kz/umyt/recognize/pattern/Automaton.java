package kz.umyt.recognize.pattern;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a match of one expression ends, exactly where RE2J ends it, at a step a character.
 * RE2J has no such table and takes microseconds for each match, which a database full of
 * identifiers turns into hours.
 */
public final class Automaton {

  /** Beyond this length an attempt at every character would no longer be linear in practice. */
  private static final int LONGEST = 256;

  /** Beyond these an expression is left to RE2J. */
  private static final int MOST_INSTRUCTIONS = 20_000;

  private static final int MOST_STATES = 4_000;

  private final Symbols symbols;
  private final boolean neighbour;
  private final States states;
  private final int start;

  private Automaton(Symbols symbols, boolean neighbour, States states, int start) {
    this.symbols = symbols;
    this.neighbour = neighbour;
    this.states = states;
    this.start = states.start(List.of(start)).number();
  }

  /** Reads a text forward from the start of a match; null if RE2J must do it. */
  static @Nullable Automaton of(Expression expression, Edges edges, Symbols symbols) {
    if (!expression.isPlain() || expression.shape().longest() > LONGEST) {
      return null;
    }
    return forward(expression, edges, symbols);
  }

  /** The same without a limit of length, for what one rare character holds together. */
  static @Nullable Automaton forward(Expression expression, Edges edges, Symbols symbols) {
    return make(expression, edges.neighbours(), symbols, States.Mode.FIRST);
  }

  /** Reads a text backward from the end of a match to the earliest place where it can start. */
  static @Nullable Automaton backward(Expression expression, Edges edges, Symbols symbols) {
    return make(expression.reversed(), edges.neighbours(), symbols, States.Mode.ANY);
  }

  private static @Nullable Automaton make(
      Expression expression, BitSet neighbour, Symbols symbols, States.Mode mode) {
    Program program = new Program(MOST_INSTRUCTIONS);
    int end = program.match(0);
    if (!neighbour.isEmpty()) {
      end = program.one(neighbour, end);
    }
    int start = expression.emit(program, end);
    return program.isFull()
        ? null
        : new Automaton(
            symbols, !neighbour.isEmpty(), new States(program, mode, MOST_STATES), start);
  }

  /** The end of the match that starts at an offset, or -1. */
  public int end(String text, int from) {
    int[] table = states.table();
    States.State beyond = null;
    int state = start;
    int length = text.length();
    int end = States.isMatch(state) ? from : -1;
    int at = from;
    int before = -1;
    while (!States.isDead(state) && before < length) {
      before = at;
      int symbol = Symbols.END;
      if (at < length) {
        char c = text.charAt(at);
        symbol = c < Symbols.ASCII ? c : symbols.at(text, at);
        at += Character.isSurrogate(c) ? Character.charCount(text.codePointAt(at)) : 1;
      }
      int next = beyond == null ? table[states.place(state, symbol)] : States.FULL;
      if (next == 0) {
        next = states.next(state, symbol);
        table = states.table();
      }
      if (next == States.FULL) {
        beyond = states.next(beyond == null ? states.state(state) : beyond, symbol);
        next = beyond.flags();
      }
      state = next;
      if (States.isMatch(state)) {
        end = neighbour ? before : at;
      }
    }
    return end;
  }

  /**
   * The earliest start, not before {@code least}, of a match that ends at an offset, or -1.
   *
   * @param least where a match may start; what stands before it counts only as a neighbour
   */
  int start(String text, int until, int least) {
    States.State beyond = null;
    int state = start;
    int found = States.isMatch(state) ? until : -1;
    int at = until;
    int place = until;
    int before = 1;
    while (!States.isDead(state) && before > 0 && place >= least) {
      before = at;
      int symbol;
      if (at == 0) {
        symbol = Symbols.END;
      } else {
        symbol = symbols.before(text, at);
        at -= at > 1 && isPair(text, at - 2) ? 2 : 1;
      }
      int next = beyond == null ? states.next(state, symbol) : States.FULL;
      if (next == States.FULL) {
        beyond = states.next(beyond == null ? states.state(state) : beyond, symbol);
        next = beyond.flags();
      }
      state = next;
      place = neighbour ? before : at;
      if (States.isMatch(state) && place >= least) {
        found = place;
      }
    }
    return found;
  }

  private static boolean isPair(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
