package kz.umyt.recognize.pattern;

import java.util.Arrays;

/**
 * Collects the consuming and ending instructions that stand to come after a step, the preferred
 * first. Kept from step to step, since a program has tens of thousands of instructions; not for
 * several threads.
 */
final class Reach {

  private final Program program;
  private final boolean cut;

  /** For each instruction the step that last came to it. */
  private final int[] seen;

  private final int[] waiting;
  private int[] found = new int[16];
  private int size;
  private int step;

  /**
   * What a complete program reaches.
   *
   * @param cut whether the end of a match cuts off what is less preferred than it
   */
  Reach(Program program, boolean cut) {
    this.program = program;
    this.cut = cut;
    this.seen = new int[program.size()];
    this.waiting = new int[program.size() + 1];
  }

  void begin() {
    step++;
    size = 0;
  }

  /** Adds what an instruction leads to; true if that ended a match and so cut off the rest. */
  boolean add(int instruction) {
    int top = 0;
    waiting[top++] = instruction;
    while (top > 0) {
      int at = waiting[--top];
      if (seen[at] == step) {
        continue;
      }
      seen[at] = step;
      if (program.isFork(at)) {
        top = push(program.second(at), top);
        top = push(program.first(at), top);
        continue;
      }
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = at;
      if (cut && program.matchOf(at) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int push(int instruction, int top) {
    if (seen[instruction] == step) {
      return top;
    }
    waiting[top] = instruction;
    return top + 1;
  }

  int[] found() {
    return Arrays.copyOf(found, size);
  }
}
