package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/** Finds out how one file is written: packing, encoding, delimiter, header, in this order. */
final class FormatDetection {

  private static final int SAMPLE = 1 << 16;

  /** Cyrillic in windows-1251 is hardly ever valid UTF-8 this many times in a row. */
  private static final long SURELY_UTF_8 = 16;

  private final CsvFile file;
  private final Source.Csv source;
  private final boolean whole;

  /**
   * @param whole whether a file is refused of which not every byte can be read; otherwise what
   *     stands before the damage decides
   */
  FormatDetection(CsvFile file, Source.Csv source, boolean whole) {
    this.file = file;
    this.source = source;
    this.whole = whole;
  }

  CsvFormat detect() {
    try {
      Packing packing = Packing.of(file);
      byte[] start = start(packing);
      Optional<ByteOrderMark> mark = ByteOrderMark.at(start);
      if (start.length == mark.map(ByteOrderMark::length).orElse(0)) {
        throw empty();
      }
      CsvFormat unnamed =
          new CsvFormat(
              charset(mark, packing), mark.isPresent(), ';', packing, false, List.of(), LineEnd.LF);
      return withHeader(unnamed);
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  /** A byte order mark, if there is one, and at least one byte behind it. */
  private byte[] start(Packing packing) throws IOException {
    try (StoredInput input = StoredInput.open(file, packing, false)) {
      return input.text().readNBytes(ByteOrderMark.LONGEST + 1);
    }
  }

  private Charset charset(Optional<ByteOrderMark> mark, Packing packing) throws IOException {
    if (source.encoding().isEmpty()) {
      return mark.isPresent() ? mark.get().charset() : withoutMark(packing);
    }
    Charset given = source.encoding().get();
    boolean givenByMark = given.equals(StandardCharsets.UTF_16);
    if (mark.isEmpty() && givenByMark) {
      throw Failures.of(
          file, "no byte order mark; give the source the encoding UTF-16LE or UTF-16BE instead");
    }
    if (mark.isEmpty() || mark.get().charset().equals(given)) {
      return given;
    }
    Charset marked = mark.get().charset();
    if (givenByMark && !marked.equals(StandardCharsets.UTF_8)) {
      return marked;
    }
    throw Failures.of(
        file,
        "its byte order mark says "
            + marked.name()
            + ", but source "
            + source.name().value()
            + " says "
            + given.name()
            + "; correct one of them");
  }

  private Charset withoutMark(Packing packing) throws IOException {
    try (StoredInput input = StoredInput.open(file, packing, false);
        StrictReader text = new StrictReader(file, input.text(), StandardCharsets.UTF_8)) {
      return isUtf8(text) ? StandardCharsets.UTF_8 : oneByte(packing);
    }
  }

  private Charset oneByte(Packing packing) throws IOException {
    CyrillicGuess guess = new CyrillicGuess();
    try (StoredInput input = StoredInput.open(file, packing, false)) {
      guess.read(input.text());
    } catch (IOException e) {
      if (whole) {
        throw e;
      }
    }
    return guess.charset();
  }

  private boolean isUtf8(StrictReader text) throws IOException {
    char[] buffer = new char[SAMPLE];
    try {
      while (text.read(buffer, 0, buffer.length) >= 0) {
        text.recordEnds();
      }
      return true;
    } catch (SourceException e) {
      boolean sure = !text.isMalformed() || text.beyondAscii() >= SURELY_UTF_8;
      if (sure && whole) {
        throw e;
      }
      return sure;
    } catch (IOException e) {
      if (whole) {
        throw e;
      }
      return true;
    }
  }

  private CsvFormat withHeader(CsvFormat unnamed) throws IOException {
    String sample = sample(unnamed);
    @Nullable Character separator = SeparatorLine.delimiter(sample);
    char delimiter = delimiter(sample, separator);
    CsvFormat format = named(unnamed, delimiter, separator != null, List.of(), LineEnd.LF);
    try (RawRecords records = RawRecords.open(file, format, false)) {
      boolean found = records.next() && (separator == null || records.next());
      if (!found) {
        throw empty();
      }
      List<String> header = HeaderName.trimAll(records.cells());
      if (header.stream().allMatch(String::isEmpty)) {
        throw Failures.at(
            file, records.line(), "the header is empty; the first line must name the columns");
      }
      return named(format, delimiter, separator != null, header, lineEnd(records.lineEnd()));
    }
  }

  private String sample(CsvFormat format) throws IOException {
    try (StoredInput input = StoredInput.open(file, format, false);
        StrictReader text = new StrictReader(file, input.text(), format.charset())) {
      char[] buffer = new char[SAMPLE];
      int size = 0;
      try {
        int count = text.read(buffer, 0, SAMPLE);
        while (count > 0) {
          size += count;
          count = text.read(buffer, size, SAMPLE - size);
        }
      } catch (IOException | SourceException e) {
        if (whole || size == 0) {
          throw e;
        }
      }
      return new String(buffer, 0, size);
    }
  }

  private char delimiter(String sample, @Nullable Character separator) {
    Optional<Character> given = source.delimiter();
    if (given.isPresent() && separator != null && !given.get().equals(separator)) {
      throw Failures.at(
          file,
          1,
          "the line sep= names another delimiter than source "
              + source.name().value()
              + "; correct one of them");
    }
    if (separator != null) {
      return separator;
    }
    return given.orElseGet(() -> DelimiterGuess.of(sample, sample.length() < SAMPLE));
  }

  private static CsvFormat named(
      CsvFormat format, char delimiter, boolean separatorLine, List<String> header, LineEnd end) {
    return new CsvFormat(
        format.charset(),
        format.byteOrderMark(),
        delimiter,
        format.packing(),
        separatorLine,
        header,
        end);
  }

  private static LineEnd lineEnd(String characters) {
    for (LineEnd end : LineEnd.values()) {
      if (end.characters().equals(characters)) {
        return end;
      }
    }
    return LineEnd.LF;
  }

  private SourceException empty() {
    return Failures.at(file, 1, "the file is empty; the first line must name the columns");
  }
}
