package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The states of an automaton, made when a text first leads to them, in one flat table: a step is
 * one look into it. What is made never changes, so threads share it: a thread that does not see an
 * entry yet makes it again under the lock.
 *
 * <p>A state is a number: the place of its row in the table, and in the lowest bits what a walk
 * asks of every state.
 */
final class States {

  /** Instead of a state: the table is full, go on with {@link #next(State, int)}. */
  static final int FULL = -1;

  private static final int MATCH = 1;
  private static final int DEAD = 2;
  private static final int FLAGS = 2;

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
    private final boolean dead;
    private int @Nullable [] open;

    /** Its number in the table, or {@link #FULL}. */
    private final int number;

    private State(int[] instructions, int[] matches, boolean dead, int number) {
      this.instructions = instructions;
      this.matches = matches;
      this.dead = dead;
      this.number = number;
    }

    int number() {
      return number;
    }

    /** What {@link States#isDead(int)} and {@link States#isMatch(int)} ask for. */
    int flags() {
      return (dead ? DEAD : 0) | (matches.length > 0 ? MATCH : 0);
    }

    /** The numbers of the patterns that have matched. */
    int[] matches() {
      return matches;
    }

    /**
     * Those that have matched or still may.
     *
     * @param patternOf the pattern of each instruction; always the same
     */
    int[] open(int[] patternOf) {
      if (open == null) {
        TreeSet<Integer> patterns = new TreeSet<>();
        for (int match : matches) {
          patterns.add(match);
        }
        for (int instruction : instructions) {
          patterns.add(patternOf[instruction]);
        }
        open = ints(List.copyOf(patterns));
      }
      return open;
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

  /** Rows of states, each {@link #width} long; 0 where nothing is known yet. */
  private volatile int[] table;

  /** The states by their rows; the first row stays free, so that no state has the number 0. */
  private volatile @Nullable State[] rows = new State[16];

  private int nextRow = 1;

  /**
   * States of a program.
   *
   * @param most how many stand in the table; further ones are made anew whenever they are needed
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
    this.table = new int[16 * width];
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

  static boolean isDead(int state) {
    return (state & DEAD) != 0;
  }

  static boolean isMatch(int state) {
    return (state & MATCH) != 0;
  }

  int classOf(int symbol) {
    return classes[symbol];
  }

  /** At {@link #place} the state that follows, 0 where no text has led there yet; only read. */
  int[] table() {
    return table;
  }

  static int place(int state, int symbolClass) {
    return (state >>> FLAGS) + symbolClass;
  }

  /** The state after a symbol, or {@link #FULL}; of a state that is not dead. */
  int next(int state, int symbol) {
    int place = (state >>> FLAGS) + classes[symbol];
    int next = table[place];
    return next == 0 ? grow(state, place, symbol) : next;
  }

  private synchronized int grow(int state, int place, int symbol) {
    int number = next(state(state), symbol).number;
    if (number != FULL) {
      table[place] = number;
    }
    return number;
  }

  /** The state of a number. */
  State state(int number) {
    State state = rows[(number >>> FLAGS) / width];
    return state == null ? stateUnderLock(number) : state;
  }

  private synchronized State stateUnderLock(int number) {
    return Objects.requireNonNull(rows[(number >>> FLAGS) / width]);
  }

  /** The state after a symbol, slowly. */
  synchronized State next(State state, int symbol) {
    int example = examples[classes[symbol]];
    List<Integer> reached = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int instruction : state.instructions) {
      int to = program.matchOf(instruction) >= 0 ? -1 : program.step(instruction, example);
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
    return state(reached, before);
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
      state = make(key, dead);
    }
    return state;
  }

  /** A new state, which gets a row if the table is not full. */
  private State make(Key key, boolean dead) {
    int[] instructions = ints(key.instructions());
    int[] matches = ints(key.matches());
    if (nextRow > most) {
      return new State(instructions, matches, dead, FULL);
    }
    if (nextRow == rows.length) {
      table = Arrays.copyOf(table, table.length * 2);
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    int row = nextRow++;
    int flags = (dead ? DEAD : 0) | (matches.length > 0 ? MATCH : 0);
    State state = new State(instructions, matches, dead, ((row * width) << FLAGS) | flags);
    rows[row] = state;
    known.put(key, state);
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

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
