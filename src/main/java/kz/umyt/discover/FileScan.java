package kz.umyt.discover;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import kz.umyt.source.csv.CsvFile;
import kz.umyt.source.csv.CsvFormat;
import kz.umyt.source.csv.CsvReader;
import kz.umyt.source.csv.CsvRow;
import kz.umyt.source.csv.FileWatch;

/** Reads every column of one CSV file in one pass, cells without a heading too. */
final class FileScan {

  /** A title names the company that the file is about, and that is nobody's secret. */
  private static final Set<String> COMPANY = Set.of("KZ_BIN", "ORGANIZATION");

  private final Recognition recognition;
  private final ScanLimits limits;
  private final Source.Csv source;
  private final Gaps gaps;
  private final Pace pace;

  FileScan(Recognition recognition, ScanLimits limits, Source.Csv source, Gaps gaps, Pace pace) {
    this.recognition = recognition;
    this.limits = limits;
    this.source = source;
    this.gaps = gaps;
    this.pace = pace;
  }

  /** The file, as far as it could be read; empty if not at all, which is then a gap. */
  Optional<TableCounts> scan(CsvFile file) {
    FileColumns columns = new FileColumns(recognition);
    try {
      FileWatch watch = FileWatch.begin(file);
      long rows = read(file, columns);
      watch.requireSame();
      return Optional.of(columns.counts(file, true, OptionalLong.of(rows)));
    } catch (SourceException failure) {
      gaps.behind(file.name(), columns.rows(), failure);
      return columns.rows() == 0
          ? Optional.empty()
          : Optional.of(columns.counts(file, false, OptionalLong.empty()));
    }
  }

  /** Gives how many rows the file has. */
  private long read(CsvFile file, FileColumns columns) {
    CsvFormat format = CsvFormat.detectReadable(file, source);
    try (CsvReader reader = CsvReader.open(file, format)) {
      int headerRows = 0;
      if (!columns.begin(format)) {
        headerRows = 1;
        gaps.table(file.name(), Gaps.NO_HEADER);
      }
      if (limits.sample().isEmpty()) {
        for (CsvRow row : reader) {
          pace.row();
          columns.add(row.cells());
        }
      } else {
        sample(file, format.charset(), reader, columns);
      }
      tellNoRows(file, reader);
      if (format.isEncodingDoubtful()) {
        gaps.doubtful(file.name(), format.charset().name());
      }
      return headerRows + reader.rows();
    }
  }

  private void tellNoRows(CsvFile file, CsvReader reader) {
    List<String> lines = new ArrayList<>();
    if (reader.titleLines() > 0) {
      lines.add("lines above the header: " + reader.titleLines());
    }
    if (reader.totalsRows() > 0) {
      lines.add("rows of totals: " + reader.totalsRows());
    }
    if (!lines.isEmpty()) {
      gaps.noRows(file.name(), String.join(", ", lines));
    }
    if (reader.titles().stream().flatMap(List::stream).anyMatch(this::isPersonal)) {
      gaps.table(file.name(), Gaps.PERSONAL_TITLES);
    }
  }

  private boolean isPersonal(String title) {
    return recognition.findings(title, null).stream()
        .anyMatch(finding -> finding.validated() && !COMPANY.contains(finding.entity()));
  }

  private void sample(CsvFile file, Charset charset, CsvReader reader, FileColumns columns) {
    List<CsvRow> first = new ArrayList<>();
    for (CsvRow row : reader) {
      first.add(row);
      if (first.size() == RowSample.LOOK_AT) {
        break;
      }
    }
    RowSample sample = RowSample.of(file, charset, first, limits.sample().orElseThrow());
    first.forEach(row -> add(row, sample, columns));
    for (CsvRow row : reader) {
      add(row, sample, columns);
    }
  }

  private void add(CsvRow row, RowSample sample, FileColumns columns) {
    pace.row();
    if (sample.takes(row.number())) {
      columns.add(row.cells());
    }
  }
}
