package kz.umyt.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The texts of one language, by key. */
final class Messages {

  private final Language language;
  private final Properties texts;

  private Messages(Language language, Properties texts) {
    this.language = language;
    this.texts = texts;
  }

  static Messages of(Language language) {
    String name = "messages_" + language.tag() + ".properties";
    Properties texts = new Properties();
    try (InputStream bytes = Messages.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException(name + " is missing from the program.");
      }
      try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the program.", e);
    }
    return new Messages(language, texts);
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }

  /**
   * The text with {@code {0}}, {@code {1}} … filled in.
   *
   * @throws IllegalArgumentException if there is no such key
   */
  String text(String key, Object... values) {
    return filled(pattern(key), values);
  }

  /** The form that stands beside a number, with {@code {0}} filled in. */
  String form(String key, long count, Object... values) {
    List<String> forms = forms(pattern(key));
    return filled(forms.get(Math.min(language.form(count), forms.size() - 1)), values);
  }

  static List<String> forms(String pattern) {
    List<String> forms = new ArrayList<>();
    int from = 0;
    for (int bar = pattern.indexOf('|'); bar >= 0; bar = pattern.indexOf('|', from)) {
      forms.add(pattern.substring(from, bar));
      from = bar + 1;
    }
    forms.add(pattern.substring(from));
    return forms;
  }

  private String pattern(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("No text " + key + " in " + language));
  }

  /** One pass, so that a value that looks like a placeholder stays what it is. */
  private static String filled(String pattern, Object... values) {
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    for (int i = 0; i < pattern.length(); i++) {
      boolean placeholder =
          pattern.charAt(i) == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}';
      if (placeholder) {
        text.append(values[pattern.charAt(i + 1) - '0']);
        i += 2;
      } else {
        text.append(pattern.charAt(i));
      }
    }
    return text.toString();
  }
}
