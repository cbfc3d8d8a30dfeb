package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Words;

/**
 * The name before an e-mail address, as headers of letters write it (RFC 5322, section 3.4): {@code
 * Dana Brown <d.brown@example.kz>}. Shops and mailings stand there, too, so that a part of the name
 * must stand in the address, however it is spelled.
 */
final class SenderValidator implements Validator {

  private static final int SHORTEST = 3;

  @Override
  public Verdict judge(String text, int start, int end) {
    List<String> words = Words.of(text, start, end);
    int address = text.indexOf('<', end) + 1;
    int at = text.indexOf('@', address);
    if (address == 0 || at < 0) {
      return Verdict.refused(start, end);
    }
    String account = NameKey.of(text.substring(address, at));
    boolean named =
        words.stream()
            .map(NameKey::of)
            .anyMatch(key -> key.length() >= SHORTEST && account.contains(key));
    return named && words.stream().noneMatch(PersonNames::isOther)
        ? Verdict.accepted(start, end)
        : Verdict.refused(start, end);
  }
}
