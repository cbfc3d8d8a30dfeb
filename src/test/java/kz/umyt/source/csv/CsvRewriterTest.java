package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRewriterTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final String TEXT = "name;phone\r\nИван;+7701\r\nПётр;+7702\r\nАнна;8703\r\n";
  private static final RowEditor DROP_SECOND =
      row -> row.number() == 2 ? new Edit.Drop() : new Edit.Keep();

  @TempDir Path folder;

  private CsvFile file(String text) {
    return Csv.file(folder, "a.csv", text, UTF_8);
  }

  private static PreparedRewrite prepare(CsvFile file, RowEditor editor) {
    return CsvRewriter.prepare(file, Csv.detect(file), editor);
  }

  private static RowEditor changeFirst(int column, String value) {
    return row -> row.number() == 1 ? new Edit.Change(Map.of(column, value)) : new Edit.Keep();
  }

  private static void assertUntouched(CsvFile file, byte[] original) {
    assertThat(Csv.bytes(file.path())).isEqualTo(original);
    assertThat(CsvRewriter.partOf(file)).doesNotExist();
  }

  @Test
  void originalStaysUntilItIsReplaced() {
    CsvFile file = file(TEXT);
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(file.path()).hasContent(TEXT);
      assertThat(prepared.rows()).isEqualTo(3);
      assertThat(prepared.dropped()).isEqualTo(1);
      assertThat(prepared.changed()).isZero();
      assertThat(prepared.sha256Before()).isEqualTo(CsvRewriter.sha256(file.path()));
      prepared.replaceOriginal();
      assertThat(prepared.sha256After()).isEqualTo(CsvRewriter.sha256(file.path()));
      assertThat(prepared.sha256After()).isNotEqualTo(prepared.sha256Before());
    }
    assertUntouched(file, "name;phone\r\nИван;+7701\r\nАнна;8703\r\n".getBytes(UTF_8));
  }

  @Test
  void digestIsLowerCaseHexOfTheBytes() {
    assertThat(CsvRewriter.sha256(file("abc").path()))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void nothingToChangeLeavesNoPartFile() {
    CsvFile file = file(TEXT);
    RowEditor sameValue = row -> new Edit.Change(Map.of(0, row.cells().get(0)));
    for (RowEditor editor : new RowEditor[] {row -> new Edit.Keep(), sameValue}) {
      try (PreparedRewrite prepared = prepare(file, editor)) {
        assertThat(prepared.isChanged()).isFalse();
        assertThat(prepared.sha256After()).isEqualTo(prepared.sha256Before());
        assertThat(CsvRewriter.partOf(file)).doesNotExist();
        prepared.replaceOriginal();
      }
      assertUntouched(file, TEXT.getBytes(UTF_8));
    }
  }

  @Test
  void discardingLeavesTheOriginal() {
    CsvFile file = file(TEXT);
    PreparedRewrite prepared = prepare(file, DROP_SECOND);
    prepared.discard();
    prepared.replaceOriginal();
    assertUntouched(file, TEXT.getBytes(UTF_8));
  }

  @Test
  void lineEndOfADroppedLastRecordGoesWithIt() {
    CsvFile file = file("a\n1\n2");
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      prepared.replaceOriginal();
    }
    assertThat(Csv.bytes(file.path())).isEqualTo("a\n1".getBytes(UTF_8));
  }

  @Test
  void dropBetweenACarriageReturnAndABlankLineIsVerified() {
    CsvFile file = file("a;b\r1;1\r2;2\r\n\n3;3\n");
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      prepared.replaceOriginal();
    }
    assertThat(Csv.bytes(file.path())).isEqualTo("a;b\r1;1\r\n3;3\n".getBytes(UTF_8));
  }

  @Test
  void blanksBehindAClosingQuoteStay() {
    CsvFile file = file("a;b\n\"x\"  ;y\n");
    try (PreparedRewrite prepared = prepare(file, changeFirst(0, "z"))) {
      prepared.replaceOriginal();
    }
    assertThat(file.path()).hasContent("a;b\n\"z\"  ;y\n");
  }

  @Test
  void gzipIsRewrittenAsGzip() {
    CsvFile file = Csv.file(folder, "a.csv.gz", Csv.gzip(TEXT.getBytes(WINDOWS_1251)));
    String first;
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      first = prepared.sha256After();
    }
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(prepared.sha256After()).isEqualTo(first);
      assertThat(prepared.sha256Before()).isEqualTo(CsvRewriter.sha256(file.path()));
      prepared.replaceOriginal();
    }
    assertThat(CsvRewriter.sha256(file.path())).isEqualTo(first);
    assertThat(Csv.gunzip(Csv.bytes(file.path())))
        .isEqualTo("name;phone\r\nИван;+7701\r\nАнна;8703\r\n".getBytes(WINDOWS_1251));
  }

  @Test
  void gzipOfSeveralMembersLosesNothing() {
    byte[] stored =
        Csv.concat(Csv.gzip(TEXT.getBytes(UTF_8)), Csv.gzip("Олег;8704\r\n".getBytes(UTF_8)));
    CsvFile file = Csv.file(folder, "a.csv.gz", stored);
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(prepared.rows()).isEqualTo(4);
      prepared.replaceOriginal();
    }
    assertThat(Csv.gunzip(Csv.bytes(file.path())))
        .isEqualTo("name;phone\r\nИван;+7701\r\nАнна;8703\r\nОлег;8704\r\n".getBytes(UTF_8));
  }

  @Test
  void valueThatTheEncodingCannotHoldIsRefused() {
    CsvFile file = Csv.file(folder, "a.csv", TEXT, WINDOWS_1251);
    byte[] original = Csv.bytes(file.path());
    assertThatThrownBy(() -> prepare(file, changeFirst(0, "Қожахмет")))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:2: the new value for column 1 (name)")
        .hasMessageContaining("windows-1251")
        .message()
        .doesNotContain("ожахмет");
    assertUntouched(file, original);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+7***", "-1", "@x", "\tx", "\rx"})
  void newValueMustNotBecomeAFormula(String value) {
    CsvFile file = file("name;phone\nИван;8701\n");
    assertThatThrownBy(() -> prepare(file, changeFirst(1, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "a.csv:2: column 2 (phone): the new value would be a formula in a spreadsheet");
    assertUntouched(file, "name;phone\nИван;8701\n".getBytes(UTF_8));
  }

  @Test
  void maskedPhoneMayKeepItsPlus() {
    CsvFile file = file(TEXT);
    try (PreparedRewrite prepared = prepare(file, changeFirst(1, "+7***"))) {
      prepared.replaceOriginal();
    }
    assertThat(file.path()).content().startsWith("name;phone\r\nИван;+7***\r\nПётр;+7702");
  }

  @Test
  void cellThatTheRowDoesNotHaveCannotBeChanged() {
    CsvFile file = file("a;b\n1\n");
    assertThatThrownBy(() -> prepare(file, changeFirst(1, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.csv:2: column 2 (b)");
    assertUntouched(file, "a;b\n1\n".getBytes(UTF_8));
  }

  @Test
  void failingEditorLeavesNothing() {
    CsvFile file = file(TEXT);
    RowEditor failing =
        row -> {
          throw new IllegalStateException("cannot decide");
        };
    assertThatThrownBy(() -> prepare(file, failing)).hasMessage("cannot decide");
    assertUntouched(file, TEXT.getBytes(UTF_8));
  }

  @Test
  void malformedBytesEndTheRewriteWithTheirLine() {
    byte[] bytes = "имя;b\n1;2\n3;4\n5;6\n".getBytes(WINDOWS_1251);
    CsvFormat format = Csv.detect(Csv.file(folder, "a.csv", bytes));
    bytes[bytes.length - 2] = (byte) 0x98;
    CsvFile file = Csv.file(folder, "a.csv", bytes);
    assertThatThrownBy(() -> CsvRewriter.prepare(file, format, row -> new Edit.Drop()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv:4: bytes that are not valid windows-1251");
    assertUntouched(file, bytes);
  }

  @Test
  void encodingThatDoesNotComeBackExactlyIsRefused() {
    CsvFile file = file("a;b\n1;2\n");
    CsvFormat format =
        CsvFormat.detect(
            file,
            Csv.source(folder, Optional.of(Charset.forName("ISO-2022-JP")), Optional.empty()));
    assertThatThrownBy(() -> CsvRewriter.prepare(file, format, DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("ISO-2022-JP");
    assertThat(ExactEncoding.isExact(Charset.forName("IBM866"))).isTrue();
    assertThat(ExactEncoding.isExact(Charset.forName("KOI8-R"))).isTrue();
    assertThat(ExactEncoding.isExact(Charset.forName("GB18030"))).isFalse();
  }

  @Test
  void fileThatGrewMeanwhileIsLeftAlone() throws IOException {
    CsvFile file = file(TEXT);
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      Files.writeString(file.path(), "Олег;8704\r\n", StandardOpenOption.APPEND);
      assertThatThrownBy(prepared::replaceOriginal)
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("changed the file while it was being rewritten");
    }
    assertUntouched(file, (TEXT + "Олег;8704\r\n").getBytes(UTF_8));
  }

  @Test
  void sameSizeAndTimeDoNotHideAChange() throws IOException {
    CsvFile file = file(TEXT);
    FileTime time = Files.getLastModifiedTime(file.path());
    String changed = TEXT.replace("8703", "8709");
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      Files.writeString(file.path(), changed);
      Files.setLastModifiedTime(file.path(), time);
      assertThatThrownBy(prepared::replaceOriginal).isInstanceOf(SourceException.class);
    }
    assertUntouched(file, changed.getBytes(UTF_8));
  }

  @Test
  void fileThatWasDeletedMeanwhileIsNotMadeAgain() throws IOException {
    CsvFile file = file(TEXT);
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      Files.delete(file.path());
      assertThatThrownBy(prepared::replaceOriginal)
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("a.csv: the file is gone");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void damagedPartFileIsNotPutInPlace() throws IOException {
    CsvFile file = file(TEXT);
    String part = "name;phone\r\nИван;+7701\r\nАнна;8703\r\n";
    for (String damaged : new String[] {part.replace("8703", "8704"), part + "\n", ""}) {
      try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
        assertThat(CsvRewriter.partOf(file)).hasContent(part);
        Files.writeString(CsvRewriter.partOf(file), damaged);
        assertThatThrownBy(prepared::replaceOriginal).isInstanceOf(SourceException.class);
      }
      assertUntouched(file, TEXT.getBytes(UTF_8));
    }
  }

  @Test
  void partFileIsForItsOwnerAndTheNewFormForThoseOfTheOriginal() throws IOException {
    CsvFile file = file(TEXT);
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r-x"));
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(permissions(CsvRewriter.partOf(file))).isEqualTo("rw-------");
      prepared.replaceOriginal();
    }
    assertThat(permissions(file.path())).isEqualTo("rw-r--r-x");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void otherNamesOfTheFileAreCounted() throws IOException {
    CsvFile file = file(TEXT);
    Files.createLink(folder.resolve("backup"), file.path());
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(prepared.otherNames()).isEqualTo(1);
    }
  }

  @Test
  void linkIsNotRewritten() throws IOException {
    CsvFile target = file(TEXT);
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target.path());
    assertThatThrownBy(() -> prepare(new CsvFile(link, "link.csv"), DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("not a regular file");
  }

  @Test
  void orphanOfAKilledRunIsReplacedOrDeleted() throws IOException {
    CsvFile file = file(TEXT);
    Path part = CsvRewriter.partOf(file);
    Files.writeString(part, "half of a");
    try (PreparedRewrite prepared = prepare(file, DROP_SECOND)) {
      assertThat(part).content().startsWith("name;phone");
      assertThat(prepared.isChanged()).isTrue();
    }
    Files.writeString(part, "half of a");
    assertThat(CsvRewriter.deletePart(part)).isTrue();
    assertThat(CsvRewriter.deletePart(part)).isFalse();
    assertThatThrownBy(() -> CsvRewriter.deletePart(file.path()))
        .isInstanceOf(IllegalArgumentException.class);
    assertUntouched(file, TEXT.getBytes(UTF_8));
  }

  @Test
  void folderInThePlaceOfThePartFileIsLeftAlone() throws IOException {
    CsvFile file = file(TEXT);
    Path part = Files.createDirectory(CsvRewriter.partOf(file));
    assertThatThrownBy(() -> prepare(file, DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a folder stands where a file is to be");
    assertThat(part).isDirectory();
    assertThat(file.path()).hasContent(TEXT);
  }

  @Test
  void readOnlyFolderAndFileAreNamed() throws IOException {
    CsvFile file = file(TEXT);
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file.path()), "permissions do not bind this user");
    assertThatThrownBy(() -> prepare(file, DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("write-protected");
    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThatThrownBy(() -> prepare(file, DROP_SECOND))
          .isInstanceOf(SourceException.class)
          .hasMessageContaining("no permission to write here");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertUntouched(file, TEXT.getBytes(UTF_8));
  }
}
