package kz.umyt.recognize;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file and does nothing else: what the work on its cells is measured against. */
final class CsvReading {

  private CsvReading() {}

  public static void main(String[] arguments) throws IOException {
    long cells = 0;
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]));
        CSVParser parser = CSVFormat.DEFAULT.builder().setDelimiter(';').get().parse(reader)) {
      for (CSVRecord record : parser) {
        cells += record.size();
      }
    }
    System.out.println(cells);
  }
}
