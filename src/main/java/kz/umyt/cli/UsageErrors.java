package kz.umyt.cli;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.umyt.settings.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what is wrong with a command. Of words that have no meaning only the first is
 * repeated: those behind it may be the value of a mistyped option, and so a person's.
 */
final class UsageErrors implements IParameterExceptionHandler {

  private final PrintStream err;

  UsageErrors(PrintStream err) {
    this.err = err;
  }

  /** Reads a date, with an error that names no class. */
  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException wrong) {
      throw new TypeConversionException("must be a date such as 2026-01-31");
    }
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    err.println("umyt: " + message(failure, command) + "; see " + full(command) + " --help");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException failure, CommandLine command) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      if (first.startsWith("-")) {
        return "unknown option '" + first + "'" + NearestName.hint(first, options(command));
      }
      return command.getSubcommands().isEmpty()
          ? "one argument too many for " + full(command)
          : "unknown command '"
              + first
              + "'"
              + NearestName.hint(first, command.getSubcommands().keySet());
    }
    return String.valueOf(failure.getMessage());
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }

  private static String full(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
