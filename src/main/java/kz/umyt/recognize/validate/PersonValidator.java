package kz.umyt.recognize.validate;

import java.util.List;
import kz.umyt.recognize.text.Characters;
import kz.umyt.recognize.text.WordLists;
import kz.umyt.recognize.text.WordSet;
import kz.umyt.recognize.text.Words;

/**
 * Names of people as Kazakhstan writes them: surname, given name and patronymic in any order, with
 * initials, in capitals, in Cyrillic and Latin. A candidate only says where a name may start; what
 * belongs to it is read here. Streets, institutions and firms that bear a name are refused.
 */
final class PersonValidator implements Validator {

  private static final WordLists WORDS = WordLists.of("borrowed-names.txt");

  private static final double SCORE = 0.75;
  private static final int LONGEST_NEIGHBOUR = 20;

  /** What stands right before a name that something else bears. */
  private static final WordSet NAMED_AFTER = WORDS.words("before a borrowed name");

  /** What stands right after one. */
  private static final WordSet OF_NAME = WORDS.words("after a borrowed name");

  /** Ranks and honours between the street and the name that it bears. */
  private static final WordSet HONOURS = WORDS.words("honours");

  @Override
  public Verdict judge(String text, int start, int end) {
    if (isJoined(text, start)) {
      return Verdict.refusedUntil(start + 1);
    }
    List<NamePart> parts = NamePart.read(text, start);
    int count = parts.size() < 2 ? 0 : partsOfName(parts);
    if (count == 0) {
      return Verdict.refusedUntil(start + 1);
    }
    int until = parts.get(count - 1).end();
    if (isNamedAfter(text, start, until)) {
      return Verdict.refusedUntil(until);
    }
    return Verdict.accepted(start, until);
  }

  @Override
  public double leastScore() {
    return SCORE;
  }

  private static boolean isJoined(String text, int start) {
    if (start == 0) {
      return false;
    }
    char c = text.charAt(start - 1);
    boolean letterBefore = start > 1 && Words.isWordPart(text.charAt(start - 2));
    return Words.isWordPart(c)
        || Characters.isDigit(c)
        || c == '@'
        || c == '/'
        || ((c == '-' || c == '\'' || c == '.') && letterBefore);
  }

  /** How many of the parts are a name; 0 if they are none. */
  private static int partsOfName(List<NamePart> parts) {
    if (parts.get(0).initial()) {
      return initialsFirst(parts);
    }
    if (isRefused(parts.get(0))) {
      return 0;
    }
    return parts.get(1).initial() ? initialsLast(parts) : words(parts);
  }

  private static boolean isRefused(NamePart part) {
    return part.word().length() < 2
        || PersonNames.isOther(part.word())
        || (PersonNames.isRequest(part.word()) && !PersonNames.isGiven(part.word()));
  }

  private static int initialsFirst(List<NamePart> parts) {
    int initials = parts.get(1).initial() ? 2 : 1;
    if (parts.size() <= initials || parts.get(initials).initial()) {
      return 0;
    }
    NamePart surname = parts.get(initials);
    boolean nextBegins = parts.size() > initials + 1 && parts.get(initials + 1).initial();
    boolean likely = PersonNames.isSurname(surname.word());
    boolean plain = initials == 2 && !surname.latin() && surname.word().length() > 2;
    return !isRefused(surname) && !nextBegins && (likely || plain) ? initials + 1 : 0;
  }

  private static int initialsLast(List<NamePart> parts) {
    NamePart name = parts.get(0);
    int initials = parts.size() > 2 && parts.get(2).initial() ? 2 : 1;
    NamePart after = parts.size() > initials + 1 ? parts.get(initials + 1) : null;
    boolean surnameAfter =
        after != null && !isRefused(after) && PersonNames.isSurname(after.word());
    if (surnameAfter && initials == 1 && PersonNames.isGiven(name.word())) {
      return initials + 2;
    }
    // In "Dustin J. Mitchell" the initial stands inside a name of another country.
    boolean inside = name.latin() && after != null && !isRefused(after);
    if (PersonNames.isSurname(name.word())) {
      return inside ? 0 : initials + 1;
    }
    // In "Сообщил А. Б. Иванов" the initials belong to what follows.
    boolean known = !name.latin() && PersonNames.isGivenName(name.word());
    boolean plain = initials == 2 && !name.latin() && name.word().length() > 2;
    return !surnameAfter && (known || plain) ? initials + 1 : 0;
  }

  private static int words(List<NamePart> parts) {
    NamePart first = parts.get(0);
    NamePart second = parts.get(1);
    if (isRefused(second)) {
      return 0;
    }
    NamePart third = parts.size() > 2 && !parts.get(2).initial() ? parts.get(2) : null;
    if (third != null && isPatronymicAfter(third, first, second)) {
      if (parts.size() > 3 && isWordBeforeName(first, parts.get(3))) {
        return 0;
      }
      return PersonNames.patronymic(second.word()) == PersonNames.Patronymic.YES
              && PersonNames.isGiven(first.word())
          ? 2
          : 3;
    }
    boolean firstGiven = PersonNames.isGiven(first.word());
    boolean firstSurname = PersonNames.isSurname(first.word());
    PersonNames.Patronymic patronymic = PersonNames.patronymic(second.word());
    if (patronymic == PersonNames.Patronymic.YES
        || (patronymic == PersonNames.Patronymic.PERHAPS && firstGiven)) {
      return third != null && isSurnameAfter(third, parts) ? 3 : 2;
    }
    boolean secondGiven = PersonNames.isGiven(second.word());
    boolean secondSurname = PersonNames.isSurname(second.word());
    if (firstGiven && (secondSurname || secondGiven)) {
      return third != null && !secondSurname && isSurnameAfter(third, parts) ? 3 : 2;
    }
    return firstSurname && secondGiven ? 2 : 0;
  }

  /** {@code Передайте Марату Ильясовичу Сулейменову}: the surname stands after the patronymic. */
  private static boolean isWordBeforeName(NamePart first, NamePart fourth) {
    return !fourth.initial()
        && !isRefused(fourth)
        && PersonNames.isSurname(fourth.word())
        && !PersonNames.isSurname(first.word())
        && !PersonNames.isGiven(first.word());
  }

  /** Whether the third word makes the three a full name. */
  private static boolean isPatronymicAfter(NamePart third, NamePart first, NamePart second) {
    return switch (PersonNames.patronymic(third.word())) {
      case YES -> true;
      case PERHAPS -> PersonNames.isGiven(second.word()) && !PersonNames.isGivenName(first.word());
      case NO -> false;
    };
  }

  /** Whether a surname stands after given name and patronymic, and not the next person. */
  private static boolean isSurnameAfter(NamePart third, List<NamePart> parts) {
    return !isRefused(third)
        && PersonNames.isSurname(third.word())
        && (parts.size() < 4
            || parts.get(3).initial()
            || PersonNames.patronymic(parts.get(3).word()) == PersonNames.Patronymic.NO);
  }

  private static boolean isNamedAfter(String text, int start, int end) {
    int before = skipBefore(text, start);
    int from = wordStart(text, before);
    if (HONOURS.containsLower(text, from, before)) {
      before = skipBefore(text, from);
      from = wordStart(text, before);
    }
    if (NAMED_AFTER.containsLower(text, from, before)) {
      return true;
    }
    int after = end;
    while (after < text.length() && after < end + 3 && isFiller(text.charAt(after))) {
      after++;
    }
    int to = after;
    while (to < text.length() && to - after < LONGEST_NEIGHBOUR && isWord(text.charAt(to))) {
      to++;
    }
    return OF_NAME.containsLower(text, after, to);
  }

  private static int skipBefore(String text, int start) {
    int at = start;
    while (at > 0 && isFiller(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int wordStart(String text, int end) {
    int at = end;
    while (at > 0 && end - at < LONGEST_NEIGHBOUR && isWord(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isFiller(char c) {
    return " .\"«»'“”".indexOf(c) >= 0;
  }

  private static boolean isWord(char c) {
    return c == '-' || Words.isWordPart(c);
  }
}
