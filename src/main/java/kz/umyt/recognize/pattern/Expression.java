package kz.umyt.recognize.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** The parts of a regular expression. */
sealed interface Expression {

  /** What every match has in common. */
  Shape shape();

  /** Whether an {@link Automaton} can stand for it. */
  boolean isPlain();

  /** The same, read from its end. */
  Expression reversed();

  /** Adds the symbols that a match can hold; only where it is plain. */
  void addSymbols(BitSet to);

  /**
   * Writes the instructions that match this and then go on; only where it is plain.
   *
   * @param next the instruction to go on with
   * @return the instruction to start with
   */
  int emit(Program program, int next);

  /** A part of which only the shape is known: assertions, flags, rare classes. */
  record Vague(Shape shape) implements Expression {
    @Override
    public boolean isPlain() {
      return false;
    }

    @Override
    public Expression reversed() {
      return this;
    }

    @Override
    public void addSymbols(BitSet to) {
      throw new IllegalStateException("not plain");
    }

    @Override
    public int emit(Program program, int next) {
      throw new IllegalStateException("not plain");
    }
  }

  /**
   * One character of a set.
   *
   * @param symbols the set; never changed
   */
  record Chars(BitSet symbols) implements Expression {
    @Override
    public Shape shape() {
      Shape shape = null;
      int ascii = 0;
      for (int c = symbols.nextSetBit(0); c >= 0 && c < 128; c = symbols.nextSetBit(c + 1)) {
        shape = shape == null ? Shape.of(c) : shape.or(Shape.of(c));
        ascii++;
      }
      if (symbols.cardinality() > ascii) {
        shape = shape == null ? Shape.BEYOND_ASCII : shape.or(Shape.BEYOND_ASCII);
      }
      return shape == null ? Shape.ANY : shape;
    }

    @Override
    public boolean isPlain() {
      return !symbols.isEmpty();
    }

    @Override
    public Expression reversed() {
      return this;
    }

    @Override
    public void addSymbols(BitSet to) {
      to.or(symbols);
    }

    @Override
    public int emit(Program program, int next) {
      return program.one(symbols, next);
    }
  }

  /** One part after the other. */
  record Sequence(List<Expression> parts) implements Expression {

    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public Shape shape() {
      return parts.stream().map(Expression::shape).reduce(Shape.EMPTY, Shape::then);
    }

    @Override
    public boolean isPlain() {
      return parts.stream().allMatch(Expression::isPlain);
    }

    @Override
    public Expression reversed() {
      List<Expression> reversed = new ArrayList<>(parts);
      Collections.reverse(reversed);
      return new Sequence(reversed.stream().map(Expression::reversed).toList());
    }

    @Override
    public void addSymbols(BitSet to) {
      parts.forEach(part -> part.addSymbols(to));
    }

    @Override
    public int emit(Program program, int next) {
      int start = next;
      for (int i = parts.size() - 1; i >= 0; i--) {
        start = parts.get(i).emit(program, start);
      }
      return start;
    }
  }

  /** The first part or else the second. */
  record Either(Expression first, Expression second) implements Expression {
    @Override
    public Shape shape() {
      return first.shape().or(second.shape());
    }

    @Override
    public boolean isPlain() {
      return first.isPlain() && second.isPlain();
    }

    @Override
    public Expression reversed() {
      return new Either(first.reversed(), second.reversed());
    }

    @Override
    public void addSymbols(BitSet to) {
      first.addSymbols(to);
      second.addSymbols(to);
    }

    @Override
    public int emit(Program program, int next) {
      return program.either(first.emit(program, next), second.emit(program, next));
    }
  }

  /**
   * A part several times.
   *
   * @param max {@link Shape#UNBOUNDED} for no limit
   * @param greedy whether more is preferred to less
   */
  record Repeat(Expression part, int min, int max, boolean greedy) implements Expression {
    @Override
    public Shape shape() {
      return part.shape().repeated(min, max);
    }

    /** RE2 has rules of its own for endless repeats of what can be empty. */
    @Override
    public boolean isPlain() {
      return part.isPlain() && (max < Shape.UNBOUNDED || part.shape().shortest() > 0);
    }

    @Override
    public Expression reversed() {
      return new Repeat(part.reversed(), min, max, greedy);
    }

    @Override
    public void addSymbols(BitSet to) {
      part.addSymbols(to);
    }

    @Override
    public int emit(Program program, int next) {
      int start = max == Shape.UNBOUNDED ? emitEndless(program, next) : emitOptional(program, next);
      for (int i = 0; i < min && !program.isFull(); i++) {
        start = part.emit(program, start);
      }
      return start;
    }

    private int emitEndless(Program program, int next) {
      int loop = program.open();
      int more = part.emit(program, loop);
      program.close(loop, greedy ? more : next, greedy ? next : more);
      return loop;
    }

    private int emitOptional(Program program, int next) {
      int start = next;
      for (int i = min; i < max && !program.isFull(); i++) {
        int more = part.emit(program, start);
        start = greedy ? program.either(more, next) : program.either(next, more);
      }
      return start;
    }
  }
}
