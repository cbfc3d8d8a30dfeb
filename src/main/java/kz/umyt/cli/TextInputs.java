package kz.umyt.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a command reads: files, and standard input for {@code -} or where no file is
 * named. What cannot be read is told, and the others are read all the same.
 */
final class TextInputs {

  private static final String STANDARD_INPUT = "-";

  /** Most bytes of a piece of a line. */
  static final int WINDOW = 1 << 20;

  private final List<String> files;
  private final InputStream in;
  private final ReadingStop stop;
  private final Consumer<String> say;

  /**
   * Inputs in the given order.
   *
   * @param in standard input; stays open
   * @param say takes what a person must know
   */
  TextInputs(List<String> files, InputStream in, ReadingStop stop, Consumer<String> say) {
    this.files = files.isEmpty() ? List.of(STANDARD_INPUT) : List.copyOf(files);
    this.in = in;
    this.stop = stop;
    this.say = say;
  }

  /** What is done with one input. */
  interface Reading {

    /**
     * Reads it to its end.
     *
     * @param file null for standard input
     * @param faults takes what is wrong with one line; the rest of the input is read
     * @throws CharacterCodingException if it is not UTF-8
     */
    void read(@Nullable String file, LineSource source, JsonLinesInput.Faults faults)
        throws IOException;
  }

  /**
   * Reads all inputs; the answer is an exit code.
   *
   * @param overlap how many UTF-16 units of a piece the next piece of its line repeats
   */
  int readAll(int overlap, Reading reading) {
    int code = ExitCode.DONE;
    for (String written : files) {
      @Nullable String file = written.equals(STANDARD_INPUT) ? null : written;
      try {
        code = Math.max(code, read(file, overlap, reading));
      } catch (InterruptedIOException e) {
        stop.tell();
        return ExitCode.STOPPED;
      }
    }
    return code;
  }

  private int read(@Nullable String file, int overlap, Reading reading)
      throws InterruptedIOException {
    String name = file == null ? "standard input" : onOneLine(file);
    try (LineSource source = new LineSource(stop.heeding(open(file)), WINDOW, overlap)) {
      return read(file, name, source, reading);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (NoSuchFileException | InvalidPathException e) {
      say.accept(name + ": no such file");
    } catch (IOException e) {
      say.accept(name + ": cannot be read; check that it is a file and who may read it");
    }
    return ExitCode.SOURCE;
  }

  private int read(@Nullable String file, String name, LineSource source, Reading reading)
      throws IOException {
    int[] code = {ExitCode.DONE};
    try {
      reading.read(
          file,
          source,
          (line, fault) -> {
            say.accept(name + ":" + line + ": " + fault);
            code[0] = ExitCode.SOURCE;
          });
      return code[0];
    } catch (CharacterCodingException e) {
      say.accept(
          name
              + ":"
              + source.line()
              + ": not UTF-8; this line and what follows was not read;"
              + " convert the text, for example with iconv");
      return ExitCode.SOURCE;
    }
  }

  /** A name of a file may hold line ends, and what a terminal takes for commands. */
  private static String onOneLine(String file) {
    StringBuilder name = new StringBuilder(file);
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        name.setCharAt(i, '?');
      }
    }
    return name.isEmpty() ? "''" : name.toString();
  }

  private InputStream open(@Nullable String file) throws IOException {
    return file != null
        ? Files.newInputStream(Path.of(file))
        : new FilterInputStream(in) {
          @Override
          public void close() {
            // Standard input is not ours to close.
          }
        };
  }
}
