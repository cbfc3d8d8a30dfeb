package kz.umyt.job;

import java.nio.file.Path;
import kz.umyt.engines.Shop;

/** One attempt at a scan in a process of its own, which a test can kill. */
final class ScanProcess {

  private ScanProcess() {}

  /** Scans for the company in the folder given as argument; says how it comes along. */
  public static void main(String[] arguments) {
    ScanRun.Ended ended =
        new ScanNight(Shop.at(Path.of(arguments[0])))
            .scan(
                ScanNight.FULL,
                new Progress() {
                  @Override
                  public void started(String what, long records) {
                    System.out.println("begins " + what);
                  }

                  @Override
                  public void reached(long records) {
                    System.out.println("rows " + records);
                  }

                  @Override
                  public void finished() {
                    System.out.println("ends");
                  }
                },
                new StopSignal());
    System.out.println("done " + ended.read() + " of " + ended.pieces());
  }
}
