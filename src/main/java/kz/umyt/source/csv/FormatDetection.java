package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

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
      if (start.length == mark.map(ByteOrderMark::length).orElse(0) && source.header().isEmpty()) {
        throw empty();
      }
      Encoding encoding = encoding(mark, packing);
      CsvFormat unnamed =
          new CsvFormat(
              encoding.charset(),
              encoding.confidence(),
              mark.isPresent(),
              ';',
              Escaping.QUOTES,
              packing,
              1,
              List.of(),
              LineEnd.LF);
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

  /** An encoding, and how sure it is; empty where the source states it. */
  private record Encoding(Charset charset, OptionalDouble confidence) {
    static Encoding found(Charset charset, double confidence) {
      return new Encoding(charset, OptionalDouble.of(confidence));
    }
  }

  private Encoding encoding(Optional<ByteOrderMark> mark, Packing packing) throws IOException {
    if (source.encoding().isPresent()) {
      return new Encoding(given(source.encoding().get(), mark), OptionalDouble.empty());
    }
    return mark.isPresent() ? Encoding.found(mark.get().charset(), 1) : withoutMark(packing);
  }

  private Charset given(Charset given, Optional<ByteOrderMark> mark) {
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

  private Encoding withoutMark(Packing packing) throws IOException {
    try (StoredInput input = StoredInput.open(file, packing, false);
        StrictReader text = new StrictReader(file, input.text(), StandardCharsets.UTF_8)) {
      return isUtf8(text) ? Encoding.found(StandardCharsets.UTF_8, 1) : oneByte(packing);
    }
  }

  private Encoding oneByte(Packing packing) throws IOException {
    CyrillicGuess guess = new CyrillicGuess();
    try (StoredInput input = StoredInput.open(file, packing, false)) {
      guess.read(input.text());
    } catch (IOException e) {
      if (whole) {
        throw e;
      }
    }
    CyrillicGuess.Found found = guess.found();
    return Encoding.found(found.charset(), found.confidence());
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
    LayoutGuess layout = LayoutGuess.of(file, source, sample, sample.length() < SAMPLE);
    CsvFormat format = named(unnamed, layout, List.of(), LineEnd.LF);
    try (RawRecords records = RawRecords.open(file, format, false)) {
      while (records.next()) {
        if (!format.hasHeader()) {
          return named(format, layout, namesFor(records), lineEnd(records.lineEnd()));
        }
        if (records.line() == layout.headerLine()) {
          List<String> header = HeaderName.trimAll(records.cells());
          if (header.stream().allMatch(String::isEmpty)) {
            throw noNames(records.line());
          }
          return named(format, layout, header, lineEnd(records.lineEnd()));
        }
        if (records.line() > layout.headerLine()) {
          throw Failures.at(
              file,
              layout.headerLine(),
              "source "
                  + source.name().value()
                  + " says 'header-row: "
                  + layout.headerLine()
                  + "', but this line belongs to a record that begins above it; correct one of"
                  + " them");
        }
      }
      if (!format.hasHeader()) {
        return named(format, layout, source.header(), LineEnd.LF);
      }
      throw noHeader();
    }
  }

  private List<String> namesFor(RawRecords first) {
    List<String> names = source.header();
    if (!first.isNoRow() && first.cells().size() != names.size()) {
      throw Failures.at(
          file,
          first.line(),
          "this record has "
              + first.cells().size()
              + " cells, but source "
              + source.name().value()
              + " names "
              + names.size()
              + " columns ('header'); correct one of them");
    }
    return names;
  }

  private SourceException noNames(long line) {
    return Failures.at(
        file,
        line,
        source.headerRow().isPresent()
            ? "the header is empty; this line must name the columns, as source "
                + source.name().value()
                + " says with 'header-row'"
            : "the header is empty; the first line must name the columns (where titles stand above"
                + " the names, say so with 'header-row' of the source)");
  }

  private SourceException noHeader() {
    return source.headerRow().isEmpty()
        ? empty()
        : Failures.of(
            file,
            "it ends before the line "
                + source.headerRow().getAsInt()
                + " on which source "
                + source.name().value()
                + " says that the header stands ('header-row'); correct one of them");
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

  private static CsvFormat named(
      CsvFormat format, LayoutGuess layout, List<String> header, LineEnd end) {
    return new CsvFormat(
        format.charset(),
        format.confidence(),
        format.byteOrderMark(),
        layout.dialect().delimiter(),
        layout.dialect().escaping(),
        format.packing(),
        layout.headerLine(),
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
