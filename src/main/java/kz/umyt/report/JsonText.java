package kz.umyt.report;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON whose bytes depend on its content alone: field order as built, UTF-8, line feeds. */
final class JsonText {

  static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final Separators SEPARATORS =
      PrettyPrinter.DEFAULT_SEPARATORS
          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
          .withArrayEmptySeparator("");

  private JsonText() {}

  static byte[] bytes(ObjectNode root) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout =
        new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(lines).withArrayIndenter(lines);
    String text = MAPPER.writer().with(layout).writeValueAsString(root) + "\n";
    // Over a String, because a lone surrogate in a name must not keep an Act from being written.
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
