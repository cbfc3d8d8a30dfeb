package kz.umyt.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import kz.umyt.recognize.Analyzer;
import kz.umyt.settings.Installation;
import kz.umyt.settings.NearestName;
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
 * <p>Exit codes: 0 read, with or without findings; 2 wrong usage; 3 an input could not be read; 4
 * stopped by a signal.
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
      "3:an input could not be read; the others were",
      "4:stopped by a signal; what was read before is printed"
    })
public final class DetectCommand implements Callable<Integer> {

  /** Of the pieces of a long line, in UTF-16 units; a finding has some hundred at most. */
  private static final int OVERLAP = 1 << 12;

  /** One line may take this part of memory, packed. */
  private static final int PACKED_SHARE = 2;

  private final Function<Installation, Analyzer> analyzers;
  private final InputStream in;
  private final PrintStream out;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--jsonl",
      description =
          "Each input line is {\"id\":…,\"text\":…,\"column\":…}, each output line"
              + " {\"id\":…,\"findings\":[…]}. A line may have 100 MB, and ordinary text several"
              + " times that; UMYT_HEAP=2g allows more.")
  private boolean jsonLines;

  @Option(
      names = "--entities",
      split = ",",
      paramLabel = "ENTITY",
      description =
          "Show only these, such as KZ_IIN,PHONE_NUMBER. Of findings that overlap the strongest is"
              + " shown, if it is one of these.")
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

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Text files in UTF-8, lines ending with LF or CRLF; - is standard input.")
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
  public Integer call() throws Exception {
    WholeLines lines = new WholeLines(new SureOutput(out));
    ReadingStop stop = new ReadingStop(lines, this::say);
    return stop.during(() -> detect(new TextInputs(files, in, stop, this::say), lines));
  }

  private int detect(TextInputs inputs, WholeLines lines) throws IOException {
    Analyzer analyzer = analyzers.apply(common.installation());
    Set<String> known = analyzer.entities();
    for (String entity : entities) {
      if (!known.contains(entity)) {
        throw new ParameterException(
            spec.commandLine(),
            "unknown entity '" + entity + "'" + NearestName.hint(entity, known));
      }
    }
    Selection selection = new Selection(Set.copyOf(entities), threshold, showValues);
    Alarms alarms = new Alarms(analyzer);
    int code;
    if (jsonLines) {
      long most = Runtime.getRuntime().maxMemory() / PACKED_SHARE;
      try (JsonLinesInput json =
          new JsonLinesInput(
              analyzer, selection, TextInputs.WINDOW, OVERLAP, most, alarms, lines)) {
        code = inputs.readAll(0, (file, source, faults) -> json.read(source, faults));
      }
    } else {
      try (TextDetection text = new TextDetection(analyzer, selection, OVERLAP, alarms, lines)) {
        code = inputs.readAll(OVERLAP, (file, source, faults) -> text.read(file, source));
      }
    }
    lines.flush();
    alarms.lines().forEach(this::say);
    return code;
  }

  private void say(String message) {
    spec.commandLine().getErr().println("umyt detect: " + message);
  }
}
