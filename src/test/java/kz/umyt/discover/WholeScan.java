package kz.umyt.discover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.Policy;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/** A scan of all pieces of a job, one after the other, that leaves no trace. */
record WholeScan(
    List<RecognizerSpec> recognizers, Job job, Map<String, Source> sources, ScanLimits limits) {

  WholeScan(List<RecognizerSpec> recognizers, Job job, Map<String, Source> sources) {
    this(recognizers, job, sources, ScanLimits.of(job, OptionalLong.empty()));
  }

  WholeScan(Installation installation, Job job) {
    this(installation.recognizers(), job, installation.sources());
  }

  Scan open() {
    return new Scan(recognizers, now().toLocalDate(), 1, limits, sources);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(ScanFolder.CLOCK.instant(), job.zone());
  }

  Inventory of(Policy policy) {
    try (Scan scan = open()) {
      FoundSoFar found = scan.found();
      for (Located<String> name : job.scan().sources()) {
        Source source = Objects.requireNonNull(sources.get(name.value()));
        List<Gap> gaps = new ArrayList<>();
        try {
          List<Piece> pieces = scan.pieces(name.value(), gaps);
          found.source(source, gaps);
          pieces.forEach(piece -> found.add(piece, scan.read(piece, Pace.FREE)));
        } catch (SourceException failure) {
          found.unread(source, failure);
        }
      }
      return found.inventory(job.id().value(), now(), now(), policy);
    }
  }
}
