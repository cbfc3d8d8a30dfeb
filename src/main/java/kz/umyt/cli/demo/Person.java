package kz.umyt.cli.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who does not exist.
 *
 * @param name surname, given name and mostly a patronymic, in the letters of the person's language
 * @param email null for people without one
 * @param address in Russian or Kazakh
 * @param russianAddress the same place in Russian
 * @param idCard nine digits
 */
record Person(
    String iin,
    Name name,
    LocalDate birthDate,
    Sex sex,
    Phone phone,
    @Nullable String email,
    String address,
    String russianAddress,
    String idCard) {

  /**
   * A name in its parts.
   *
   * @param patronymic may be empty
   */
  record Name(String surname, String given, String patronymic) {
    /** In the order of Kazakh and Russian documents: surname first. */
    String full() {
      return surname + " " + given + (patronymic.isEmpty() ? "" : " " + patronymic);
    }
  }
}
