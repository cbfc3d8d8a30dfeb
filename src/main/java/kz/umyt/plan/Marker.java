package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Action;
import kz.umyt.settings.ClockSpec;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Target;
import kz.umyt.source.Column;
import kz.umyt.source.ColumnKind;
import kz.umyt.source.Table;
import kz.umyt.source.TableName;

/**
 * A column of a table that says when a row was anonymized, in place of an entry in {@code
 * umyt_done}: whoever writes into such a row again must empty it.
 *
 * @param id by which {@code umyt_done} knows for which columns it stands
 */
public record Marker(Column column, String id) {

  /**
   * The marker of a target.
   *
   * @param all targets of the job
   * @throws SettingsException if its column cannot be one, or stands for other columns elsewhere
   */
  static Optional<Marker> of(Target.Table spec, Table table, List<Target> all) {
    if (spec.marker().isEmpty()) {
      return Optional.empty();
    }
    Located<String> written = spec.marker().get();
    Column column = table.column(written);
    refuse(written, obstacle(column, spec, table));
    AnonymizedForm form = DoneForms.form(spec, table);
    for (Target other : all) {
      if (other instanceof Target.Table one && isRival(one, spec, table)) {
        AnonymizedForm theirs = DoneForms.form(one, table);
        boolean isSame = isNamed(one, column) && theirs.equals(form);
        boolean isApart =
            !isNamed(one, column) && theirs.columns().stream().noneMatch(form.columns()::contains);
        refuse(
            written,
            isSame || isApart
                ? Optional.empty()
                : Optional.of(
                    "another target of the table anonymizes other columns and would be taken for"
                        + " done by it, or changes the same ones without it; give both the same"
                        + " columns and the same marker, or take 'marker' out"));
      }
    }
    return Optional.of(new Marker(column, table.name() + "#" + column.name()));
  }

  private static boolean isRival(Target.Table other, Target.Table spec, Table table) {
    return !other.at().equals(spec.at())
        && other.action() == Action.ANONYMIZE
        && other.source().value().equals(spec.source().value())
        && !TableName.meant(other.table().value(), List.of(table.name())).isEmpty();
  }

  private static boolean isNamed(Target.Table target, Column column) {
    return target
        .marker()
        .filter(marker -> marker.value().equalsIgnoreCase(column.name()))
        .isPresent();
  }

  private static Optional<String> obstacle(Column column, Target.Table spec, Table table) {
    boolean isTime =
        column.kind() == ColumnKind.DATE
            || column.kind() == ColumnKind.TIMESTAMP
            || column.kind() == ColumnKind.INSTANT;
    if (!isTime) {
      return Optional.of("it must be a date or a time stamp, and is a " + column.type());
    }
    if (!column.nullable() || column.generated()) {
      return Optional.of("it must be empty in rows that are not anonymized, and can never be");
    }
    boolean isChanged =
        spec.columns().stream()
            .anyMatch(rule -> rule.column().value().equalsIgnoreCase(column.name()));
    boolean isPart =
        table.primaryKey().contains(column.name())
            || table.references().stream()
                .anyMatch(key -> key.childColumns().contains(column.name()));
    return isChanged || isPart || isRead(spec, column)
        ? Optional.of(
            "it has another meaning: it stands under 'columns', is part of a key, or a clock or a"
                + " hold is read from it")
        : Optional.empty();
  }

  private static boolean isRead(Target.Table spec, Column column) {
    List<String> texts = new ArrayList<>();
    spec.hold().ifPresent(hold -> texts.add(hold.value()));
    for (ClockSpec clock : spec.clocks()) {
      if (clock instanceof ClockSpec.Expression expression) {
        texts.add(expression.sql().value());
      } else if (clock instanceof ClockSpec.Column one) {
        texts.add(one.name().value());
      }
    }
    return texts.stream()
        .anyMatch(text -> SqlWords.of(text).contains(SqlWords.folded(column.name())));
  }

  private static void refuse(Located<String> written, Optional<String> obstacle) {
    obstacle.ifPresent(
        why -> {
          throw new SettingsException(
              written.at(), "column " + written + " cannot be the marker: " + why);
        });
  }
}
