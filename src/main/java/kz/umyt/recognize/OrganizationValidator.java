package kz.umyt.recognize;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of an organization beside its legal form (Civil Code of Kazakhstan, articles 34 and 38),
 * or where a label or a column's name calls it so. Words before the name are left out, and words
 * that cannot name an organization are refused.
 */
final class OrganizationValidator implements Validator {

  /** Legal forms, which stand before or after the name. */
  private static final Set<String> FORMS =
      WordLists.set(
"""
тоо, ао, ооо, оао, зао, пао, нао, ип, жшс, ақ, кеақ, жк, кх, шқ, llp, llc, jsc, ltd,
inc, gmbh, plc, corp, гкп, ргп, кгп, гу, кгу, ргу, мфо, кск, пкск
""");

  /** The beginnings of words that stand beside a legal form without being a name. */
  private static final List<String> NO_NAMES =
      WordLists.list(
"""
наш, ваш, наше, нашего, нашему, нашем, ваше, вашего, вашему, сатушы, сатып, продав,
плательщ, получат, отправит, жеткізуш, тапсырыс, орындаушы, төлеуші, алушы, тарап,
это, эти, этим, весь, все, всех, люб, кажд, закон, устав, директор, учредит, участник,
руковод, сотрудник, работник, бухгалт, налог, форм, регистрац, открыт, ликвидац,
договор, клиент, республик, товарищ, общест, акционер, если, когда, для, при, как,
или, что, после, согласно, новое, новый, новая, ранее, также, другое, другие, между,
мой, моё, мое, свое, своё, создан, перерегистр, купл, продам, продаж, срок, филиал,
компани, организац, контраг, поставщик, покупател, заказчик, исполнител, подрядчик,
арендатор, арендодат, заемщик, работодат, юрлиц, декларац, упрощ, патент, код, тип,
вид, уважаем, біздің, сіздің, осы, бұл, барлық, жаңа, кез, менің, оның, директоры,
жарғы, заңы, our, company, general, terms, confident, информац, information, общая,
общий, общие, self, your, the, this, that, their, any, each, every, new, an, a, law,
director, dear, charter, if, when, for, about, how, what, as, is, in, of, по, за, на,
от, об, до, из, со, во, не, же, мы, вы, он, она, они, я, и, а, в, о, к, с, у
""");

  /** What people write into the field of an employer they do not have. */
  private static final Set<String> NONE =
      WordLists.set(
"""
нет, не указано, не указан, не указана, неизвестно, отсутствует, безработный,
безработная, не работает, пенсионер, пенсионерка, студент, студентка, домохозяйка,
самозанятый, самозанятая, прочее, другое, физ лицо, физлицо, физическое лицо, частное
лицо, жоқ, жұмыссыз, белгісіз, зейнеткер, көрсетілмеген, үй шаруасындағы әйел, жеке
тұлға, none, unknown, unemployed, retired, student, n/a, na, null, not specified,
self-employed, individual, undefined, да, yes, no, true, false, иә, тоо, ао, ип, жшс,
ақ, ооо, test, тест, other, итого, всего, барлығы, total
""");

  private static final int STEM = 4;

  @Override
  public Verdict judge(String text, int start, int end) {
    String whole = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (NONE.contains(whole.strip()) || isTied(text, end)) {
      return Verdict.refused(start, end);
    }
    int quote = quote(text, start, end);
    if (quote == start) {
      int name = start + 1;
      int last = wordEnd(text, name, end);
      boolean single = last < end && isQuote(text.charAt(last));
      boolean none = single && NONE.contains(text.substring(name, last).toLowerCase(Locale.ROOT));
      return none || isFormOfNext(text, end)
          ? Verdict.refused(start, end)
          : Verdict.accepted(start, end);
    }
    if (quote > 0) {
      return Verdict.accepted(start, end);
    }
    int first = wordEnd(text, start, end);
    if (FORMS.contains(text.substring(start, first).toLowerCase(Locale.ROOT))) {
      int name = Math.min(first + 1, end);
      return isNoName(text, name, wordEnd(text, name, end))
          ? Verdict.refused(start, end)
          : Verdict.accepted(start, end);
    }
    int from = start;
    while (from < end && isNoName(text, from, wordEnd(text, from, end))) {
      from = wordEnd(text, from, end);
      while (from < end && !Character.isLetterOrDigit(text.charAt(from))) {
        from++;
      }
    }
    int last = wordEnd(text, from, end);
    boolean formAlone =
        FORMS.contains(text.substring(from, last).toLowerCase(Locale.ROOT)) || from >= end;
    return formAlone || isFormOfNext(text, end)
        ? Verdict.refusedUntil(start + 1)
        : Verdict.accepted(from, end);
  }

  /**
   * A part of a longer name, of an address or of a number: {@code АО-200}, {@code bereke-llp.kz}.
   */
  private static boolean isTied(String text, int end) {
    return end + 1 < text.length()
        && "@_/".indexOf(text.charAt(end)) >= 0
        && Character.isLetterOrDigit(text.charAt(end + 1));
  }

  /** {@code Директор ТОО «Береке»}: the form stands before the next name. */
  private static boolean isFormOfNext(String text, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    if (at == end || at + 1 >= text.length() || !isRussianForm(text, end)) {
      return false;
    }
    char c = text.charAt(at);
    return isQuote(c) || Character.isUpperCase(c);
  }

  private static boolean isRussianForm(String text, int end) {
    return text.startsWith("ТОО", end - 3)
        || text.startsWith(" АО", end - 3)
        || text.startsWith("ООО", end - 3)
        || text.startsWith(" ИП", end - 3);
  }

  /** The first quotation mark, or -1. */
  private static int quote(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (isQuote(text.charAt(i)) || text.startsWith("&quot;", i) || text.startsWith("&laq", i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return "«»\"“”„".indexOf(c) >= 0;
  }

  private static boolean isNoName(String text, int from, int to) {
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    for (String stem : NO_NAMES) {
      if (stem.length() < STEM ? word.equals(stem) : word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  private static int wordEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
