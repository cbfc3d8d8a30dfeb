package kz.umyt.source.csv;

import java.nio.file.Path;

/**
 * One CSV file of a source.
 *
 * @param path where it is
 * @param name its path below the source's folder, with {@code /} between the parts
 */
public record CsvFile(Path path, String name) {}
