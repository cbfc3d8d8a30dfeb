package kz.umyt.job;

/** One step of a run: something that goes forward bit by bit and can stop between two bits. */
interface Piece {

  /** The step's name in the job repository; holds no value. */
  String name();

  /**
   * Goes one bit forward.
   *
   * @return false when the step is complete
   */
  boolean advance();

  /** Gives back what the step holds, complete or not. */
  default void close() {}
}
