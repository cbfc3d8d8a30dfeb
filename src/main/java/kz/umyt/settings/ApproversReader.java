package kz.umyt.settings;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code config/approvers.yaml}. */
final class ApproversReader {

  /** What stands before the 32 bytes of every Ed25519 key (RFC 8410, section 4). */
  private static final byte[] HEAD = {0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0};

  private static final int LENGTH = HEAD.length + 32;

  private ApproversReader() {}

  /** All approvers, in the order of the file. */
  static List<Approver> read(Value file) {
    Map<String, Position> seen = new HashMap<>();
    return file.section("approvers").required("approvers").list().stream()
        .map(item -> approver(item, seen))
        .toList();
  }

  private static Approver approver(Value item, Map<String, Position> seen) {
    Section section = item.section("name", "key");
    Located<String> name = section.required("name").text();
    Value key = section.required("key");
    String text = key.text().value().strip();
    if (!isKey(text)) {
      throw key.error(
          "is no public Ed25519 key; write what 'umyt keys new' printed, or the middle line of what"
              + " 'openssl pkey -pubout' writes");
    }
    for (String once : List.of("name " + name.value(), "key " + text)) {
      Position before = seen.putIfAbsent(once, name.at());
      if (before != null) {
        throw new SettingsException(
            name.at(),
            "approver '" + name + "' has the name or the key of the one on line " + before.line());
      }
    }
    return new Approver(name, text);
  }

  private static boolean isKey(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == LENGTH && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }
}
