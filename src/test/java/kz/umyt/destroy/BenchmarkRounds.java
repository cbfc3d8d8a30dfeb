package kz.umyt.destroy;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.engines.TestDatabase;

/** Ways to do the same, each on a fresh copy and in turns, so that none has the better minutes. */
record BenchmarkRounds(BenchmarkEngine engine, Check check) {

  private static final int ROUNDS = 3;

  /** After so long no further round is begun: what takes that long varies little. */
  private static final double LONG_SECONDS = 60;

  /** One way to do it. */
  @FunctionalInterface
  interface Way {
    BenchmarkTime on(TestDatabase copy) throws Exception;
  }

  /** Whether it was done. */
  @FunctionalInterface
  interface Check {
    void on(TestDatabase copy) throws Exception;
  }

  /** The best time of each. */
  List<BenchmarkTime> best(Way... ways) throws Exception {
    List<BenchmarkTime> best = new ArrayList<>();
    double sum = 0;
    for (int round = 0; round < ROUNDS && sum < LONG_SECONDS; round++) {
      for (int i = 0; i < ways.length; i++) {
        BenchmarkTime time = once(ways[i]);
        sum += time.seconds();
        if (round == 0) {
          best.add(time);
        } else if (time.seconds() < best.get(i).seconds()) {
          best.set(i, time);
        }
      }
    }
    return best;
  }

  private BenchmarkTime once(Way way) throws Exception {
    TestDatabase copy = engine.copy();
    BenchmarkTime time = way.on(copy);
    check.on(copy);
    engine.drop(copy);
    return time;
  }
}
