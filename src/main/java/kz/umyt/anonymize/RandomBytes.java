package kz.umyt.anonymize;

/** Where unpredictable bytes come from; safe for several threads. */
@FunctionalInterface
public interface RandomBytes {

  /** That many bytes, never the same again. */
  byte[] next(int count);
}
