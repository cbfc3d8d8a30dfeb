package kz.umyt.cli.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asked for the newsletter, as a mailing service exports it: UTF-8 with BOM, commas, LF. */
record NewsletterExport(List<Subscriber> subscribers, People people) implements Export {
  private static final int ROWS = 2_400;
  private static final LocalDate SINCE = LocalDate.of(2023, 3, 1);
  private static final List<String> SOURCES =
      List.of("сайт", "мобильное приложение", "офис, Алматы", "акция \"Наурыз\"", "қосымша");

  @Override
  public String name() {
    return "newsletter.csv";
  }

  @Override
  public Rule rule() {
    return Rule.MARKETING;
  }

  @Override
  public long write(Path folder, Witness.Watch watch, Tally tally) throws IOException {
    SeededRandom random = new SeededRandom(name());
    OddClocks odd = new OddClocks().empty(8).sentinels(2).ahead(2).edges(rule(), 1);
    Writer out = Files.newBufferedWriter(folder.resolve(name()), StandardCharsets.UTF_8);
    try (CsvText csv = new CsvText(out, ',', "\n")) {
      out.write('\uFEFF');
      csv.row("email", "full_name", "phone", "subscribed_on", "source");
      for (int i = 0; i < ROWS; i++) {
        Person person = reader(i);
        LocalDate day =
            odd.has(i)
                ? odd.of(i).map(LocalDateTime::toLocalDate).orElse(null)
                : random.lateDay(SINCE, SampleCompany.AS_OF.minusDays(1));
        boolean typo = i % 500 == 499;
        csv.row(
            watch.finds("email", Entity.EMAIL, person.email()),
            watch.finds("full_name", Entity.PERSON, name(person.name(), i)),
            watch.finds("phone", Entity.PHONE, i % 5 < 2 ? null : person.phone().written(i)),
            typo ? "2024-13-" + (30 + i % 3) : text(day),
            random.pick(SOURCES));
        if (typo) {
          tally.unreadable();
        } else {
          tally.record(day, null);
        }
      }
      return csv.rows();
    }
  }

  /** Every other reader is a subscriber. */
  private Person reader(int row) {
    Person person = row % 2 == 0 ? subscribers.get(row * 2).person() : people.adultOn(SINCE);
    while (person.email() == null) {
      person = people.adultOn(SINCE);
    }
    return person;
  }

  private static String name(Person.Name name, int row) {
    return row % 8 == 3 ? name.surname() + ", " + name.given() : name.full();
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
