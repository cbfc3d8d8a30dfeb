package kz.umyt.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.umyt.recognize.Analyzer;
import org.jspecify.annotations.Nullable;

/**
 * Finds entities in the lines of text files on all processors, and writes them in the order of the
 * text. Only a bounded number of lines is in memory at any time.
 */
final class TextDetection implements AutoCloseable {

  /** So many characters are worth handing to another thread. */
  private static final int BATCH = 1 << 18;

  /** What a batch of lines held. */
  private record Found(ByteArrayOutputStream lines, Alarms alarms) {}

  private final Analyzer analyzer;
  private final Selection selection;
  private final int margin;
  private final Alarms alarms;
  private final OutputStream out;
  private final int threads;
  private final ExecutorService executor;
  private final Deque<Future<Found>> running = new ArrayDeque<>();
  private boolean longLines;

  /**
   * Detection with as many threads as there are processors.
   *
   * @param overlap of the pieces of long lines, in UTF-16 units
   * @param alarms counts what must be acted on
   * @param out takes the JSON lines; stays open
   */
  TextDetection(
      Analyzer analyzer, Selection selection, int overlap, Alarms alarms, OutputStream out) {
    this.analyzer = analyzer;
    this.selection = selection;
    this.margin = overlap / 2;
    this.alarms = alarms;
    this.out = out;
    this.threads = Runtime.getRuntime().availableProcessors();
    this.executor = Executors.newFixedThreadPool(threads, TextDetection::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "detect");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Writes the findings of one input.
   *
   * @throws IOException if it cannot be read to its end; what was read before is written
   */
  void read(@Nullable String file, LineSource source) throws IOException {
    LineFindings longLine = new LineFindings(analyzer, null, margin);
    List<LineSource.Piece> batch = new ArrayList<>();
    int size = 0;
    try {
      for (LineSource.Piece piece = source.read(); piece != null; piece = source.read()) {
        if (piece.isWhole()) {
          batch.add(piece);
          size += piece.text().length() + 1;
        } else {
          longLines = true;
          // The pieces of a long line know of each other, so they are read one after the other.
          start(file, batch);
          batch = new ArrayList<>();
          writeAll();
          write(find(file, List.of(piece), longLine));
        }
        if (size >= BATCH) {
          start(file, batch);
          batch = new ArrayList<>();
          size = 0;
        }
      }
    } finally {
      start(file, batch);
      writeAll();
    }
  }

  /** Whether a line came in pieces. */
  boolean hadLongLines() {
    return longLines;
  }

  private void start(@Nullable String file, List<LineSource.Piece> batch) throws IOException {
    if (running.size() > threads) {
      write(running.remove());
    }
    running.add(executor.submit(() -> find(file, batch, new LineFindings(analyzer, null, margin))));
  }

  private Found find(@Nullable String file, List<LineSource.Piece> pieces, LineFindings findings)
      throws IOException {
    Alarms found = new Alarms(analyzer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FindingLines lines = new FindingLines(bytes)) {
      for (LineSource.Piece piece : pieces) {
        for (LineFindings.Place place : findings.of(piece)) {
          if (selection.wants(place.finding())) {
            found.note(place.finding());
            lines.write(file, piece.line(), place, selection.showValues() ? place.in(piece) : null);
          }
        }
      }
    }
    return new Found(bytes, found);
  }

  private void writeAll() throws IOException {
    while (!running.isEmpty()) {
      write(running.remove());
    }
  }

  private void write(Future<Found> found) throws IOException {
    try {
      write(found.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void write(Found found) throws IOException {
    found.lines().writeTo(out);
    alarms.add(found.alarms());
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
