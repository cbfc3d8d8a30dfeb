package kz.umyt.recognize.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
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

  private static final int[] NONE = {};

  private static final int MATCH = 1;
  static final int DEAD = 2;
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
    private volatile int @Nullable [] open;

    /** Its number in the table, or {@link #FULL}. */
    private final int number;

    private State(Key key, int number) {
      this.instructions = key.instructions;
      this.matches = key.matches;
      this.number = number;
    }

    int number() {
      return number;
    }

    /** What {@link States#isDead(int)} and {@link States#isMatch(int)} ask for. */
    int flags() {
      return States.flags(instructions, matches);
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
      int[] known = open;
      if (known == null) {
        IntStream still = IntStream.of(instructions).map(instruction -> patternOf[instruction]);
        known = IntStream.concat(IntStream.of(matches), still).sorted().distinct().toArray();
        open = known;
      }
      return known;
    }
  }

  /** What makes a state the same as another. */
  private static final class Key {

    private final int[] instructions;
    private final int[] matches;

    private Key(int[] instructions, int[] matches) {
      this.instructions = instructions;
      this.matches = matches;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && Arrays.equals(instructions, key.instructions)
          && Arrays.equals(matches, key.matches);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(instructions) + Arrays.hashCode(matches);
    }
  }

  private final Program program;
  private final Mode mode;
  private final Reach reach;
  private final int most;
  private final char[] classes;

  /** A place for each class, and one for the number of the row, which is dear to divide for. */
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
    this.reach = new Reach(program, mode == Mode.FIRST);
    this.most = most;
    this.classes = program.classes();
    int count = SymbolClasses.count(classes);
    this.width = count + 1;
    this.examples = new int[count];
    for (int symbol = 0; symbol < classes.length; symbol++) {
      examples[classes[symbol]] = symbol;
    }
    this.table = new int[16 * width];
  }

  /** The state before any symbol, from where the given instructions stand to come. */
  synchronized State start(List<Integer> starts) {
    reach.begin();
    for (int start : starts) {
      if (reach.add(start)) {
        break;
      }
    }
    return state(reach.found(), NONE);
  }

  private static int flags(int[] instructions, int[] matches) {
    return (instructions.length == 0 ? DEAD : 0) | (matches.length > 0 ? MATCH : 0);
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

  /**
   * At {@link #place} of a state the one that follows, 0 where no text has led there yet; only
   * read.
   */
  int[] table() {
    return table;
  }

  /** Where in the table the state after a symbol stands. */
  int place(int state, int symbol) {
    return placeOfClass(state, classes[symbol]);
  }

  static int placeOfClass(int state, int symbolClass) {
    return (state >>> FLAGS) + symbolClass;
  }

  /** The state after a symbol, or {@link #FULL}; of a state that is not dead. */
  int next(int state, int symbol) {
    int place = place(state, symbol);
    int next = table[place];
    return next == 0 ? grow(state, place, symbol) : next;
  }

  private synchronized int grow(int state, int place, int symbol) {
    int number = next(state(state), symbol).number;
    table[place] = number;
    return number;
  }

  /** The state of a number. */
  State state(int number) {
    State state = rows[table[rowPlace(number)]];
    return state == null ? stateUnderLock(number) : state;
  }

  private synchronized State stateUnderLock(int number) {
    return Objects.requireNonNull(rows[table[rowPlace(number)]]);
  }

  private int rowPlace(int number) {
    return (number >>> FLAGS) + width - 1;
  }

  /** The state after a symbol, slowly. */
  synchronized State next(State state, int symbol) {
    int example = examples[classes[symbol]];
    reach.begin();
    for (int instruction : state.instructions) {
      int to = program.step(instruction, example);
      if (to >= 0 && reach.add(to)) {
        break;
      }
    }
    return state(reach.found(), mode == Mode.COLLECT ? state.matches : NONE);
  }

  private State state(int[] reached, int[] before) {
    int[] instructions = new int[reached.length];
    int[] matches = Arrays.copyOf(before, before.length + reached.length);
    int size = 0;
    int ended = before.length;
    for (int instruction : reached) {
      int match = program.matchOf(instruction);
      if (match >= 0) {
        matches[ended++] = match;
      } else {
        instructions[size++] = instruction;
      }
    }
    instructions = Arrays.copyOf(instructions, size);
    if (mode != Mode.FIRST) {
      Arrays.sort(instructions);
    }
    matches =
        ended == before.length
            ? before
            : IntStream.of(matches).limit(ended).sorted().distinct().toArray();
    Key key = new Key(instructions, matches);
    State state = known.get(key);
    return state == null ? make(key) : state;
  }

  /** A new state, which gets a row if the table is not full. */
  private State make(Key key) {
    if (nextRow > most) {
      return new State(key, FULL);
    }
    if (nextRow == rows.length) {
      // In this order: who sees the new table sees the new rows.
      rows = Arrays.copyOf(rows, rows.length * 2);
      table = Arrays.copyOf(table, table.length * 2);
    }
    int row = nextRow++;
    int place = (row * width) << FLAGS;
    State state = new State(key, place | flags(key.instructions, key.matches));
    rows[row] = state;
    table[rowPlace(state.number)] = row;
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
}
