package kz.umyt.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import kz.umyt.source.SourceException;

/** The new form of a file, written and not yet in its place. Closing it discards it. */
public final class PreparedRewrite implements AutoCloseable {

  private final CsvFile file;
  private final CsvFormat format;
  private final PartFile part;
  private final FileState state;
  private final long rows;
  private final long dropped;
  private final long changed;
  private final String expectedRows;
  private final String sha256Before;
  private final String sha256After;
  private boolean finished;

  PreparedRewrite(
      CsvFile file,
      CsvFormat format,
      PartFile part,
      FileState state,
      long rows,
      long dropped,
      long changed,
      String expectedRows,
      String sha256Before,
      String sha256After) {
    this.file = file;
    this.format = format;
    this.part = part;
    this.state = state;
    this.rows = rows;
    this.dropped = dropped;
    this.changed = changed;
    this.expectedRows = expectedRows;
    this.sha256Before = sha256Before;
    this.sha256After = sha256After;
  }

  /** Rows of the original. */
  public long rows() {
    return rows;
  }

  /** Rows that the new form does not have any more. */
  public long dropped() {
    return dropped;
  }

  /** Rows of which at least one cell is different. */
  public long changed() {
    return changed;
  }

  /** Digest of the original's stored bytes, in lower-case hex. */
  public String sha256Before() {
    return sha256Before;
  }

  /** Whether every row is gone: nothing is left that the file would be kept for. */
  public boolean isEmptied() {
    return rows > 0 && dropped == rows;
  }

  /** Digest of the new form's stored bytes, in lower-case hex. */
  public String sha256After() {
    return isChanged() ? sha256After : sha256Before;
  }

  /** False where there is nothing to replace. */
  public boolean isChanged() {
    return dropped > 0 || changed > 0;
  }

  /**
   * How many other names the original has on its disk (hard links). They keep the old form, and
   * with it the data.
   */
  public long otherNames() {
    try {
      return Files.getAttribute(file.path(), "unix:nlink") instanceof Integer names ? names - 1 : 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 0;
    }
  }

  /**
   * Reads the new form again, checks that the original is still the one that was read, and puts the
   * new form in its place in one step. Does nothing where nothing is changed.
   *
   * @throws SourceException if the original has changed meanwhile or the new form is not what it
   *     should be; then the original is left alone and the part file deleted
   */
  public void replaceOriginal() {
    replaceOriginal(false);
  }

  /**
   * The same.
   *
   * @param keepsTime whether the new form gets the time of the original's last change
   */
  public void replaceOriginal(boolean keepsTime) {
    if (finished) {
      return;
    }
    try {
      checkState();
      part.force();
      checkNewForm();
      part.takeOverPermissions();
      if (keepsTime) {
        Files.setLastModifiedTime(part.path(), state.modified());
      }
      checkContent();
      // Once more, since reading a large file takes its time.
      checkState();
      part.takePlace();
      finished = true;
    } catch (IOException e) {
      throw Failures.writing(part.path(), e);
    } finally {
      discard();
    }
  }

  /**
   * Checks that the original is still the one that was read, and deletes it in place of an empty
   * new form.
   *
   * @throws SourceException if the original has changed meanwhile or cannot be deleted; then it is
   *     left alone
   * @throws IllegalStateException if rows are left
   */
  public void removeOriginal() {
    if (!isEmptied()) {
      throw new IllegalStateException("rows are left in " + file.name());
    }
    discard();
    try {
      checkState();
      checkContent();
      checkState();
      part.removeOriginal();
    } catch (IOException e) {
      throw Failures.of(
          file, "the file cannot be deleted; check who may change its folder (it is unchanged)");
    }
  }

  private void checkNewForm() throws IOException {
    RowsDigest found = new RowsDigest();
    try (CsvReader reader = CsvReader.open(part.asFile(), format, true)) {
      for (CsvRow row : reader) {
        found.add(row.cells());
      }
      boolean asExpected = found.hex().equals(expectedRows) && reader.sha256().equals(sha256After);
      if (!asExpected) {
        throw new SourceException(
            part.path()
                + ": read again, it does not hold what was written; check the disk (the original"
                + " file is unchanged)");
      }
    }
  }

  /** By its outside, which costs nothing. */
  private void checkState() {
    try {
      if (!FileState.of(file).equals(state)) {
        throw changedMeanwhile();
      }
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private void checkContent() {
    try {
      if (!Sha256.of(file.path()).equals(sha256Before)) {
        throw changedMeanwhile();
      }
    } catch (IOException e) {
      throw Failures.reading(file, e);
    }
  }

  private SourceException changedMeanwhile() {
    return Failures.of(
        file,
        "somebody changed the file while it was being rewritten; it was left alone, run again");
  }

  /** Deletes the part file; does nothing once the original has been replaced. */
  public void discard() {
    if (!finished) {
      finished = true;
      PartFile.delete(part.path());
    }
  }

  @Override
  public void close() {
    discard();
  }
}
