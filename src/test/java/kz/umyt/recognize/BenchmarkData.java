package kz.umyt.recognize;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import kz.umyt.recognize.validate.IdentityNumber;
import kz.umyt.recognize.validate.Luhn;

/** Invented data to measure with; always the same. */
final class BenchmarkData {

  private static final String[] RUSSIAN = {
    "Абонент обратился в отделение с вопросом о качестве связи в сельской местности.",
    "Договор вступает в силу со дня подписания и действует до полного исполнения обязательств.",
    "Сотрудник разъяснил порядок перехода на другой тарифный план и условия возврата аванса.",
    "При отказе от услуги оборудование возвращается в исправном состоянии – вместе с кабелями.",
    "Срок рассмотрения обращения не должен превышать пятнадцати рабочих дней, если не требуется проверка.",
    "Компания хранит журналы доступа и регулярно проверяет, кто и зачем их открывал.",
    "Жалоба передана в технический отдел; ответ ожидается после осмотра линии.",
    "Оплата принимается в кассах, через терминалы и в приложении без дополнительной комиссии."
  };

  private static final String[] KAZAKH = {
    "Абонент ауылдық жерлердегі байланыс сапасы туралы сұрақпен бөлімшеге жүгінді.",
    "Шарт қол қойылған күннен бастап күшіне енеді және міндеттемелер толық орындалғанша қолданылады.",
    "Қызметкер басқа тарифтік жоспарға көшу тәртібін және аванс қайтару шарттарын түсіндірді.",
    "Қызметтен бас тартқан кезде жабдық жұмыс істейтін күйде қайтарылады.",
    "Өтінішті қарау мерзімі тексеру қажет болмаса, он бес жұмыс күнінен аспауға тиіс.",
    "Компания кіру журналдарын сақтайды және оларды кім ашқанын тұрақты түрде тексереді.",
    "Шағым техникалық бөлімге берілді; жауап желіні қарап шыққаннан кейін күтіледі."
  };

  private static final String[] ENGLISH = {
    "The customer came to the office with a question about the quality of service in rural areas.",
    "The contract takes effect on the day it is signed and remains in force until it is fulfilled.",
    "An employee explained how to change the plan and on which terms the advance is returned.",
    "When a service is cancelled, the equipment must be returned in working order with its cables.",
    "Complaints are answered within fifteen working days unless an inspection of the line is needed.",
    "The company keeps access logs and regularly reviews who opened them and for what purpose.",
    "Payments are accepted at counters, by terminals and in the application without a commission."
  };

  private final Random random = new Random(1);

  /**
   * Writes a file to measure with.
   *
   * @param arguments what ({@code identifiers} or {@code text}), megabytes, file
   */
  public static void main(String[] arguments) throws IOException {
    BenchmarkData data = new BenchmarkData();
    boolean identifiers = arguments[0].equals("identifiers");
    Supplier<String> rows = identifiers ? data::row : data::textRow;
    write(rows, Integer.parseInt(arguments[1]) * 1_000_000L, Path.of(arguments[2]));
  }

  private static void write(Supplier<String> rows, long size, Path file) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      lines.add((rows.get() + '\n').getBytes(UTF_8));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      long written = 0;
      for (int i = 0; written < size; i++) {
        byte[] line = lines.get(i % lines.size());
        out.write(line);
        written += line.length;
      }
    }
  }

  /** Some cells of identifiers, all of them valid. */
  List<String> cells(int count) {
    List<String> cells = new ArrayList<>();
    while (cells.size() < count) {
      cells.addAll(identifiers());
    }
    return cells.subList(0, count);
  }

  /** One row of a table with all kinds of identifiers. */
  String row() {
    return random.nextInt(1_000_000)
        + ";"
        + String.join(";", identifiers())
        + ";"
        + "2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private List<String> identifiers() {
    return List.of(
        iin(),
        "+7 (701) %03d-%02d-%02d".formatted(digits(3), digits(2), digits(2)),
        "8777%07d".formatted(digits(7)),
        "user%d@mail%d.example.kz".formatted(digits(6), digits(1)),
        "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)),
        card(),
        iban(),
        "2001:db8:%x::%x".formatted(random.nextInt(65_536), random.nextInt(65_536)));
  }

  private int digits(int count) {
    return random.nextInt((int) Math.pow(10, count));
  }

  private String iin() {
    while (true) {
      String start =
          "%02d%02d%02d%d%04d"
              .formatted(
                  50 + random.nextInt(50),
                  1 + random.nextInt(12),
                  1 + random.nextInt(28),
                  3 + random.nextInt(2),
                  digits(4));
      for (int check = 0; check < 10; check++) {
        String number = start + check;
        IdentityNumber read = IdentityNumber.read(number, 0, number.length());
        if (read != null && read.isConfirmed()) {
          return number;
        }
      }
    }
  }

  private String card() {
    String start = "44004300%07d".formatted(digits(7));
    for (int check = 0; check < 9; check++) {
      if (Luhn.isCorrect(start + check)) {
        return start + check;
      }
    }
    return start + 9;
  }

  private String iban() {
    String account = "856" + "%013d".formatted(random.nextLong(10_000_000_000_000L));
    // KZ in digits and two zeros in place of the check digits.
    long remainder = 0;
    for (char c : (account + "203500").toCharArray()) {
      remainder = (remainder * 10 + c - '0') % 97;
    }
    return "KZ%02d%s".formatted(98 - remainder, account);
  }

  /** One row of a table without identifiers. */
  String textRow() {
    return random.nextInt(1_000_000) + ";\"" + text(3, null) + "\";закрыто";
  }

  List<String> texts(int count, String language) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(8, language));
    }
    return texts;
  }

  /**
   * Sentences without identifiers.
   *
   * @param language ru, kk or en; null for all mixed
   */
  String text(int sentences, String language) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      String[] of =
          switch (language == null ? List.of("ru", "kk", "en").get(digits(3) % 3) : language) {
            case "ru" -> RUSSIAN;
            case "kk" -> KAZAKH;
            default -> ENGLISH;
          };
      text.append(text.isEmpty() ? "" : " ").append(of[random.nextInt(of.length)]);
    }
    return text.toString();
  }
}
