package kz.umyt.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what and how a job scans. */
final class ScanReader {

  private static final int THREADS = 2;
  private static final int MOST_THREADS = 64;
  private static final Duration STATEMENT_TIMEOUT = Duration.ofHours(1);

  private final SourceNames sources;
  private final List<Target> targets;

  /**
   * @param targets whose sources are scanned where the job names none; may be empty
   */
  ScanReader(SourceNames sources, List<Target> targets) {
    this.sources = sources;
    this.targets = targets;
  }

  /** The scan of a job that says nothing of it. */
  Job.Scan defaults() {
    return new Job.Scan(
        ofTargets(), List.of(), THREADS, Optional.empty(), STATEMENT_TIMEOUT, Optional.empty());
  }

  Job.Scan read(Value value) {
    Section section =
        value.section(
            "sources", "exclude", "threads", "rows-per-second", "statement-timeout", "sample");
    Optional<Value> written = section.optional("sources");
    if (written.isEmpty() && targets.isEmpty()) {
      throw new SettingsException(
          section.at(),
          "key 'sources' is missing in 'scan': the job has no targets to take it from");
    }
    List<Located<String>> scanned = written.map(this::sources).orElseGet(this::ofTargets);
    return new Job.Scan(
        scanned,
        section.optional("exclude").map(list -> exclude(list, scanned)).orElse(List.of()),
        section
            .optional("threads")
            .map(threads -> (int) threads.integer(1, MOST_THREADS))
            .orElse(THREADS),
        section.optional("rows-per-second").map(rows -> rows.integer(1, Long.MAX_VALUE)),
        section.optional("statement-timeout").map(ScanReader::timeout).orElse(STATEMENT_TIMEOUT),
        section.optional("sample").map(rows -> rows.integer(1, Long.MAX_VALUE)));
  }

  private List<Located<String>> ofTargets() {
    Map<String, Located<String>> names = new LinkedHashMap<>();
    targets.forEach(target -> names.putIfAbsent(target.source().value(), target.source()));
    return List.copyOf(names.values());
  }

  private List<Located<String>> sources(Value value) {
    List<Located<String>> names = value.list().stream().map(sources::known).toList();
    if (names.isEmpty()) {
      throw value.error("must name at least one source");
    }
    Map<String, Position> seen = new HashMap<>();
    for (Located<String> name : names) {
      if (seen.putIfAbsent(name.value(), name.at()) != null) {
        throw new SettingsException(name.at(), "source '" + name + "' is written twice");
      }
    }
    return names;
  }

  private List<Job.Exclusion> exclude(Value value, List<Located<String>> scanned) {
    return value.list().stream().map(item -> exclusion(item, scanned)).toList();
  }

  private Job.Exclusion exclusion(Value item, List<Located<String>> scanned) {
    Section section = item.section("source", "table", "file");
    Located<String> source = sources.withPlace(section, "an item of 'exclude'");
    if (scanned.stream().noneMatch(name -> name.value().equals(source.value()))) {
      String names = scanned.stream().map(Located::value).collect(Collectors.joining(", "));
      throw new SettingsException(
          source.at(), "source '" + source + "' is not scanned; scanned: " + names);
    }
    return new Job.Exclusion(
        source,
        section.has("file")
            ? BasePath.glob(section.required("file"))
            : section.required("table").text());
  }

  private static Duration timeout(Value value) {
    Duration timeout = value.duration();
    if (timeout.toSeconds() < 1) {
      throw value.error("must be one second or more");
    }
    return timeout;
  }
}
