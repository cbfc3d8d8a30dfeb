package kz.umyt.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import kz.umyt.engines.Engine;
import kz.umyt.engines.ServerProcess;

/**
 * Kills runs at random moments, as often as one asks, and looks after each run whether every due
 * row is gone or anonymized exactly once, nothing else has changed, and all counts are true. For
 * {@code scripts/soak}.
 */
final class KillSoak {

  private static final int KILLS_A_RUN = 12;

  private final Engine engine;
  private final boolean killsServer;
  private final Random random;
  private int kills;
  private int attempts;

  private KillSoak(Engine engine, boolean killsServer, Random random) {
    this.engine = engine;
    this.killsServer = killsServer;
    this.random = random;
  }

  /** Arguments: engine, number of kills, seed, and what is killed: tool or server. */
  public static void main(String[] arguments) throws Exception {
    Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    int wanted = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    KillSoak soak = new KillSoak(engine, arguments[3].equals("server"), new Random(seed));
    int runs = 0;
    int wrong = 0;
    int changed = 0;
    while (soak.kills < wanted) {
      Path folder = Files.createTempDirectory("umyt-soak");
      SoakCompany company = new SoakCompany(engine, folder);
      Map<Long, Contracts.Change> changes =
          soak.killsServer ? soak.killServer(company) : soak.killTool(company);
      // What was due for no longer than the last attempt needs one more night.
      soak.finish(company.folder());
      List<String> found = company.wrong(changes);
      found.stream().limit(20).forEach(line -> System.out.println("  WRONG: " + line));
      runs++;
      wrong += found.isEmpty() ? 0 : 1;
      changed += changes.size();
      System.out.printf(
          Locale.ROOT,
          "%s, %s killed: run %d, %d kills so far, %d attempts, %d contracts changed meanwhile: %s%n",
          engine,
          arguments[3],
          runs,
          soak.kills,
          soak.attempts,
          changes.size(),
          found.isEmpty() ? "right" : "WRONG, see " + folder);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %d kills | %d runs | %d attempts | %d concurrent changes | %d runs wrong | seed %d |%n",
        engine,
        arguments[3],
        soak.kills,
        runs,
        soak.attempts,
        changed,
        wrong,
        seed);
    System.exit(wrong == 0 ? 0 : 1);
  }

  private Map<Long, Contracts.Change> killTool(SoakCompany company)
      throws IOException, InterruptedException {
    ContractOffice office = company.office();
    if (engine != Engine.H2) {
      office.open();
    }
    killTool(company.folder());
    return office.close();
  }

  /** People pause while there is no server: who loses it does not know what was committed. */
  private Map<Long, Contracts.Change> killServer(SoakCompany company)
      throws IOException, InterruptedException {
    ServerProcess server = company.server();
    Map<Long, Contracts.Change> changes = new HashMap<>();
    RunProcess process = RunProcess.start(company.folder());
    attempts++;
    for (int killed = 0; killed < KILLS_A_RUN; killed++) {
      ContractOffice office = company.office();
      office.open();
      awaitMoment(process);
      changes.putAll(office.close());
      server.killAndStart(random.nextInt(500));
      kills++;
      if (process.hasEnded()) {
        if (process.isDone()) {
          return changes;
        }
        process = RunProcess.start(company.folder());
        attempts++;
      }
    }
    process.kill();
    return changes;
  }

  private void awaitMoment(RunProcess process) throws IOException, InterruptedException {
    int moment = random.nextInt(20);
    if (moment < 3) {
      process.await("started", 1);
      Thread.sleep(random.nextInt(900));
    } else if (moment < 16) {
      process.await("chunk", 1 + random.nextInt(8));
      Thread.sleep(random.nextInt(30));
    } else {
      process.await("ends", 1 + random.nextInt(5));
      Thread.sleep(random.nextInt(100));
    }
  }

  private void killTool(Path company) throws IOException, InterruptedException {
    for (int killed = 0; killed < KILLS_A_RUN; ) {
      RunProcess process = RunProcess.start(company);
      attempts++;
      awaitMoment(process);
      if (!process.kill()) {
        return;
      }
      killed++;
      kills++;
    }
  }

  private void finish(Path company) throws IOException, InterruptedException {
    for (int tries = 0; tries < 20; tries++) {
      attempts++;
      String end = RunProcess.start(company).finish();
      if (!end.equals("locked")) {
        return;
      }
      // The server has not yet noticed that the session before was killed.
      Thread.sleep(500);
    }
    throw new IllegalStateException("the lock of a killed run stays");
  }
}
