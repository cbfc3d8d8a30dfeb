package kz.umyt.discover;

import java.util.OptionalDouble;
import kz.umyt.source.csv.CsvFormat;

/**
 * In which encoding a file was read.
 *
 * @param name as the source would state it
 * @param confidence how sure it is, from 0 to 1; empty where the source states it
 */
public record FileEncoding(String name, OptionalDouble confidence) {

  static FileEncoding of(CsvFormat format) {
    return new FileEncoding(format.charset().name(), format.confidence());
  }
}
