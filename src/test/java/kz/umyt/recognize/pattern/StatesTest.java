package kz.umyt.recognize.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of states says the same when it is full. */
class StatesTest {

  @ParameterizedTest
  @EnumSource(States.Mode.class)
  void aFullTableChangesNothing(States.Mode mode) {
    Program program = new Program(20_000);
    List<Integer> starts = new ArrayList<>();
    String[] regexes = {"a(?:b|c){0,3}d?", "[ab]+c", "(?:ab|a)(?:c|bcd)"};
    for (int i = 0; i < regexes.length; i++) {
      starts.add(RegexReader.read(regexes[i]).emit(program, program.match(i)));
    }
    States large = new States(program, mode, 1_000);
    States small = new States(program, mode, 2);
    Random random = new Random(3);
    boolean full = false;
    for (int round = 0; round < 2_000; round++) {
      int state = large.start(starts).number();
      States.State slow = small.start(starts);
      while (!States.isDead(state)) {
        int symbol = 'a' + random.nextInt(4);
        state = large.next(state, symbol);
        slow = small.next(slow, symbol);
        full |= slow.number() == States.FULL;
        assertThat(slow.flags()).isEqualTo(large.state(state).flags());
        assertThat(slow.matches()).isEqualTo(large.state(state).matches());
      }
    }
    assertThat(full).isTrue();
  }
}
