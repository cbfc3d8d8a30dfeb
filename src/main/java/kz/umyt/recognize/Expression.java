package kz.umyt.recognize;

import java.util.List;

/** The parts of a regular expression. Case is ignored throughout. */
sealed interface Expression {

  /** What every match has in common. */
  Shape shape();

  /** Whether an {@link Automaton} can stand for it. */
  boolean isPlain();

  /**
   * Writes the instructions that match this and then go on.
   *
   * @param next the instruction to go on with
   * @return the instruction to start with
   */
  int emit(AutomatonProgram program, int next);

  /** A part of which only the shape is known: Unicode classes, assertions, flags. */
  record Vague(Shape shape) implements Expression {
    @Override
    public boolean isPlain() {
      return false;
    }

    @Override
    public int emit(AutomatonProgram program, int next) {
      throw new IllegalStateException("not plain");
    }
  }

  /**
   * One ASCII character of a set.
   *
   * @param low the characters 0 to 63, as bits
   * @param high the characters 64 to 127
   */
  record Chars(long low, long high) implements Expression {

    static final Chars NONE = new Chars(0, 0);
    static final Chars WORD =
        range('0', '9').with(range('a', 'z')).with(range('A', 'Z')).with(range('_', '_'));
    static final Chars SPACE = range('\t', '\n').with(range('\f', '\r')).with(range(' ', ' '));

    /** One character in either case; vague beyond ASCII. */
    static Expression of(int codePoint) {
      char folded = codePoint > 0xFFFF ? '\uFFFE' : Folding.fold((char) codePoint);
      return folded > 127 ? new Vague(Shape.of(codePoint)) : range(folded, folded);
    }

    static Chars range(int from, int to) {
      Chars chars = NONE;
      for (char c = (char) from; c <= to; c++) {
        chars = chars.and(c).and(Character.toLowerCase(c)).and(Character.toUpperCase(c));
      }
      return chars;
    }

    private Chars and(char c) {
      return c < 64 ? new Chars(low | 1L << c, high) : new Chars(low, high | 1L << (c - 64));
    }

    Chars with(Chars more) {
      return new Chars(low | more.low, high | more.high);
    }

    boolean isEmpty() {
      return low == 0 && high == 0;
    }

    boolean has(int c) {
      return c < 128 && ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }

    @Override
    public Shape shape() {
      Shape shape = null;
      for (char c = 0; c < 128; c++) {
        if (has(c)) {
          shape = shape == null ? Shape.of(c) : shape.or(Shape.of(c));
        }
      }
      return shape == null ? Shape.ANY : shape;
    }

    @Override
    public boolean isPlain() {
      return true;
    }

    @Override
    public int emit(AutomatonProgram program, int next) {
      return program.one(this, next);
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
    public int emit(AutomatonProgram program, int next) {
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
    public int emit(AutomatonProgram program, int next) {
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

    @Override
    public boolean isPlain() {
      return max < Shape.UNBOUNDED && part.isPlain();
    }

    @Override
    public int emit(AutomatonProgram program, int next) {
      int start = next;
      for (int i = min; i < max && !program.isFull(); i++) {
        int more = part.emit(program, start);
        start = greedy ? program.either(more, next) : program.either(next, more);
      }
      for (int i = 0; i < min && !program.isFull(); i++) {
        start = part.emit(program, start);
      }
      return start;
    }
  }
}
