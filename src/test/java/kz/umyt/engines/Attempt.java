package kz.umyt.engines;

import java.util.Optional;
import java.util.concurrent.Callable;

/** A server that was started once, or the reason why it was not. */
record Attempt<T>(Optional<T> server, Optional<Exception> failure) {

  static <T> Attempt<T> of(Callable<T> start) {
    try {
      return new Attempt<>(Optional.of(start.call()), Optional.empty());
    } catch (Exception failure) {
      return new Attempt<>(Optional.empty(), Optional.of(failure));
    }
  }

  /**
   * The server.
   *
   * @throws EngineUnavailableException if it did not start
   */
  T get() {
    return server.orElseThrow(() -> new EngineUnavailableException(failure.orElseThrow()));
  }
}
