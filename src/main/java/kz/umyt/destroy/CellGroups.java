package kz.umyt.destroy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts rows of files that are alike, in memory that does not grow with the rows: known by a
 * digest, and no more groups than a small heap can hold.
 */
final class CellGroups {

  /** About 20 MB. */
  private static final int MOST = 200_000;

  private final Map<Alike, Long> rows = new HashMap<>();
  private final MessageDigest sha256;

  /** Half of a digest: two different groups share one less often than a disk lies. */
  private record Alike(long high, long low) {}

  CellGroups() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Counts one row.
   *
   * @return false if there are too many groups to go on
   */
  boolean add(List<Optional<String>> cells) {
    rows.merge(alike(cells), 1L, Long::sum);
    return rows.size() <= MOST;
  }

  private Alike alike(List<Optional<String>> cells) {
    for (Optional<String> cell : cells) {
      byte[] bytes = cell.orElse("").getBytes(StandardCharsets.UTF_8);
      // The length in front keeps ("ab", "c") apart from ("a", "bc").
      sha256.update(
          ByteBuffer.allocate(Integer.BYTES).putInt(cell.isPresent() ? bytes.length : -1).array());
      sha256.update(bytes);
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new Alike(digest.getLong(), digest.getLong());
  }

  /**
   * What was counted.
   *
   * @param asked smaller groups are below what the job asks
   */
  Likeness.Groups count(long asked) {
    return new Likeness.Groups(
        rows.values().stream().mapToLong(Long::longValue).sum(),
        rows.size(),
        rows.values().stream().mapToLong(Long::longValue).min().orElse(0),
        rows.values().stream().filter(group -> group == 1).count(),
        rows.values().stream().filter(group -> group < asked).mapToLong(Long::longValue).sum());
  }
}
