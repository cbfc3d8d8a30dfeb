package kz.umyt.source.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.umyt.source.SourceException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are read as they are packed, and packed again as they were. */
class PackedFilesTest {

  private static final String TEXT = "name;phone\r\nИван;+7701\r\nПётр;+7702\r\nАнна;8703\r\n";
  private static final String WITHOUT_SECOND = "name;phone\r\nИван;+7701\r\nАнна;8703\r\n";
  private static final RowEditor DROP_SECOND =
      row -> row.number() == 2 ? new Edit.Drop() : new Edit.Keep();

  /** What {@code zip} calls the file, in the encoding of Russian Windows. */
  private static final String ENTRY = "выгрузка/клиенты.csv";

  private static final long TIME = 1_700_000_000_000L;

  @TempDir Path folder;

  /** Something that packs what is written to it. */
  @FunctionalInterface
  private interface Packer {
    OutputStream over(OutputStream stored) throws IOException;
  }

  private static byte[] packed(Packing packing, byte[] text) {
    return switch (packing) {
      case NONE -> text;
      case GZIP -> packed(text, GZIPOutputStream::new);
      case BZIP2 -> packed(text, BZip2CompressorOutputStream::new);
      case ZSTD -> Zstd.compress(text);
      case ZIP -> zipped(ENTRY, text);
    };
  }

  private static byte[] packed(byte[] text, Packer packer) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream target = packer.over(stored)) {
      target.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }

  private static byte[] zipped(String name, byte[]... texts) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (ZipOutputStream archive = new ZipOutputStream(stored, Charset.forName("IBM866"))) {
      archive.putNextEntry(new ZipEntry("выгрузка/"));
      for (int i = 0; i < texts.length; i++) {
        ZipEntry entry = new ZipEntry(i == 0 ? name : i + name);
        entry.setTime(TIME);
        archive.putNextEntry(entry);
        archive.write(texts[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stored.toByteArray();
  }

  @ParameterizedTest
  @EnumSource
  void areRewrittenAsTheyWere(Packing packing) {
    CsvFile file = Csv.file(folder, "a.csv", packed(packing, TEXT.getBytes(UTF_8)));
    assertThat(Csv.detect(file).packing()).isEqualTo(packing);

    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), DROP_SECOND)) {
      assertThat(prepared.rows()).isEqualTo(3);
      prepared.replaceOriginal();
      assertThat(CsvRewriter.sha256(file.path())).isEqualTo(prepared.sha256After());
    }

    assertThat(Csv.detect(file).packing()).isEqualTo(packing);
    assertThat(Csv.bytes(file.path()))
        .as("the same as if it had been packed so")
        .satisfies(
            bytes -> {
              if (packing == Packing.NONE) {
                assertThat(bytes).isEqualTo(WITHOUT_SECOND.getBytes(UTF_8));
              }
            });
    assertThat(Csv.rows(file)).hasSize(2);
    try (CsvReader again = CsvReader.open(file, Csv.detect(file))) {
      assertThat(again.iterator().next().cells()).containsExactly("Иван", "+7701");
    }
  }

  @Test
  void theFileInAnArchiveKeepsItsNameAndTime() throws IOException {
    CsvFile file = Csv.file(folder, "a.zip", packed(Packing.ZIP, TEXT.getBytes(UTF_8)));
    try (PreparedRewrite prepared = CsvRewriter.prepare(file, Csv.detect(file), DROP_SECOND)) {
      prepared.replaceOriginal();
    }

    try (ZipInputStream archive =
        new ZipInputStream(
            new ByteArrayInputStream(Csv.bytes(file.path())), Charset.forName("IBM866"))) {
      ZipEntry entry = archive.getNextEntry();
      assertThat(entry.getName()).isEqualTo(ENTRY);
      assertThat(entry.getTime()).isEqualTo(TIME);
      assertThat(new String(archive.readAllBytes(), UTF_8)).isEqualTo(WITHOUT_SECOND);
      assertThat(archive.getNextEntry()).isNull();
    }
  }

  /** As several appended exports are. */
  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "ZSTD"})
  void severalPartsAreOneText(Packing packing) {
    byte[] both =
        Csv.concat(
            packed(packing, TEXT.getBytes(UTF_8)),
            packed(packing, "Олег;8704\r\n".getBytes(UTF_8)));
    CsvFile file = Csv.file(folder, "a.csv", both);

    assertThat(Csv.rows(file)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void damageIsSaidAndLosesNothing(Packing packing) {
    byte[] whole = packed(packing, TEXT.repeat(20_000).getBytes(UTF_8));
    CsvFile file = Csv.file(folder, "a.csv", Arrays.copyOf(whole, whole.length * 2 / 3));
    byte[] original = Csv.bytes(file.path());

    assertThatThrownBy(() -> CsvRewriter.prepare(file, Csv.detect(file), DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("a.csv")
        .hasMessageContaining("damaged, cut off or encrypted");
    assertThat(Csv.bytes(file.path())).isEqualTo(original);
    assertThat(CsvRewriter.partOf(file)).doesNotExist();
  }

  @Test
  void anArchiveOfSeveralFilesIsLeftAlone() {
    byte[] text = TEXT.getBytes(UTF_8);
    CsvFile file = Csv.file(folder, "a.zip", zipped(ENTRY, text, text));

    assertThatThrownBy(() -> CsvRewriter.prepare(file, Csv.detect(file), DROP_SECOND))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("several files");
    CsvFile empty = Csv.file(folder, "empty.zip", zipped(ENTRY));
    assertThatThrownBy(() -> Csv.detect(empty)).isInstanceOf(SourceException.class);
  }

  /** Some kilobytes that would fill a disk. */
  @ParameterizedTest
  @EnumSource(names = {"BZIP2", "ZSTD"})
  void aBombIsNotUnpackedToItsEnd(Packing packing) {
    byte[] bomb = packed(packing, ("a;b\n" + "1;2\n".repeat(40_000_000)).getBytes(UTF_8));
    CsvFile file = Csv.file(folder, "a.csv", bomb);

    assertThatThrownBy(() -> Csv.detect(file))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("1000 times its size");
  }
}
