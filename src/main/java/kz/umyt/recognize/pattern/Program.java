package kz.umyt.recognize.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The instructions from which automata are made, preferred ones first. */
final class Program {

  private static final BitSet NOTHING = new BitSet();

  /**
   * One instruction: it consumes a symbol, forks, or ends a match.
   *
   * @param symbols what it consumes; empty for a fork
   * @param second the less preferred way of a fork
   * @param match the number of the pattern that ends here, or -1
   */
  private record Instruction(BitSet symbols, int next, int second, int match) {}

  private final List<Instruction> instructions = new ArrayList<>();
  private final int most;

  /**
   * An empty program.
   *
   * @param most after so many instructions it is full, and what is written then is not all of an
   *     expression
   */
  Program(int most) {
    this.most = most;
  }

  boolean isFull() {
    return instructions.size() > most;
  }

  int size() {
    return instructions.size();
  }

  /** The end of a match of a pattern. */
  int match(int pattern) {
    return add(new Instruction(NOTHING, -1, -1, pattern));
  }

  int one(BitSet symbols, int next) {
    return add(new Instruction(symbols, next, next, -1));
  }

  int either(int first, int second) {
    return add(new Instruction(NOTHING, first, second, -1));
  }

  /** A fork that is written before its ways are known; {@link #close} gives them. */
  int open() {
    return add(new Instruction(NOTHING, -1, -1, -1));
  }

  void close(int open, int first, int second) {
    instructions.set(open, new Instruction(NOTHING, first, second, -1));
  }

  private int add(Instruction instruction) {
    instructions.add(instruction);
    return instructions.size() - 1;
  }

  /** The pattern that ends with this instruction, or -1. */
  int matchOf(int instruction) {
    return instructions.get(instruction).match();
  }

  /** The symbols that an instruction consumes. */
  BitSet symbolsOf(int instruction) {
    return instructions.get(instruction).symbols();
  }

  /** Which symbols no instruction tells apart: for each its class. */
  char[] classes() {
    List<BitSet> sets =
        instructions.stream()
            .map(Instruction::symbols)
            .filter(symbols -> !symbols.isEmpty())
            .distinct()
            .toList();
    return SymbolClasses.of(sets);
  }

  /** Whether an instruction neither consumes anything nor ends a match. */
  boolean isFork(int instruction) {
    Instruction at = instructions.get(instruction);
    return at.match() < 0 && at.symbols().isEmpty();
  }

  /** The preferred way of a fork. */
  int first(int fork) {
    return instructions.get(fork).next();
  }

  int second(int fork) {
    return instructions.get(fork).second();
  }

  /** Where the instruction leads on a symbol, or -1. */
  int step(int instruction, int symbol) {
    Instruction from = instructions.get(instruction);
    return from.symbols().get(symbol) ? from.next() : -1;
  }
}
