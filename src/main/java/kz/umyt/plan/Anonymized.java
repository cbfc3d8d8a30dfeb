package kz.umyt.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What rows that are anonymized are known by.
 *
 * @param table the quoted {@code umyt_done}
 * @param form that they get
 * @param known forms that other targets and jobs give rows of the table
 * @param marker that rows of the form have, instead of being entered in that table
 * @param byRow whether each row is looked up by itself, and not joined
 */
record Anonymized(
    String table,
    AnonymizedForm form,
    List<AnonymizedForm> known,
    Optional<Marker> marker,
    boolean byRow) {

  /** Forms of which a row that is entered in one needs no change any more. */
  List<AnonymizedForm> enough() {
    return Stream.concat(own(), known.stream().filter(form::isPartOf)).distinct().toList();
  }

  private Stream<AnonymizedForm> own() {
    return marker.isPresent() ? Stream.empty() : Stream.of(form);
  }
}
