package kz.umyt.recognize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The instructions of an automaton while it is built, preferred ones first. */
final class AutomatonProgram {

  /** Beyond these the expression is left to RE2J. */
  private static final int MOST_INSTRUCTIONS = 4_000;

  /** The instruction that ends a match. */
  static final int MATCH = 0;

  /**
   * One instruction.
   *
   * @param symbols what it consumes; empty for a fork
   * @param second the less preferred way of a fork
   */
  private record Instruction(BitSet symbols, int next, int second) {}

  private static final BitSet NOTHING = new BitSet();

  private final List<Instruction> instructions = new ArrayList<>();

  AutomatonProgram() {
    instructions.add(new Instruction(NOTHING, MATCH, MATCH));
  }

  boolean isFull() {
    return instructions.size() > MOST_INSTRUCTIONS;
  }

  int one(Expression.Chars chars, int next) {
    BitSet symbols = new BitSet();
    for (int c = 0; c < 128; c++) {
      symbols.set(c, chars.has(c));
    }
    return one(symbols, next);
  }

  int one(BitSet symbols, int next) {
    instructions.add(new Instruction(symbols, next, next));
    return instructions.size() - 1;
  }

  int either(int first, int second) {
    instructions.add(new Instruction(NOTHING, first, second));
    return instructions.size() - 1;
  }

  /** The sets of symbols that instructions tell apart. */
  List<BitSet> sets() {
    return instructions.stream()
        .map(Instruction::symbols)
        .filter(symbols -> !symbols.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * The consuming instructions that stand to come from the given one, the preferred first. {@link
   * #MATCH} cuts off what is less preferred than it.
   *
   * @param seen instructions that are in {@code to} already; updated
   * @return whether a match cut the list off
   */
  boolean reach(int instruction, BitSet seen, List<Integer> to) {
    if (seen.get(instruction)) {
      return false;
    }
    seen.set(instruction);
    Instruction reached = instructions.get(instruction);
    if (instruction == MATCH) {
      to.add(MATCH);
      return true;
    }
    if (!reached.symbols().isEmpty()) {
      to.add(instruction);
      return false;
    }
    return reach(reached.next(), seen, to) || reach(reached.second(), seen, to);
  }

  /** Where the instruction leads on a symbol, or -1. */
  int step(int instruction, int symbol) {
    Instruction from = instructions.get(instruction);
    return from.symbols().get(symbol) ? from.next() : -1;
  }
}
