package kz.umyt.cli.demo;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code CONTRACTS}: no personal data but the link to the person. */
record ContractsTable(List<Subscriber> subscribers) implements CrmTable {
  @Override
  public String name() {
    return "CONTRACTS";
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "SUBSCRIBER_ID", "NUMBER", "TARIFF", "SIGNED_ON", "ENDED_ON");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.empty();
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    long id = 0;
    for (Subscriber subscriber : subscribers) {
      for (Contract contract : subscriber.contracts()) {
        script.row(
            ++id,
            subscriber.id(),
            contract.number(),
            contract.tariff(),
            contract.signedOn(),
            contract.endedOn());
      }
    }
  }
}
