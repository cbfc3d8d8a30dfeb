package kz.umyt.source.jdbc;

import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The cells of the row under the cursor, good until the next row; columns count from 1.
 *
 * <p>Every method throws {@link kz.umyt.source.SourceException} if the value cannot be read.
 */
public interface Cells {

  /** A value of any kind as the engine or its driver writes it in text; null for NULL. */
  @Nullable String text(int column);

  /** The characters of a text of any length, to be read before the next row; null for NULL. */
  @Nullable Reader characters(int column);

  /** The bytes of a binary value, or as many as tell that it is too long; null for NULL. */
  byte @Nullable [] bytes(int column);
}
