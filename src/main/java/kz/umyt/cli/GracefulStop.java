package kz.umyt.cli;

import java.util.concurrent.Callable;
import kz.umyt.job.StopSignal;

/** Lets a run end its chunk when the process is asked to stop, and exit with the run's own code. */
final class GracefulStop {
  private GracefulStop() {}

  static int during(StopSignal stop, Callable<Integer> work) throws Exception {
    return SignalHook.during(
        run -> {
          stop.request("asked to stop by a signal");
          return run.await();
        },
        work);
  }
}
