package kz.umyt.settings;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A place that holds personal data. */
public sealed interface Source {

  Located<String> name();

  /** The name of the information system that the Act prints. */
  String system();

  /**
   * A database.
   *
   * @param url any JDBC URL; a relative H2 file path is already resolved
   * @param schemas empty means the default schema of the connection
   * @param journalSchema where {@code umyt_journal} and {@code umyt_done} live; empty means the
   *     default schema
   * @param replicas names of sources that are replicas of this one, where it does not know them
   */
  record Jdbc(
      Located<String> name,
      String system,
      String url,
      Optional<String> user,
      Secret password,
      List<String> schemas,
      Optional<String> journalSchema,
      List<Located<String>> replicas)
      implements Source {}

  /**
   * A folder of CSV exports.
   *
   * @param folder absolute
   * @param include glob patterns relative to the folder
   * @param encoding empty means detect
   * @param delimiter empty means detect
   * @param headerRow one-based line of each file on which its header begins; empty means detect
   * @param header names of the columns of files that do not name them; empty means that they do
   * @param backslash whether a backslash takes the special meaning from the character behind it, as
   *     databases write text; otherwise it means so only where a file leaves no doubt
   */
  record Csv(
      Located<String> name,
      String system,
      Path folder,
      List<String> include,
      Optional<Charset> encoding,
      Optional<Character> delimiter,
      OptionalInt headerRow,
      List<String> header,
      boolean backslash)
      implements Source {}
}
