package kz.umyt.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskExceptionTest {

  @TempDir private Path folder;

  @Test
  void saysThatTheDiskIsFull() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs a device that is always full");
    IOException cause =
        catchThrowableOfType(IOException.class, () -> Files.writeString(full, "text"));

    assertThat(new DiskException(full, cause))
        .hasMessageStartingWith("/dev/full cannot be written: disk full; make room");
  }

  @Test
  void saysThatTheRightIsMissing() {
    Path file = folder.resolve("act.html");

    assertThat(new DiskException(file, new AccessDeniedException("x")))
        .hasMessageStartingWith(file + " cannot be written: no permission; ");
  }

  @Test
  void saysThatAFileIsInTheWay() throws IOException {
    Path file = Files.writeString(folder.resolve("out"), "").resolve("job/act.html");
    IOException cause =
        catchThrowableOfType(
            IOException.class, () -> Files.createDirectories(folder.resolve("out/job")));

    assertThat(new DiskException(file, cause))
        .hasMessageContaining("a file stands where a folder is needed");
  }

  @Test
  void repeatsNoMessageItDoesNotKnow() {
    assertThat(new DiskException(folder.resolve("f"), new IOException("990101300123")))
        .hasMessageEndingWith("cannot be written: the system refuses it");
  }

  @Test
  void tellsALimitOnTheSizeOfFiles() {
    assertThat(
            DiskException.why(
                Path.of("store"), new IllegalStateException(new IOException("File too large"))))
        .contains(
            "a file may not become that large here; raise the limit (ulimit -f), then start again");
  }
}
