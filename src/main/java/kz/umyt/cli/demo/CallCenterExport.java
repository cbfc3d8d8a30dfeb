package kz.umyt.cli.demo;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The calls of an outside call centre that began in 2021, packed with gzip: UTF-8, semicolons, LF.
 */
record CallCenterExport(
    List<Subscriber> subscribers, Registers registers, People people, FreeText texts)
    implements Export {
  private static final int ROWS = 1_600;
  private static final LocalDate SINCE = LocalDate.of(2021, 2, 1);
  private static final LocalDate BUSIEST = LocalDate.of(2023, 6, 30);

  @Override
  public String name() {
    return "call-center-2021.csv.gz";
  }

  @Override
  public Rule rule() {
    return Rule.TRAFFIC;
  }

  @Override
  public long write(Path folder, Witness.Watch watch, Tally tally) throws IOException {
    watch.named("note", Entity.FREE_TEXT);
    SeededRandom random = new SeededRandom(name());
    OddClocks odd = new OddClocks().empty(5).sentinels(1).ahead(2).edges(rule(), 1);
    List<Person> listed = listed();
    try (CsvText csv =
        new CsvText(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve(name()))),
                StandardCharsets.UTF_8),
            ';',
            "\n")) {
      csv.row("iin", "phone", "called_at", "note");
      for (int i = 0; i < ROWS; i++) {
        boolean onList = i % 60 == 20 && i / 60 < listed.size();
        Person person = onList ? listed.get(i / 60) : caller(random, i);
        LocalDate day =
            onList
                ? random.day(SINCE, BUSIEST)
                : random.lateDay(SINCE, SampleCompany.AS_OF.minusDays(1));
        if (odd.has(i)) {
          day = odd.of(i).map(LocalDateTime::toLocalDate).orElse(null);
        }
        boolean zero = i % 500 == 499;
        csv.row(
            watch.finds("iin", Entity.IIN, person.iin()),
            watch.finds("phone", Entity.PHONE, person.phone().written(i)),
            zero ? ZERO_DATE : Export.day(day),
            watch.reads("note", texts.note()));
        if (zero) {
          tally.unreadable();
        } else {
          tally.record(day, person.iin());
        }
      }
      return csv.rows();
    }
  }

  /** The subscribers who stand in the registers of holds and blocks. */
  private List<Person> listed() {
    List<Person> listed = new ArrayList<>();
    for (Subscriber subscriber : subscribers) {
      if (registers.subjects().contains(subscriber.iin())) {
        listed.add(subscriber.person());
      }
    }
    return listed;
  }

  private Person caller(SeededRandom random, int row) {
    return row % 3 == 0 ? people.adultOn(SINCE) : random.pick(subscribers).person();
  }
}
