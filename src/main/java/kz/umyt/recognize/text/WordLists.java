package kz.umyt.recognize.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Lists of words and phrases that are shipped beside the classes. A file holds several: {@code
 * [name of the list]} on a line of its own, then its words, parted by commas and by the ends of
 * lines. Lines with {@code #} are remarks.
 */
public final class WordLists {

  private static final Pattern COMMA = Pattern.compile(",");

  private final String file;
  private final Map<String, List<String>> lists = new LinkedHashMap<>();

  private WordLists(String file) {
    this.file = file;
  }

  /** Reads a file; every class that needs it reads it once. */
  public static WordLists of(String file) {
    try (InputStream stream = WordLists.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      WordLists lists = new WordLists(file);
      lists.read(new String(stream.readAllBytes(), UTF_8));
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the program", e);
    }
  }

  private void read(String text) {
    List<String> words = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("[")) {
        words = new ArrayList<>();
        lists.put(line.substring(1, line.indexOf(']')), words);
      } else if (!line.startsWith("#")) {
        for (String word : COMMA.split(line)) {
          if (!word.isBlank()) {
            words.add(word.strip());
          }
        }
      }
    }
  }

  /** The words of one list, in the order of the file. */
  public List<String> list(String name) {
    List<String> words = lists.get(name);
    if (words == null) {
      throw new IllegalStateException(file + " has no list [" + name + "]");
    }
    return List.copyOf(words);
  }

  /** The same without order. */
  public Set<String> set(String name) {
    return Set.copyOf(list(name));
  }

  /** The same, to be looked up where they stand in a text. */
  public WordSet words(String name) {
    return new WordSet(list(name));
  }

  /**
   * The words of a list.
   *
   * @param form the form in which they will be looked up
   */
  public Set<String> set(String name, UnaryOperator<String> form) {
    return list(name).stream().map(form).collect(Collectors.toUnmodifiableSet());
  }
}
