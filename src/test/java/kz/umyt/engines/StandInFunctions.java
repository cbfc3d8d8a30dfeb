package kz.umyt.engines;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Functions of Oracle and SQL Server that H2 does not have. */
public final class StandInFunctions {
  private StandInFunctions() {}

  /** As the function of Oracle. */
  public static byte[] standardhash(@Nullable String text, String algorithm) {
    return sha256(text == null ? "" : text);
  }

  /** As the function of SQL Server, of the same name. */
  public static byte @Nullable [] hashbytes(String algorithm, @Nullable String text) {
    return text == null ? null : sha256(text);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** CONVERT of bytes with style 2. */
  public static @Nullable String hexof(byte @Nullable [] bytes, int style) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  /** CONVERT with another style. */
  public static @Nullable String styled(@Nullable String text, int style) {
    return text;
  }

  /** As the function of SQL Server. */
  public static @Nullable Integer datalength(@Nullable String text) {
    return text == null ? null : 2 * text.length();
  }

  /** As the function of Oracle, SYS_EXTRACT_UTC. */
  public static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** As the function of SQL Server. */
  public static @Nullable OffsetDateTime switchoffset(
      @Nullable OffsetDateTime moment, String offset) {
    return moment == null ? null : moment.withOffsetSameInstant(ZoneOffset.of(offset));
  }
}
