package kz.umyt.cli.demo;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clients who signed up in one year, as Excel saves a sheet on a Russian or Kazakh Windows:
 * windows-1251, semicolons, CRLF, and Russian spelling because that code page has no Kazakh
 * letters. Half of them are in the customer database too.
 *
 * @param others how many are not
 */
record ClientsExport(int year, int others, List<Subscriber> subscribers, People people)
    implements Export {
  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");

  private record Client(Person person, LocalDate since, @Nullable LocalDate end) {}

  @Override
  public String name() {
    return "clients-" + year + ".csv";
  }

  @Override
  public Rule rule() {
    return Rule.SUBSCRIBER;
  }

  @Override
  public long write(Path folder, Witness.Watch watch, Tally tally) throws IOException {
    SeededRandom random = new SeededRandom(name());
    try (CsvText csv =
        new CsvText(Files.newBufferedWriter(folder.resolve(name()), WINDOWS_1251), ';', "\r\n")) {
      csv.row(
          "№",
          "ИИН",
          "ФИО",
          "Дата рождения",
          "Телефон",
          "E-mail",
          "Адрес",
          "Дата подключения",
          "Дата расторжения");
      for (Client client : clients(random)) {
        Person person = client.person;
        int number = (int) csv.rows() + 1;
        boolean zero = number % 150 == 0;
        csv.row(
            Integer.toString(number),
            watch.finds("ИИН", Entity.IIN, person.iin()),
            watch.finds("ФИО", Entity.PERSON, Spelling.russian(person.name().full())),
            watch.finds("Дата рождения", Entity.BIRTH_DATE, Export.day(person.birthDate())),
            watch.finds("Телефон", Entity.PHONE, person.phone().written(number)),
            watch.finds("E-mail", Entity.EMAIL, person.email()),
            watch.finds("Адрес", Entity.ADDRESS, address(person, number)),
            Export.day(client.since),
            zero ? ZERO_DATE : Export.day(client.end));
        if (zero) {
          tally.unreadable();
        } else {
          tally.record(client.end, person.iin());
        }
      }
      return csv.rows();
    }
  }

  private List<Client> clients(SeededRandom random) {
    List<Client> clients = new ArrayList<>();
    for (Subscriber subscriber : subscribers) {
      if (subscriber.firstDay().getYear() == year) {
        clients.add(
            new Client(subscriber.person(), subscriber.firstDay(), subscriber.contractEnd()));
      }
    }
    for (int i = 0; i < others; i++) {
      LocalDate since = random.day(LocalDate.of(year, 1, 5), LocalDate.of(year, 12, 28));
      clients.add(new Client(people.adultOn(since), since, end(random, since)));
    }
    clients.sort(Comparator.comparing(Client::since).thenComparing(client -> client.person.iin()));
    return clients;
  }

  private static @Nullable LocalDate end(SeededRandom random, LocalDate since) {
    LocalDate firstKept = SampleCompany.AS_OF.minus(Rule.SUBSCRIBER.term());
    int choice = random.below(100);
    if (choice < 26) {
      return null;
    }
    if (choice < 52) {
      return random.day(firstKept, SampleCompany.AS_OF.minusDays(1));
    }
    return choice < 53 ? firstKept.minusDays(1) : random.day(since.plusDays(90), firstKept);
  }

  /** Some live in a house with a name, which Excel must quote. */
  private static String address(Person person, int number) {
    return number % 30 == 8
        ? "г. Алматы, ЖК \"Самал-Тау\", блок " + number % 7 + ", кв. " + number
        : person.russianAddress();
  }
}
