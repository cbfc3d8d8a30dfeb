package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import kz.umyt.settings.Located;
import kz.umyt.settings.Position;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/** The folder of a CSV source: which files it holds, and what in it is not read. */
public final class CsvFolder {

  private final Source.Csv source;
  private final List<Glob> include;
  private final List<Glob> includeInAnyCase;

  /**
   * Takes up a source; the folder itself is looked at by the methods.
   *
   * @throws SettingsException if an include pattern cannot be read
   */
  public CsvFolder(Source.Csv source) {
    this.source = source;
    Position at = source.name().at();
    this.include = source.include().stream().map(pattern -> glob(pattern, at)).toList();
    this.includeInAnyCase =
        source.include().stream().map(pattern -> glob(lower(pattern), at)).toList();
  }

  /**
   * The regular files that the source includes, sorted by name.
   *
   * @throws SourceException if the folder is missing or cannot be listed
   */
  public List<CsvFile> files() {
    return list().files();
  }

  /**
   * Those of {@link #files()} that a pattern relative to the folder matches. A pattern without
   * {@code /} looks into the folder itself, one that begins with {@code **}{@code /} at any depth.
   */
  public List<CsvFile> files(String glob) {
    return files(new Located<>(glob, source.name().at()));
  }

  /**
   * As {@link #files(String)}, with errors at the place where the pattern was written.
   *
   * @throws SettingsException if the pattern cannot be read
   */
  public List<CsvFile> files(Located<String> glob) {
    Glob pattern = glob(glob.value(), glob.at());
    return files().stream().filter(file -> pattern.matches(file.name())).toList();
  }

  /**
   * What looks like a file of the source and is not read: links, folders named like files, folders
   * that cannot be listed, names that differ from the include patterns only in upper and lower
   * case.
   */
  public List<Gap> gaps() {
    return list().gaps();
  }

  /**
   * Part files that a killed run left behind, included files or not. They hold personal data:
   * delete them with {@link CsvRewriter#deletePart} while no other run is at work.
   */
  public List<Path> parts() {
    return list().parts();
  }

  private FolderListing list() {
    Path folder = source.folder();
    if (!Files.isDirectory(folder)) {
      throw new SourceException(
          "source "
              + source.name().value()
              + ": the folder "
              + folder
              + " does not exist; create it or correct the source ("
              + source.name().at()
              + ")");
    }
    try {
      return new FolderWalk(folder, this::includes, this::differsInCase).list();
    } catch (IOException e) {
      throw new SourceException(
          "source "
              + source.name().value()
              + ": the folder "
              + folder
              + " cannot be listed; check its permissions");
    }
  }

  private boolean includes(String name) {
    return include.stream().anyMatch(glob -> glob.matches(name));
  }

  private boolean differsInCase(String name) {
    return includeInAnyCase.stream().anyMatch(glob -> glob.matches(lower(name)));
  }

  private static Glob glob(String pattern, Position at) {
    try {
      return new Glob(pattern);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(at, "file pattern \"" + pattern + "\" " + e.getMessage());
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** What one look at the folder found. */
  record FolderListing(List<CsvFile> files, List<Gap> gaps, List<Path> parts) {
    FolderListing {
      files = List.copyOf(files);
      gaps = List.copyOf(gaps);
      parts = List.copyOf(parts);
    }
  }
}
