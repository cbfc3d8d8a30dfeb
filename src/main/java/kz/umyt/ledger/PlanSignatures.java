package kz.umyt.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who signed a plan, in a file beside it ({@code plan.signatures.json}). Each signature is Ed25519
 * over the canonical JSON of {@code plan} (SHA-256 of the plan's file), {@code role}, {@code name}
 * and {@code time}.
 *
 * @param plan lower-case hex SHA-256 of the plan's file
 */
public record PlanSignatures(String plan, List<Signed> signatures) {

  public PlanSignatures {
    signatures = List.copyOf(signatures);
  }

  /** What somebody signs a plan as. */
  public enum Role {
    /** Whoever made the plan, and will carry it out. */
    RUNNER,
    /** The second person. */
    APPROVER;

    private String word() {
      return this == RUNNER ? "runner" : "approver";
    }
  }

  /**
   * One signature.
   *
   * @param name of the person, or of the installation
   * @param signature Base64 of its 64 bytes
   */
  public record Signed(Role role, String name, Instant time, VerifyingKey key, String signature) {}

  /** The file beside a plan. */
  public static Path beside(Path plan) {
    String name = String.valueOf(plan.getFileName());
    String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
    return plan.resolveSibling(stem + ".signatures.json");
  }

  /** Without the signature of anybody. */
  public static PlanSignatures none(String plan) {
    return new PlanSignatures(plan, List.of());
  }

  /** The same with one more; whoever signs again in a role takes the place of the one before. */
  public PlanSignatures with(
      Role role, String name, Instant time, SigningKey key, VerifyingKey open) {
    List<Signed> all = new ArrayList<>(signatures);
    all.removeIf(signed -> signed.role() == role);
    all.add(new Signed(role, name, time, open, encoded(key.sign(message(role, name, time)))));
    return new PlanSignatures(plan, all);
  }

  /** The signature in a role; absent where there is none. */
  public Optional<Signed> in(Role role) {
    return signatures.stream().filter(signed -> signed.role() == role).findFirst();
  }

  /** Whether a signature is what it says it is. */
  public boolean isGood(Signed signed) {
    return signed
        .key()
        .verifies(
            message(signed.role(), signed.name(), signed.time()),
            Base64.getDecoder().decode(signed.signature()));
  }

  private static String encoded(byte[] signature) {
    return Base64.getEncoder().encodeToString(signature);
  }

  private byte[] message(Role role, String name, Instant time) {
    return CanonicalJson.bytes(
        Map.of("plan", plan, "role", role.word(), "name", name, "time", time.toString()));
  }

  /**
   * Reads the file; empty if there is none.
   *
   * @throws KeyException if it is damaged or cannot be read
   */
  public static Optional<PlanSignatures> read(Path file) {
    try {
      Map<String, Object> members = JsonObjects.parse(Files.readAllBytes(file));
      List<Signed> signatures = new ArrayList<>();
      if (members.get("signatures") instanceof List<?> list) {
        for (Object element : list) {
          signatures.add(signed(element));
        }
      }
      return Optional.of(new PlanSignatures(text(members, "plan"), signatures));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (MalformedEntryException | IllegalArgumentException | DateTimeException damaged) {
      throw new KeyException(file + ": is damaged; make the plan again and have it signed");
    } catch (IOException unreadable) {
      throw new KeyException(file + ": cannot be read; check who may read it");
    }
  }

  private static Signed signed(Object element) {
    if (!(element instanceof Map<?, ?> of)) {
      throw new IllegalArgumentException("no signature");
    }
    String word = text(of, "role");
    for (Role role : Role.values()) {
      if (role.word().equals(word)) {
        return new Signed(
            role,
            text(of, "name"),
            Instant.parse(text(of, "time")),
            VerifyingKey.of(text(of, "key"))
                .orElseThrow(() -> new IllegalArgumentException("no key")),
            encoded(Base64.getDecoder().decode(text(of, "signature"))));
      }
    }
    throw new IllegalArgumentException("no role");
  }

  private static String text(Map<?, ?> object, String member) {
    if (object.get(member) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("no " + member);
  }

  /** Writes the file whole or not at all. */
  public void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, (json() + "\n").getBytes(StandardCharsets.UTF_8));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private String json() {
    List<Map<String, Object>> written = new ArrayList<>();
    for (Signed signed : signatures) {
      written.add(
          Map.of(
              "role", signed.role().word(),
              "name", signed.name(),
              "time", signed.time().toString(),
              "key", signed.key().text(),
              "signature", signed.signature()));
    }
    return new String(
        CanonicalJson.bytes(Map.of("plan", plan, "signatures", written)), StandardCharsets.UTF_8);
  }
}
