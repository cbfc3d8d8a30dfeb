package kz.umyt.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.umyt.settings.Located;
import kz.umyt.settings.SettingsException;
import kz.umyt.source.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFolderTest {

  @TempDir Path folder;

  private void have(String... names) {
    for (String name : names) {
      Csv.write(folder.resolve(name), new byte[] {'a'});
    }
  }

  private CsvFolder all() {
    return new CsvFolder(Csv.source(folder, "**/*.csv", "**/*.csv.gz"));
  }

  @Test
  void listsIncludedFilesAtEveryDepthByName() {
    have("b.csv", "a/c.csv.gz", "a/b/d.csv", "a.csv", "a/readme.txt");
    assertThat(all().files())
        .extracting(CsvFile::name)
        .containsExactly("a.csv", "a/b/d.csv", "a/c.csv.gz", "b.csv");
    assertThat(all().gaps()).isEmpty();
  }

  @Test
  void pathsLeadToTheFiles() {
    have("a/b.csv");
    assertThat(all().files().get(0).path()).isEqualTo(folder.resolve("a/b.csv")).isRegularFile();
  }

  @Test
  void patternWithoutSlashLooksIntoTheFolderItself() {
    have("clients-1.csv", "old/clients-2.csv", "other.csv");
    assertThat(all().files("clients-*.csv"))
        .extracting(CsvFile::name)
        .containsExactly("clients-1.csv");
    assertThat(all().files("**/clients-*.csv"))
        .extracting(CsvFile::name)
        .containsExactly("clients-1.csv", "old/clients-2.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "*.csv,a.csv,true",
    "*.csv,x/a.csv,false",
    "**/*.csv,x/y/a.csv,true",
    "x/**/a.csv,x/a.csv,true",
    "x/**/a.csv,x/y/z/a.csv,true",
    "x/**/a.csv,y/a.csv,false",
    "x/*.csv,x/y/a.csv,false",
    "**,x/y/a.csv,true",
    "a?.csv,ab.csv,true",
    "a?.csv,a.csv,false",
    "[ab].csv,b.csv,true",
    "[ab].csv,c.csv,false",
    "{a;b}.csv,a.csv,false",
    "клиенты-*.csv,клиенты-1.csv,true",
  })
  void globsMatchWholeNames(String pattern, String name, boolean matches) {
    assertThat(new Glob(pattern).matches(name)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/*.csv", "../*.csv", "a/../b.csv", "**.csv", "[a.csv", "a//b"})
  void refusesPatternsThatLeaveTheFolderOrCannotBeRead(String pattern) {
    assertThatThrownBy(() -> all().files(new Located<>(pattern, Csv.AT)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("jobs/exports.yaml:7:12: file pattern \"" + pattern + "\"");
  }

  @Test
  void missingFolderIsNamedWithItsSource() {
    Path missing = folder.resolve("gone");
    assertThatThrownBy(() -> new CsvFolder(Csv.source(missing, "*.csv")).files())
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("source exports")
        .hasMessageContaining(missing.toString());
  }

  @Test
  void folderNamedLikeAFileIsAGap() throws IOException {
    Files.createDirectories(folder.resolve("x.csv"));
    have("x.csv/inner.csv");
    assertThat(all().gaps()).containsExactly(new Gap("x.csv", "a folder, not a file; rename it"));
    assertThat(all().files()).extracting(CsvFile::name).containsExactly("x.csv/inner.csv");
  }

  @Test
  void linksOutOfTheFolderAreGapsAndNotFollowed(@TempDir Path outside) throws IOException {
    Csv.write(outside.resolve("secret.csv"), new byte[] {'a'});
    Files.createSymbolicLink(folder.resolve("link.csv"), outside.resolve("secret.csv"));
    Files.createSymbolicLink(folder.resolve("sub"), outside);
    assertThat(all().files()).isEmpty();
    assertThat(all().gaps()).extracting(Gap::name).containsExactly("link.csv", "sub");
    assertThat(all().gaps()).allMatch(gap -> gap.reason().contains("out of the folder"));
  }

  @Test
  void linksInCirclesAreGaps() throws IOException {
    Files.createDirectories(folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("a/back"), folder);
    Files.createSymbolicLink(folder.resolve("self.csv"), folder.resolve("self.csv"));
    Files.createSymbolicLink(folder.resolve("nowhere.csv"), folder.resolve("missing"));
    assertThat(all().gaps())
        .extracting(Gap::name)
        .containsExactly("a/back", "nowhere.csv", "self.csv");
    assertThat(all().files()).isEmpty();
  }

  @Test
  void secondNameOfAFileThatIsReadIsNoGap() throws IOException {
    have("2026.csv", "2026.dat");
    Files.createSymbolicLink(folder.resolve("latest.csv"), folder.resolve("2026.csv"));
    Files.createSymbolicLink(folder.resolve("other.csv"), folder.resolve("2026.dat"));
    assertThat(all().files()).extracting(CsvFile::name).containsExactly("2026.csv");
    assertThat(all().gaps()).extracting(Gap::name).containsExactly("other.csv");
  }

  @Test
  void nameInOtherCaseIsAGap() {
    have("EXPORT.CSV");
    assertThat(all().files()).isEmpty();
    assertThat(all().gaps()).extracting(Gap::name).containsExactly("EXPORT.CSV");
  }

  @Test
  void partFilesAreNeverListedAsFiles() {
    have("a.csv", "a.csv.umyt.part");
    CsvFolder everything = new CsvFolder(Csv.source(folder, "**"));
    assertThat(everything.files()).extracting(CsvFile::name).containsExactly("a.csv");
    assertThat(everything.parts()).containsExactly(folder.resolve("a.csv.umyt.part"));
  }
}
