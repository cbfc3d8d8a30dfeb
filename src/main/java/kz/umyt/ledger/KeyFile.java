package kz.umyt.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One 256-bit key in a file of its own: the 32 random bytes and then their SHA-256. The digest
 * keeps a damaged file, or one whose destruction was interrupted, from being taken for a key.
 */
final class KeyFile {
  private static final int KEY_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /**
   * Creates the key: complete and on the disk, or not at all.
   *
   * @throws FileAlreadyExistsException if there is one
   */
  SecretKey create() throws IOException {
    Path folder = OwnerFiles.folderOf(file);
    OwnerFiles.createFolders(folder);
    byte[] key = randomBytes(KEY_BYTES);
    Path draft = folder.resolve(draftPrefix() + Long.toHexString(RANDOM.nextLong()));
    try {
      OwnerFiles.createFile(draft);
      try (FileOutputStream out = new FileOutputStream(draft.toFile())) {
        out.write(key);
        out.write(Sha256.bytes(key));
        out.getFD().sync();
      }
      publish(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
    OwnerFiles.syncFolder(folder);
    return secret(key);
  }

  /**
   * The key, or empty if there is none.
   *
   * @throws KeyException if the file is not as it was written, or everybody may read it
   */
  Optional<SecretKey> load() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!OwnerFiles.isPrivate(file)) {
      throw new KeyException(
          file
              + ": everybody may read this key, and trace back what was made under it; take that"
              + " right away: chmod 600 "
              + file);
    }
    byte[] content = Files.readAllBytes(file);
    byte[] key = Arrays.copyOf(content, KEY_BYTES);
    byte[] digest =
        Arrays.copyOfRange(content, Math.min(KEY_BYTES, content.length), content.length);
    if (!MessageDigest.isEqual(digest, Sha256.bytes(key))) {
      throw new KeyException(
          file
              + ": not a whole key: its destruction was interrupted or the disk damaged it; destroy"
              + " it, or restore it from a copy");
    }
    return Optional.of(secret(key));
  }

  /** Overwrites and deletes the key and every draft of it; false if there was nothing. */
  boolean destroy() throws IOException {
    Path folder = OwnerFiles.folderOf(file);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> copies = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, this::isCopy)) {
      inside.forEach(copies::add);
    }
    for (Path copy : copies) {
      overwrite(copy);
      Files.delete(copy);
    }
    OwnerFiles.syncFolder(folder);
    return !copies.isEmpty();
  }

  private boolean isCopy(Path path) {
    return path.equals(file) || path.getFileName().toString().startsWith(draftPrefix());
  }

  private String draftPrefix() {
    return "." + file.getFileName() + ".";
  }

  /** Gives the draft its name, which must be free even if somebody takes it at this moment. */
  private void publish(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void overwrite(Path copy) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(copy.toFile(), "rw")) {
      out.write(randomBytes((int) Math.max(out.length(), 2L * KEY_BYTES)));
      out.getFD().sync();
    }
  }

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static SecretKey secret(byte[] key) {
    SecretKey secret = new SecretKeySpec(key, "HmacSHA256");
    Arrays.fill(key, (byte) 0);
    return secret;
  }
}
