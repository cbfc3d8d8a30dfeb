package kz.umyt.job;

import java.util.Optional;

/** Looks whether a server has so much to do that the next chunk had better wait. */
interface Gauge {

  /**
   * Makes sure, before the first change, that it can look.
   *
   * @throws kz.umyt.source.SourceException if the server cannot be reached, or a right is missing
   * @throws kz.umyt.settings.SettingsException if what is asked for makes no sense there
   */
  void require();

  /**
   * What the next chunk waits for; empty if it need not wait.
   *
   * @throws kz.umyt.source.SourceException if the server on which the chunk would work is lost
   */
  Optional<String> reason();
}
