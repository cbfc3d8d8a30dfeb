package kz.umyt.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kz.umyt.settings.Job;
import kz.umyt.settings.Located;
import kz.umyt.settings.RecognizerSpec;
import kz.umyt.settings.Source;

/** Of everything that the results of a scan depend on, but the data and the day. */
final class ScanFingerprint {

  private ScanFingerprint() {}

  /**
   * Lower-case hex SHA-256; another recognizer, source, sample or version gives another one.
   *
   * @param application name and version of the tool
   */
  static String of(
      Job job,
      Map<String, Source> sources,
      List<RecognizerSpec> recognizers,
      OptionalLong sample,
      String application) {
    StringBuilder text = new StringBuilder(application).append('\n').append(sample).append('\n');
    for (Located<String> name : job.scan().sources()) {
      // A record writes all of its parts; a password writes none of itself.
      text.append(sources.get(name.value())).append('\n');
    }
    text.append(job.scan().exclude()).append('\n');
    recognizers.forEach(recognizer -> text.append(recognizer).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
