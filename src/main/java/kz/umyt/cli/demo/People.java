package kz.umyt.cli.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invents people; no two share an IIN, a phone number, an identity card or an e-mail address. */
final class People {
  private static final LocalDate OLDEST = LocalDate.of(1946, 1, 1);
  private static final LocalDate YOUNGEST = LocalDate.of(2007, 12, 31);
  private static final int ADULT = 18;

  /** Reserved by RFC 2606: nobody receives mail there. */
  private static final List<String> DOMAINS =
      List.of("example.com", "example.org", "example.net", "mail.example.com");

  private final SeededRandom random = new SeededRandom("people");
  private final Set<String> taken = new HashSet<>();
  private final Names names;
  private final WordLists words;
  private int invented;

  People(WordLists words) {
    this.words = words;
    this.names = new Names(words, random);
  }

  /** Somebody who was of age on that day. */
  Person adultOn(LocalDate day) {
    LocalDate limit = day.minusYears(ADULT);
    LocalDate birth = random.day(OLDEST, limit.isBefore(YOUNGEST) ? limit : YOUNGEST);
    Sex sex = random.percent(52) ? Sex.FEMALE : Sex.MALE;
    Person.Name name = random.percent(68) ? names.kazakh(sex) : names.russian(sex);
    invented++;
    List<String> city = random.pick(words.cities());
    List<String> street = random.pick(words.streets());
    int house = random.between(1, 180);
    int flat = random.between(1, 120);
    String russian = "г. " + city.get(0) + ", " + street.get(0) + ", д. " + house + ", кв. " + flat;
    String kazakh =
        city.get(1) + " қ., " + street.get(1) + ", " + house + "-үй, " + flat + "-пәтер";
    return new Person(
        iin(birth, sex),
        name,
        birth,
        sex,
        phone(),
        email(name),
        random.percent(40) ? kazakh : russian,
        russian,
        idCard());
  }

  /** An IIN of somebody who is not in any table. */
  String iin() {
    return iin(random.day(OLDEST, YOUNGEST), random.percent(50) ? Sex.FEMALE : Sex.MALE);
  }

  /**
   * Birth date, century and sex, and a serial from the end of the range that registers rarely
   * reach.
   */
  private String iin(LocalDate birth, Sex sex) {
    int century = (birth.getYear() < 2000 ? 3 : 5) + (sex == Sex.MALE ? 0 : 1);
    while (true) {
      String prefix =
          two(birth.getYear() % 100)
              + two(birth.getMonthValue())
              + two(birth.getDayOfMonth())
              + century
              + "9"
              + random.digits(3);
      Optional<String> iin = CheckDigits.iin(prefix);
      if (iin.isPresent() && taken.add(iin.get())) {
        return iin.get();
      }
    }
  }

  Phone phone() {
    while (true) {
      Phone phone = Phone.invent(random);
      if (taken.add(phone.national())) {
        return phone;
      }
    }
  }

  String emailOfNobodyKnown() {
    return email(names.russian(Sex.MALE), ++invented);
  }

  private @Nullable String email(Person.Name name) {
    return random.percent(85) ? email(name, invented) : null;
  }

  private String email(Person.Name name, int number) {
    return Spelling.latin(name.given())
        + "."
        + Spelling.latin(name.surname())
        + number
        + "@"
        + random.pick(DOMAINS);
  }

  private String idCard() {
    while (true) {
      String number = "98" + random.digits(7);
      if (taken.add(number)) {
        return number;
      }
    }
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
