package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A list of words that is shipped beside the classes: parted by spaces, lines with # aside. */
final class WordList {

  private WordList() {}

  /**
   * The words of a file.
   *
   * @param form the form in which they will be looked up
   */
  static Set<String> read(String file, UnaryOperator<String> form) {
    try (InputStream stream = WordList.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from the installation");
      }
      return new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .filter(word -> !word.isEmpty())
          .map(form)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
