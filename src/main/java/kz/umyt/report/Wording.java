package kz.umyt.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** Says things in one language of a report. Public for the templates only. */
public final class Wording {

  /** Narrow no-break space: groups digits and never lets a line end inside a number. */
  private static final char GROUP = '\u202F';

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  private final Language language;
  private final Messages messages;

  Wording(Language language, Messages messages) {
    this.language = language;
    this.messages = messages;
  }

  /** The language as BCP 47 tag. */
  public String tag() {
    return language.tag();
  }

  /** The text under a key, with its placeholders filled in. */
  public String text(String key, Object... values) {
    return messages.text(key, values);
  }

  /** The words that stand beside a count, without the count itself. */
  public String beside(String key, long count) {
    return messages.form(key, count);
  }

  /** A count with its unit, such as "2 years". */
  public String counted(String key, long count) {
    return messages.form(key, count, number(count));
  }

  /** The text of this language. */
  public String of(LocalizedText text) {
    return language.of(text);
  }

  /** The organisation's BIN, or that its policy names none. */
  public String bin(Policy.Organisation organisation) {
    return organisation
        .bin()
        .map(bin -> text("act.bin", bin))
        .orElseGet(() -> text("act.bin.none"));
  }

  /** Digits in groups of three. */
  public String number(long number) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(GROUP);
    symbols.setMinusSign('\u2212');
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  /**
   * A share, 0 to 1, as a percentage with one decimal at most. Rounding reaches neither end: one
   * cell of a million is not 0 %, and all but one are not 100 %.
   */
  public String percent(double share) {
    if (share > 0 && share < 0.001) {
      return "<" + percentage("0.1");
    }
    if (share < 1 && share > 0.999) {
      return ">" + percentage("99.9");
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    return percentage(new DecimalFormat("0.#", symbols).format(share * 100));
  }

  private String percentage(String number) {
    return language == Language.EN ? number + "%" : number.replace('.', ',') + "\u00A0%";
  }

  /** A day in the form usual in the language. */
  public String date(LocalDate date) {
    return language.date().format(date).replace(' ', '\u00A0');
  }

  /** A moment to the second, with its offset from UTC. */
  public String time(OffsetDateTime time) {
    return date(time.toLocalDate())
        + ", "
        + TIME.format(time)
        + " (UTC"
        + OFFSET.format(time)
        + ")";
  }

  /** Hours, minutes and seconds; a part that is zero is left out. */
  public String duration(Duration duration) {
    List<String> parts = new ArrayList<>();
    if (duration.toHours() > 0) {
      parts.add(counted("duration.hours", duration.toHours()));
    }
    if (duration.toMinutesPart() > 0) {
      parts.add(counted("duration.minutes", duration.toMinutesPart()));
    }
    if (duration.toSecondsPart() > 0 || parts.isEmpty()) {
      parts.add(counted("duration.seconds", duration.toSecondsPart()));
    }
    return String.join(" ", parts);
  }
}
