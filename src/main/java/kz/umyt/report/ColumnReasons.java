package kz.umyt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.report.MappedColumn.MappedEntity;

/** Says in whole sentences why a column has its class, or none. */
final class ColumnReasons {

  /** From this share on the values alone decide. */
  private static final double MOST = 0.5;

  private final Messages messages;
  private final Wording say;
  private final Vocabulary words;
  private final RecognizerNotes notes;

  ColumnReasons(Messages messages, Wording say, Vocabulary words, RecognizerNotes notes) {
    this.messages = messages;
    this.say = say;
    this.words = words;
    this.notes = notes;
  }

  List<String> of(MappedColumn mapped) {
    List<String> sentences = new ArrayList<>();
    Optional<String> named = notes.entityOfColumn().apply(mapped.column().name());
    Optional<MappedEntity> decided =
        mapped.entities().stream().filter(MappedEntity::columnClass).findFirst();
    if (decided.isPresent()) {
      String entity = decided.get().entity();
      sentences.addAll(ofClass(decided.get(), mapped.column().filled(), isNamed(entity, named)));
    } else {
      sentences.add(say.text("inventory.why.within"));
    }
    List<String> others =
        mapped.entities().stream()
            .filter(one -> !one.columnClass())
            .map(MappedEntity::entity)
            .toList();
    if (decided.isPresent() && !others.isEmpty()) {
      sentences.add(say.text("inventory.why.beside", words.entities(others)));
    }
    named
        .filter(entity -> mapped.entities().stream().noneMatch(one -> one.entity().equals(entity)))
        .ifPresent(entity -> sentences.add(say.text("inventory.why.name", words.entity(entity))));
    return sentences;
  }

  private List<String> ofClass(MappedEntity decided, long filled, boolean named) {
    String entity = words.entity(decided.entity());
    if (decided.finding().isEmpty()) {
      return List.of(say.text("inventory.why.by-name", entity));
    }
    EntityFinding finding = decided.finding().get();
    String key = named ? (finding.share() < MOST ? "few" : "both") : "values";
    return List.of(
        say.text(
            "inventory.why." + key,
            entity,
            say.number(finding.cells()),
            say.number(filled),
            say.percent(finding.share())),
        checked(finding));
  }

  private String checked(EntityFinding finding) {
    if (finding.validated() == 0) {
      return say.text("inventory.why.unchecked");
    }
    String check =
        messages
            .find("inventory.check." + finding.entity())
            .orElseGet(() -> messages.text("inventory.check.other"));
    return say.text(
        "inventory.why.checked",
        check,
        say.number(finding.validated()),
        say.number(finding.cells()));
  }

  private static boolean isNamed(String entity, Optional<String> named) {
    return named.filter(entity::equals).isPresent();
  }
}
