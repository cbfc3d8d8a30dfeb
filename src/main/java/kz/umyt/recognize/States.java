package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The states of an automaton, made when a text first leads to them. What is made never changes, so
 * threads share it: a thread that does not see a state yet makes it again under the lock.
 */
final class States {

  /** Which matches a state knows of. */
  enum Mode {
    /** Those that end right here, the preferred way first, as RE2 does. */
    FIRST,
    /** Those that end right here, however they came about. */
    ANY,
    /** All that ended on the way here. */
    COLLECT
  }

  /** One state: what may come, and which patterns have matched. */
  static final class State {

    private final int[] instructions;
    private final int[] matches;
    private final State[] next;
    private final boolean dead;

    private State(int[] instructions, int[] matches, boolean dead, int width) {
      this.instructions = instructions;
      this.matches = matches;
      this.dead = dead;
      this.next = new State[dead ? 0 : width];
    }

    /** Whether no symbol leads further. */
    boolean isDead() {
      return dead;
    }

    boolean isMatch() {
      return matches.length > 0;
    }

    /** The numbers of the patterns that have matched. */
    int[] matches() {
      return matches;
    }
  }

  private record Key(List<Integer> instructions, List<Integer> matches) {}

  private final Program program;
  private final Mode mode;
  private final int most;
  private final char[] classes;
  private final int width;
  private final int[] examples;
  private final Map<Key, State> known = new HashMap<>();

  /**
   * States of a program.
   *
   * @param most how many are kept; further ones are made anew whenever they are needed
   */
  States(Program program, Mode mode, int most) {
    this.program = program;
    this.mode = mode;
    this.most = most;
    this.classes = program.classes();
    this.width = SymbolClasses.count(classes);
    this.examples = new int[width];
    for (int symbol = 0; symbol < classes.length; symbol++) {
      examples[classes[symbol]] = symbol;
    }
  }

  /** The state before any symbol, from where the given instructions stand to come. */
  synchronized State start(List<Integer> starts) {
    List<Integer> reached = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int start : starts) {
      if (program.reach(start, mode == Mode.FIRST, seen, reached)) {
        break;
      }
    }
    return state(reached, List.of());
  }

  /** The state after a symbol. */
  State next(State state, int symbol) {
    State next = state.next[classes[symbol]];
    return next == null ? grow(state, classes[symbol]) : next;
  }

  private synchronized State grow(State state, int symbolClass) {
    int symbol = examples[symbolClass];
    List<Integer> reached = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int instruction : state.instructions) {
      int to = program.matchOf(instruction) >= 0 ? -1 : program.step(instruction, symbol);
      if (to >= 0 && program.reach(to, mode == Mode.FIRST, seen, reached)) {
        break;
      }
    }
    List<Integer> before = new ArrayList<>();
    if (mode == Mode.COLLECT) {
      for (int match : state.matches) {
        before.add(match);
      }
    }
    State next = state(reached, before);
    if (known.size() < most) {
      state.next[symbolClass] = next;
    }
    return next;
  }

  private State state(List<Integer> reached, List<Integer> before) {
    List<Integer> instructions = new ArrayList<>();
    TreeSet<Integer> matches = new TreeSet<>(before);
    boolean dead = true;
    for (int instruction : reached) {
      int match = program.matchOf(instruction);
      if (match >= 0) {
        matches.add(match);
      } else {
        instructions.add(instruction);
        dead = false;
      }
    }
    if (mode != Mode.FIRST) {
      instructions.sort(null);
    }
    Key key = new Key(List.copyOf(instructions), List.copyOf(matches));
    State state = known.get(key);
    if (state == null) {
      state = new State(ints(key.instructions()), ints(key.matches()), dead, width);
      if (known.size() < most) {
        known.put(key, state);
      }
    }
    return state;
  }

  /** The symbols that lead on from a state. */
  BitSet firsts(State state) {
    BitSet firsts = new BitSet(Symbols.COUNT);
    for (int instruction : state.instructions) {
      firsts.or(program.symbolsOf(instruction));
    }
    return firsts;
  }

  /** The patterns that may still match after a state, or have matched. */
  int[] open(State state, int[] patternOf) {
    TreeSet<Integer> open = new TreeSet<>();
    for (int match : state.matches) {
      open.add(match);
    }
    for (int instruction : state.instructions) {
      open.add(patternOf[instruction]);
    }
    return ints(List.copyOf(open));
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
