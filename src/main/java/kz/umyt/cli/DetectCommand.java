package kz.umyt.cli;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import kz.umyt.settings.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code umyt detect}: finds entities in text, line by line, in memory that does not grow with it.
 *
 * <p>Exit codes: 0 read, with or without findings; 2 wrong usage; 3 an input could not be read.
 */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    description = {
      "Finds personal data in text: the given files, or standard input without any.",
      "Prints one JSON line per finding: file, line, entity, start, end, score, validated,"
          + " recognizer. Offsets count Unicode code points within the line, the end is exclusive."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything was read, whether or not something was found",
      "2:wrong usage or configuration",
      "3:an input could not be read; the others were"
    })
public final class DetectCommand implements Callable<Integer> {

  private static final int UNREADABLE = 3;
  private static final int WINDOW = 1 << 20;
  private static final int OVERLAP = 1 << 12;
  private static final int MOST_OF_JSON_LINE = 1 << 24;
  private static final int BUFFER = 1 << 16;

  private final Function<Installation, Analyzer> analyzers;
  private final InputStream in;
  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--jsonl",
      description =
          "Each input line is {\"id\":…,\"text\":…,\"column\":…}, each output line"
              + " {\"id\":…,\"findings\":[…]}.")
  private boolean jsonLines;

  @Option(
      names = "--entities",
      split = ",",
      paramLabel = "ENTITY",
      description = "Show only these, such as KZ_IIN,PHONE_NUMBER.")
  private List<String> entities = List.of();

  @Option(
      names = "--threshold",
      defaultValue = "0.5",
      converter = ScoreConverter.class,
      paramLabel = "SCORE",
      description = "Show findings of at least this score, from 0 to 1 (default: 0.5).")
  private double threshold;

  @Option(names = "--show-values", description = "Print the values themselves too.")
  private boolean showValues;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Text files in UTF-8.")
  private List<String> files = List.of();

  /**
   * The command.
   *
   * @param analyzers called once, when the command runs
   * @param in read where no file is named
   * @param out takes the JSON lines, in UTF-8
   */
  public DetectCommand(
      Function<Installation, Analyzer> analyzers, InputStream in, PrintStream out) {
    this.analyzers = analyzers;
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Analyzer analyzer = analyzers.apply(common.installation());
    Set<String> known = analyzer.entities();
    for (String entity : entities) {
      if (!known.contains(entity)) {
        throw usage("unknown entity '" + entity + "'" + NearestName.hint(entity, known));
      }
    }
    Selection selection = new Selection(Set.copyOf(entities), threshold, showValues);
    Alarms alarms = new Alarms(analyzer);
    boolean read;
    OutputStream buffered = new BufferedOutputStream(new SureOutput(out), BUFFER);
    if (jsonLines) {
      try (JsonLinesInput input = new JsonLinesInput(analyzer, selection, alarms, buffered)) {
        read = readAll(MOST_OF_JSON_LINE, 0, (file, source) -> answer(file, source, input));
      }
    } else {
      try (TextDetection text = new TextDetection(analyzer, selection, OVERLAP, alarms, buffered)) {
        read = readAll(WINDOW, OVERLAP, (file, source) -> find(file, source, text));
      }
    }
    buffered.flush();
    alarms.lines().forEach(this::say);
    return read ? 0 : UNREADABLE;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** What is done with one input; false if it could not be read to its end, which is then said. */
  private interface Reading {
    boolean read(@Nullable String file, LineSource source) throws IOException;
  }

  private boolean readAll(int window, int overlap, Reading reading) throws IOException {
    if (files.isEmpty()) {
      return read(null, window, overlap, reading);
    }
    boolean good = true;
    for (String file : files) {
      good &= read(file, window, overlap, reading);
    }
    return good;
  }

  private boolean read(@Nullable String file, int window, int overlap, Reading reading)
      throws IOException {
    try (LineSource source = new LineSource(open(file), window, overlap)) {
      return reading.read(file, source);
    } catch (NoSuchFileException | InvalidPathException e) {
      return failed(name(file) + ": no such file");
    } catch (IOException e) {
      return failed(name(file) + ": cannot be read; check that it is a file and who may read it");
    }
  }

  private static String name(@Nullable String file) {
    return file == null ? "standard input" : file;
  }

  private InputStream open(@Nullable String file) throws IOException {
    if (file == null) {
      return new FilterInputStream(in) {
        @Override
        public void close() {
          // Standard input is not ours to close.
        }
      };
    }
    return Files.newInputStream(Path.of(file));
  }

  private boolean find(@Nullable String file, LineSource source, TextDetection text)
      throws IOException {
    try {
      text.read(file, source);
      return true;
    } catch (CharacterCodingException e) {
      return failed(malformed(file, source));
    }
  }

  private boolean answer(@Nullable String file, LineSource source, JsonLinesInput input)
      throws IOException {
    boolean good = true;
    try {
      for (LineSource.Piece piece = source.read(); piece != null; piece = source.read()) {
        if (!piece.last()) {
          return failed(name(file) + ":" + piece.line() + ": longer than 16 MiB; shorten it");
        }
        Optional<String> fault = input.answer(piece.text());
        if (fault.isPresent()) {
          good = failed(name(file) + ":" + piece.line() + ": " + fault.get());
        }
      }
      return good;
    } catch (CharacterCodingException e) {
      return failed(malformed(file, source));
    }
  }

  private static String malformed(@Nullable String file, LineSource source) {
    return name(file)
        + ":"
        + source.line()
        + ": not UTF-8; this line and what follows was not read;"
        + " convert the text, for example with iconv";
  }

  private boolean failed(String message) {
    say(message);
    return false;
  }

  private void say(String message) {
    spec.commandLine().getErr().println("umyt detect: " + message);
  }
}
