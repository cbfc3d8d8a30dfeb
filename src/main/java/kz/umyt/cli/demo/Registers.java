package kz.umyt.cli.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three lists that people keep by hand, and what they mean on the day of the demo. */
final class Registers {
  private static final LocalDate TODAY = SampleCompany.AS_OF;
  private static final List<String> COURTS =
      List.of(
          "Медеуский районный суд г. Алматы",
          "Суд города Караганды",
          "Специализированный межрайонный экономический суд, г. Астана");
  private static final List<String> CHECKS =
      List.of(
          "Спор о достоверности данных",
          "Деректердің дұрыстығын тексеру",
          "Проверка по обращению, срок не определён");

  private record Entry(String subject, LocalDate from, @Nullable LocalDate to) {
    boolean isActive() {
      return !from.isAfter(TODAY) && (to == null || !to.isBefore(TODAY));
    }
  }

  private record Withdrawal(String subject, LocalDate date) {}

  private final List<Entry> holds = new ArrayList<>();
  private final List<Entry> blocks = new ArrayList<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private final Set<String> held = new HashSet<>();
  private final Set<String> blocked = new HashSet<>();

  /**
   * Fills the lists so that most entries meet records past their term, in tables and in exports.
   */
  Registers(List<Subscriber> subscribers) {
    SeededRandom random = new SeededRandom("registers");
    List<String> past = new ArrayList<>();
    List<String> debtors = new ArrayList<>();
    List<String> running = new ArrayList<>();
    for (Subscriber subscriber : subscribers) {
      LocalDate end = subscriber.contractEnd();
      if (end == null) {
        running.add(subscriber.iin());
      } else if (Rule.SUBSCRIBER.isOver(end) && end.getYear() >= 2022) {
        int year = subscriber.firstDay().getYear();
        if (subscriber.owes()) {
          debtors.add(subscriber.iin());
        } else if (year == 2019 || year == 2020) {
          past.add(subscriber.iin());
        }
      }
    }
    hold(past, running);
    block(past, running, debtors);
    for (int i = 0; i < 40; i++) {
      String subject = i % 4 == 3 ? past.get(past.size() - 1 - i / 4) : running.get(100 + i * 31);
      // Withdrawn today and tomorrow: not over yet.
      LocalDate date =
          i < 2 ? TODAY.plusDays(i) : random.day(LocalDate.of(2025, 6, 2), TODAY.minusDays(1));
      withdrawals.add(new Withdrawal(subject, date));
    }
    holds.stream().filter(Entry::isActive).forEach(entry -> held.add(entry.subject));
    blocks.stream().filter(Entry::isActive).forEach(entry -> blocked.add(entry.subject));
  }

  private void hold(List<String> past, List<String> running) {
    LocalDate longAgo = LocalDate.of(2024, 5, 20);
    holds.add(new Entry(past.get(0), longAgo, null));
    holds.add(new Entry(past.get(1), LocalDate.of(2025, 2, 3), null));
    holds.add(new Entry(past.get(2), LocalDate.of(2025, 9, 12), TODAY.plusMonths(6)));
    holds.add(new Entry(past.get(3), LocalDate.of(2025, 11, 1), TODAY.plusYears(1)));
    // The last day of a hold still holds, and so does the first.
    holds.add(new Entry(past.get(4), longAgo, TODAY));
    holds.add(new Entry(past.get(5), TODAY, null));
    holds.add(new Entry(past.get(6), longAgo, TODAY.minusDays(1)));
    holds.add(new Entry(running.get(40), LocalDate.of(2025, 3, 14), null));
  }

  private void block(List<String> past, List<String> running, List<String> debtors) {
    LocalDate autumn = LocalDate.of(2025, 10, 6);
    for (int i = 7; i < 12; i++) {
      blocks.add(new Entry(past.get(i), autumn.plusDays(i), i % 2 == 0 ? null : TODAY.plusDays(i)));
    }
    blocks.add(new Entry(past.get(12), autumn, TODAY));
    // A hold goes before a block, and so does a debt.
    blocks.add(new Entry(past.get(0), autumn, null));
    blocks.add(new Entry(debtors.get(0), autumn, null));
    blocks.add(new Entry(running.get(60), autumn, null));
    blocks.add(new Entry(running.get(61), autumn, TODAY.plusDays(30)));
    // Lifted, the last of them yesterday.
    blocks.add(new Entry(past.get(13), LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 18)));
    blocks.add(new Entry(past.get(14), LocalDate.of(2025, 7, 1), LocalDate.of(2025, 8, 1)));
    blocks.add(new Entry(past.get(15), autumn, TODAY.minusDays(1)));
    blocks.add(new Entry(running.get(62), LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1)));
    // Begins tomorrow.
    // Whoever carries a decision out later heeds what has begun since: this one never will have.
    blocks.add(new Entry(past.get(16), LocalDate.of(2190, 1, 16), null));
  }

  boolean isHeld(String subject) {
    return held.contains(subject);
  }

  boolean isBlocked(String subject) {
    return blocked.contains(subject);
  }

  /** Null for a consent that stands. */
  @Nullable LocalDate withdrawal(String subject) {
    return withdrawals.stream()
        .filter(withdrawal -> withdrawal.subject.equals(subject))
        .map(Withdrawal::date)
        .findFirst()
        .orElse(null);
  }

  /** Everybody who stands in the lists of holds and blocks. */
  List<String> subjects() {
    List<String> subjects = new ArrayList<>();
    holds.forEach(entry -> subjects.add(entry.subject));
    blocks.forEach(entry -> subjects.add(entry.subject));
    return List.copyOf(subjects);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (CsvText csv = csv(folder.resolve("holds.csv"))) {
      csv.row("subject", "authority", "reason", "from", "to");
      for (Entry entry : holds) {
        csv.row(
            entry.subject,
            COURTS.get((int) csv.rows() % COURTS.size()),
            "Гражданское дело о взыскании",
            entry.from.toString(),
            text(entry.to));
      }
    }
    try (CsvText csv = csv(folder.resolve("blocks.csv"))) {
      csv.row("subject", "from", "to", "reason");
      for (Entry entry : blocks) {
        csv.row(
            entry.subject,
            entry.from.toString(),
            text(entry.to),
            CHECKS.get((int) csv.rows() % CHECKS.size()));
      }
    }
    try (CsvText csv = csv(folder.resolve("withdrawals.csv"))) {
      csv.row("subject", "date");
      for (Withdrawal withdrawal : withdrawals) {
        csv.row(withdrawal.subject, withdrawal.date.toString());
      }
    }
  }

  private static CsvText csv(Path file) throws IOException {
    return new CsvText(Files.newBufferedWriter(file, StandardCharsets.UTF_8), ',', "\n");
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
