package kz.umyt.job;

import java.util.Optional;

/** Told how a run comes along; for the console. */
public interface Progress {

  /** A new piece of work begins. */
  void started(String what, long records);

  /** So many records of it are handled, over all restarts. */
  void reached(long records);

  /** The piece of work ended. */
  void finished();

  /** It waits for something; empty once it goes on. */
  default void waits(Optional<String> why) {}

  /** Says nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void started(String what, long records) {}

        @Override
        public void reached(long records) {}

        @Override
        public void finished() {}
      };
}
