package kz.umyt.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.discover.Density;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.report.MappedColumn.MappedEntity;

/** Says in whole sentences why a column has its class, or none. Public for the templates only. */
public final class ColumnReasons {

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

  /** The sentences about a column. */
  public List<String> of(MappedColumn mapped) {
    long filled = mapped.column().filled();
    Optional<String> named = notes.entityOfColumn().apply(mapped.column().name());
    Optional<MappedEntity> decided =
        mapped.entities().stream().filter(MappedEntity::columnClass).findFirst();
    List<String> sentences = new ArrayList<>();
    if (decided.isPresent()) {
      sentences.addAll(ofClass(decided.get(), filled, named));
      others(mapped).ifPresent(sentences::add);
    } else {
      sentences.add(say.text("inventory.why.within"));
    }
    named.flatMap(entity -> ofName(entity, mapped, filled)).ifPresent(sentences::add);
    decided
        .flatMap(MappedEntity::finding)
        .filter(finding -> finding.distinct() > 0)
        .ifPresent(
            finding ->
                sentences.add(
                    say.text(
                        "inventory.why.distinct",
                        say.number(mapped.column().distinct()),
                        say.number(finding.distinct()))));
    mapped.column().findings().stream()
        .flatMap(finding -> chance(finding).stream())
        .forEach(sentences::add);
    sentences.addAll(damage(mapped));
    return sentences;
  }

  private Optional<String> chance(EntityFinding finding) {
    return finding
        .density()
        .filter(Density::chance)
        .map(
            density ->
                say.text(
                    "inventory.why.chance",
                    words.entity(finding.entity()),
                    say.number(density.candidates()),
                    say.number(density.passed())));
  }

  /** What was done to the values of a column. */
  List<String> damage(MappedColumn mapped) {
    return mapped.column().damage().stream()
        .map(
            damage ->
                say.text(
                    "inventory.damage." + ActJson.word(damage.kind()), say.number(damage.cells())))
        .toList();
  }

  private List<String> ofClass(MappedEntity decided, long filled, Optional<String> named) {
    if (decided.finding().isEmpty()) {
      return List.of(say.text("inventory.why.by-name", words.entity(decided.entity())));
    }
    EntityFinding finding = decided.finding().get();
    if (named.filter(decided.entity()::equals).isEmpty()) {
      return List.of(counted("inventory.why.values", finding, filled), checked(finding));
    }
    String key = finding.share() < MOST ? "inventory.why.few" : "inventory.why.both";
    return List.of(counted(key, finding, filled), checked(finding));
  }

  private Optional<String> others(MappedColumn mapped) {
    List<String> others =
        mapped.entities().stream()
            .filter(one -> !one.columnClass())
            .map(MappedEntity::entity)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(say.text("inventory.why.beside", words.entities(others)));
  }

  /** What is to be said of an entity that the column's name speaks of and that is not its class. */
  private Optional<String> ofName(String entity, MappedColumn mapped, long filled) {
    Optional<MappedEntity> found =
        mapped.entities().stream().filter(one -> one.entity().equals(entity)).findFirst();
    if (found.isEmpty()) {
      return Optional.of(say.text("inventory.why.name", words.entity(entity)));
    }
    return found
        .filter(one -> !one.columnClass())
        .flatMap(MappedEntity::finding)
        .map(finding -> counted("inventory.why.few", finding, filled));
  }

  private String counted(String key, EntityFinding finding, long filled) {
    return say.text(
        key,
        words.entity(finding.entity()),
        say.number(finding.cells()),
        say.number(filled),
        say.percent(finding.share()));
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
}
