package kz.umyt.cli.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PAYMENTS}: by card, by bank transfer or in cash; three in a hundred show a full card. */
record PaymentsTable(List<Subscriber> subscribers, Registers registers) implements CrmTable {
  private static final int ROWS = 16_000;
  private static final LocalDate LOG_SINCE = LocalDate.of(2014, 1, 1);

  @Override
  public String name() {
    return "PAYMENTS";
  }

  @Override
  public List<String> columns() {
    return List.of("ID", "SUBSCRIBER_ID", "PAID_AT", "AMOUNT", "CARD_NUMBER", "IBAN");
  }

  @Override
  public Optional<Rule> rule() {
    return Optional.of(Rule.PAYMENT);
  }

  @Override
  public void rows(SqlScript script, Witness.Watch watch, Tally tally) throws IOException {
    SeededRandom random = new SeededRandom("payments");
    Traces traces = new Traces(random, LOG_SINCE, subscribers);
    OddClocks odd = new OddClocks().empty(11).sentinels(3).ahead(4).edges(Rule.PAYMENT, 6);
    List<Subscriber> listed = listed();
    for (int i = 0; i < ROWS; i++) {
      boolean onList = i % 400 == 250;
      Subscriber who = onList ? listed.get(i / 400 % listed.size()) : traces.who();
      LocalDateTime paidAt = onList ? firstPayment(random, who) : traces.when(who);
      if (odd.has(i)) {
        paidAt = odd.of(i).orElse(null);
      }
      script.row(
          500_001L + i,
          who.id(),
          paidAt,
          BigDecimal.valueOf(random.between(30, 300) * 5000L, 2),
          card(random, watch, i),
          i % 5 == 2 ? watch.finds("IBAN", Entity.IBAN, BankDetails.iban(random)) : null);
      tally.record(paidAt == null ? null : paidAt.toLocalDate(), who.iin());
    }
  }

  /** Who stands in a register and has been paying for more than five years. */
  private List<Subscriber> listed() {
    LocalDate longAgo = LocalDate.of(2020, 9, 1);
    List<String> subjects = registers.subjects();
    return subscribers.stream()
        .filter(one -> one.firstDay().isBefore(longAgo) && subjects.contains(one.iin()))
        .toList();
  }

  private static LocalDateTime firstPayment(SeededRandom random, Subscriber who) {
    return who.registeredAt().plusDays(random.between(1, 90)).plusMinutes(random.below(60));
  }

  private static @Nullable String card(SeededRandom random, Witness.Watch watch, int row) {
    if (row % 100 % 33 == 13) {
      // The others are masked, so this is no column of card numbers.
      return watch.beside("CARD_NUMBER", Entity.CARD, BankDetails.card(random));
    }
    return row % 5 == 2 || row % 10 == 9 ? null : BankDetails.maskedCard(random);
  }
}
