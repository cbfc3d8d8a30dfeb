package kz.umyt.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kz.umyt.report.VisibleControls;
import org.jspecify.annotations.Nullable;

/**
 * Lines for people: whatever a name holds, a terminal takes no command from it and a line stays
 * one. What is printed and not as a line goes through as it is.
 */
final class VisibleLines extends PrintStream {

  VisibleLines(PrintStream to) {
    super(to, true, StandardCharsets.UTF_8);
  }

  @Override
  public void println(@Nullable String line) {
    super.println(VisibleControls.inLine(String.valueOf(line)));
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }
}
