package kz.umyt.recognize;

import java.util.Set;

/** Tells the values of a form or a log from the words of a sentence that follow a label. */
final class FieldText {

  /** What stands where a value is missing, is spoken of or is declared. */
  private static final Set<String> NO_VALUES =
      Set.of(
          "null",
          "none",
          "nil",
          "nan",
          "undefined",
          "empty",
          "unknown",
          "never",
          "никогда",
          "ешқашан",
          "default",
          "true",
          "false",
          "yes",
          "no",
          "ok",
          "on",
          "off",
          "not",
          "is",
          "was",
          "and",
          "or",
          "the",
          "your",
          "for",
          "to",
          "from",
          "in",
          "of",
          "with",
          "must",
          "should",
          "will",
          "can",
          "please",
          "enter",
          "type",
          "value",
          "name",
          "text",
          "string",
          "varchar",
          "varchar2",
          "nvarchar",
          "char",
          "integer",
          "number",
          "object",
          "required",
          "optional",
          "invalid",
          "incorrect",
          "wrong",
          "failed",
          "failure",
          "fail",
          "error",
          "success",
          "successful",
          "succeeded",
          "denied",
          "locked",
          "blocked",
          "expired",
          "changed",
          "change",
          "reset",
          "updated",
          "missing",
          "hidden",
          "redacted",
          "filtered",
          "masked",
          "secret_ref",
          "forgot",
          "forgotten",
          "login",
          "logout",
          "username",
          "user",
          "password",
          "passwd",
          "pass",
          "email",
          "e-mail",
          "phone",
          "field",
          "input",
          "form",
          "page",
          "button",
          "label",
          "submit",
          "placeholder",
          "example",
          "function",
          "return",
          "this",
          "self",
          "var",
          "const",
          "new",
          "session",
          "attempt",
          "attempts",
          "too",
          "пароль",
          "логин",
          "почта",
          "телефон",
          "email-адрес",
          "нет",
          "да",
          "жоқ",
          "иә",
          "или",
          "и",
          "не",
          "на",
          "от",
          "для",
          "при",
          "ваш",
          "ваше",
          "это",
          "поле",
          "пусто",
          "скрыто",
          "қате",
          "дұрыс",
          "енгізіңіз",
          "міндетті",
          "және",
          "немесе",
          "жасырын",
          "n/a",
          "tbd",
          "todo");

  private FieldText() {}

  static boolean isNoValue(String lowerCase) {
    return NO_VALUES.contains(lowerCase);
  }

  static boolean isOfLetters(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Words.isWordPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Characters.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isOfDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isCell(String text, int start, int end) {
    return start == 0 && end == text.length();
  }

  /** Whether a word goes on as a sentence: a colon stood before it, and another word follows. */
  static boolean isInSentence(String text, int start, int end) {
    char sign = Surroundings.signBefore(text, start);
    return (sign == ':' || sign == '-')
        && end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isLetter(text.charAt(end + 1))
        && !isLabel(text, end + 1);
  }

  /** Whether the next word opens another field: one of the usual ones, or any before a sign. */
  private static boolean isLabel(String text, int from) {
    int at = from;
    while (at < text.length() && Words.isWordPart(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && ":=".indexOf(text.charAt(at)) >= 0) {
      return true;
    }
    String word = String.join("", Words.of(text, from, at));
    return word.startsWith("парол") || word.startsWith("pass") || word.startsWith("құпия");
  }

  /** Whether a name of a programming language follows: a call or a member of an object. */
  static boolean isCode(String text, int end) {
    return end < text.length() && "([{".indexOf(text.charAt(end)) >= 0;
  }
}
