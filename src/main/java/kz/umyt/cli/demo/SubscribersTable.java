package kz.umyt.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code SUBSCRIBERS}: some without phone, e-mail or note. */
record SubscribersTable(List<Subscriber> subscribers, FreeText notes) implements CrmTable {
  @Override
  public String name() {
    return "SUBSCRIBERS";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "ID",
        "IIN",
        "FULL_NAME",
        "BIRTH_DATE",
        "SEX",
        "PHONE",
        "EMAIL",
        "ADDRESS",
        "ID_CARD",
        "BALANCE",
        "REGISTERED_AT",
        "CONTRACT_END",
        "NOTES");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.of(Rule.SUBSCRIBER);
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    watch.named("BALANCE", Entity.BALANCE);
    watch.named("NOTES", Entity.FREE_TEXT);
    for (Subscriber subscriber : subscribers) {
      Person person = subscriber.person();
      long id = subscriber.id();
      script.row(
          id,
          watch.finds("IIN", Entity.IIN, person.iin()),
          watch.finds("FULL_NAME", Entity.PERSON, person.name().full()),
          watch.finds("BIRTH_DATE", Entity.BIRTH_DATE, person.birthDate().toString()),
          watch.counts("SEX", Entity.SEX, person.sex().letter()),
          watch.finds(
              "PHONE", Entity.PHONE, id % 50 == 3 ? null : person.phone().written((int) id)),
          watch.finds("EMAIL", Entity.EMAIL, person.email()),
          watch.finds("ADDRESS", Entity.ADDRESS, person.address()),
          watch.finds("ID_CARD", Entity.ID_CARD, person.idCard()),
          subscriber.balance(),
          subscriber.registeredAt(),
          subscriber.contractEnd(),
          id % 13 < 3 ? watch.reads("NOTES", notes.note()) : null);
      tally.record(subscriber.contractEnd(), subscriber.iin(), subscriber.owes());
    }
  }
}
