package kz.umyt.source.csv;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.umyt.settings.Source;

/**
 * How files are written that were looked at before: a file that is still the one it was is not read
 * once more for that.
 */
public final class KnownFormats {

  private final Map<Place, Known> known = new ConcurrentHashMap<>();

  private record Place(String source, CsvFile file) {}

  private record Known(FileState state, CsvFormat format) {}

  /**
   * How a file is written.
   *
   * @throws kz.umyt.source.SourceException as {@link CsvFormat#detect}
   */
  public CsvFormat of(CsvFile file, Source.Csv source) {
    Place place = new Place(source.name().value(), file);
    FileState before = state(file);
    Known last = known.get(place);
    if (last != null && last.state().equals(before)) {
      return last.format();
    }
    CsvFormat format = CsvFormat.detect(file, source);
    known.put(place, new Known(before, format));
    return format;
  }

  private static FileState state(CsvFile file) {
    try {
      return FileState.of(file);
    } catch (IOException unreadable) {
      throw Failures.reading(file, unreadable);
    }
  }
}
