package kz.umyt.destroy;

/**
 * How long it took.
 *
 * @param seconds of the whole
 * @param step of them in the step of the tool that changed the rows
 * @param chunks transactions of that step
 * @param largest rows that one of them changed
 */
record BenchmarkTime(double seconds, double step, long chunks, long largest) {

  /** What has no steps. */
  static BenchmarkTime of(double seconds) {
    return new BenchmarkTime(seconds, 0, 0, 0);
  }
}
