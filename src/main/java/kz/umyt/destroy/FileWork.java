package kz.umyt.destroy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kz.umyt.plan.BoundFiles;
import kz.umyt.source.csv.CsvRewriter;

/** Carries out a target of CSV files, several of them at a time. */
public final class FileWork implements TargetWork {

  private final BoundFiles target;
  private final FileTask.Tools tools;
  private final String run;
  private final Iterator<BoundFiles.BoundFile> files;
  private final int most;
  private final ExecutorService threads;
  private final Deque<CompletableFuture<FileTask.Ended>> running = new ArrayDeque<>();
  private final Map<String, Long> failures = new TreeMap<>();
  private FileJournal.Totals totals;
  private boolean stopped;

  /**
   * Takes up a target.
   *
   * @param most files at the same time
   */
  FileWork(BoundFiles target, FileTask.Tools tools, String run, int most) {
    this.target = target;
    this.tools = tools;
    this.run = run;
    this.files = target.files().iterator();
    this.most = Math.max(1, Math.min(most, target.files().size()));
    settle();
    this.totals = tools.journal().totals(run, target.id());
    this.threads = Executors.newFixedThreadPool(this.most);
  }

  /** After a crash between "ready" and "replaced", the file on disk tells which it was. */
  private void settle() {
    FileJournal journal = tools.journal();
    String prefix = target.doneId("");
    for (FileJournal.Entry entry : journal.open()) {
      if (!entry.file().startsWith(prefix)) {
        continue;
      }
      Path path = target.source().folder().resolve(entry.file().substring(prefix.length()));
      String now = Files.exists(path) ? CsvRewriter.sha256(path) : FileJournal.GONE;
      if (now.equals(entry.sha256After())) {
        journal.settle(entry.id(), FileJournal.State.REPLACED);
      } else if (now.equals(entry.sha256Before())) {
        journal.forget(entry.id());
      } else {
        journal.settle(entry.id(), FileJournal.State.UNKNOWN);
      }
    }
  }

  @Override
  public boolean advance() {
    while (running.size() < most && files.hasNext() && !stopped) {
      FileTask task = new FileTask(target, files.next(), tools, run);
      running.add(CompletableFuture.supplyAsync(task::carryOut, threads));
    }
    if (running.isEmpty()) {
      return stopped;
    }
    FileTask.Ended ended = ended(running.remove());
    if (ended instanceof FileTask.Ended.Failed failed) {
      failures.merge(failed.reason(), failed.records(), Long::sum);
    } else if (ended instanceof FileTask.Ended.Done done && done.changed() > 0) {
      totals = totals.with(done.changed());
    }
    stopped |= ended instanceof FileTask.Ended.Stopped;
    return stopped || !running.isEmpty() || files.hasNext();
  }

  private static FileTask.Ended ended(CompletableFuture<FileTask.Ended> task) {
    try {
      return task.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed;
    }
  }

  @Override
  public Outcome outcome() {
    return outcome(totals, failures);
  }

  /** What the evidence says of a target, with the failures of this attempt. */
  static Outcome outcome(FileJournal.Totals totals, Map<String, Long> failures) {
    Map<String, Long> reasons = new TreeMap<>(failures);
    for (FileJournal.Entry entry : totals.unknown()) {
      reasons.merge(
          "file "
              + entry.file()
              + " was changed by somebody else while the run was interrupted, so it is not known"
              + " whether these records went",
          entry.changed(),
          Long::sum);
    }
    return new Outcome(totals.changed(), reasons, totals.replaced(), "");
  }

  /** Nothing may be at work when this returns. */
  @Override
  public void close() {
    running.forEach(
        task ->
            task.handle(
                    (ended, failure) -> {
                      // Whatever it came to stands in the journal, and is counted from there.
                      return ended;
                    })
                .join());
    threads.shutdown();
  }
}
