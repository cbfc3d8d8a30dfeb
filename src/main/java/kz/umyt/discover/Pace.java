package kz.umyt.discover;

/** Told of every row that is read; may make its reader wait, or end the reading by throwing. */
@FunctionalInterface
public interface Pace {

  /** As fast as it goes, to the end. */
  Pace FREE = () -> {};

  /** One row more is read. */
  void row();
}
