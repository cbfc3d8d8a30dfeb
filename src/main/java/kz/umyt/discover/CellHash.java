package kz.umyt.discover;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.security.SecureRandom;

/**
 * Hashes the text of cells under a key. An IIN has so few possible values that a plain hash of it
 * is the IIN; without the key nobody can try them. Counts that are to be merged need the same key,
 * which must never be kept in the same place as they.
 */
final class CellHash {

  private final Hasher64 hasher;

  CellHash(long key) {
    this.hasher = Hashing.komihash5_0(key);
  }

  /** With a key that ends with this process. */
  static CellHash ofThisProcess() {
    return new CellHash(new SecureRandom().nextLong());
  }

  long of(String cell) {
    return hasher.hashCharsToLong(cell);
  }

  /** For a cell that comes in parts: the characters of all of them give the hash of the whole. */
  HashStream64 parts() {
    return hasher.hashStream();
  }
}
