package kz.umyt.settings;

import java.util.List;

/** A YAML file as a tree in which every node knows where it stands. */
sealed interface YamlNode {

  Position at();

  /** A single value. */
  record Scalar(String text, Kind kind, Position at) implements YamlNode {
    @Override
    public String toString() {
      return kind + " at " + at;
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Position at) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in the order of the file, no key twice. */
  record Mapping(List<Entry> entries, Position at) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One key and its value. */
  record Entry(Located<String> key, YamlNode value) {}

  /** What a scalar is before anybody asks for a type. */
  enum Kind {
    /** In quotes or a block of text: never a number. */
    QUOTED("text"),
    PLAIN("text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    NULL("no value"),
    /** Made from a variable: whatever type its reader needs. */
    VARIABLE("the value of a variable");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
