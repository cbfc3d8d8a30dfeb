package kz.umyt.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesReaderTest {

  private static final Path BASE = Path.of("src", "test", "resources", "settings");

  private static Map<String, Source> read(Map<String, String> environment) {
    return new Installation(BASE, BASE.resolve("config"), Path.of("/home/umyt"), environment)
        .sources();
  }

  @Test
  void readsEveryKeyOfADatabase() {
    Source.Jdbc crm = (Source.Jdbc) read(Map.of("CRM_PASSWORD", "1234")).values().iterator().next();
    assertThat(crm.name()).hasToString("crm");
    assertThat(crm.url())
        .isEqualTo("jdbc:h2:file:" + BASE.toAbsolutePath() + "/data/crm;MODE=PostgreSQL");
    assertThat(crm.user()).contains("sa");
    assertThat(crm.password().value()).isEqualTo("1234");
    assertThat(crm.toString()).doesNotContain("1234");
    assertThat(crm.schemas()).containsExactly("PUBLIC", "2024");
    assertThat(crm.journalSchema()).contains("UMYT");
    assertThat(crm.system()).isEqualTo("CRM");
  }

  @Test
  void hasDefaultsAndKeepsTheOrderOfTheFile() {
    Map<String, Source> sources = read(Map.of());
    assertThat(sources.keySet())
        .containsExactly("crm", "billing", "exports", "archive", "mail", "mail-replica");
    assertThat(sources.get("billing"))
        .isInstanceOfSatisfying(
            Source.Jdbc.class,
            billing -> {
              assertThat(billing.user()).isEmpty();
              assertThat(billing.password().value()).isEmpty();
              assertThat(billing.schemas()).isEmpty();
              assertThat(billing.journalSchema()).isEmpty();
              assertThat(billing.system()).isEqualTo("billing");
              assertThat(billing.replicas()).isEmpty();
            });
    assertThat(sources.get("mail"))
        .isInstanceOfSatisfying(
            Source.Jdbc.class,
            mail ->
                assertThat(mail.replicas())
                    .extracting(Located::value)
                    .containsExactly("mail-replica"));
    assertThat(sources.get("archive"))
        .isInstanceOfSatisfying(
            Source.Csv.class,
            archive -> {
              assertThat(archive.folder()).isEqualTo(Path.of("/home/umyt/archive"));
              assertThat(archive.encoding()).isEmpty();
              assertThat(archive.delimiter()).isEmpty();
              assertThat(archive.headerRow()).isEmpty();
              assertThat(archive.header()).containsExactly("id", "name");
              assertThat(archive.backslash()).isTrue();
              assertThat(archive.include()).contains("**/*.csv", "**/*.csv.gz");
            });
  }

  @Test
  void readsEveryKeyOfAFolder() {
    assertThat(read(Map.of()).get("exports"))
        .isInstanceOfSatisfying(
            Source.Csv.class,
            exports -> {
              assertThat(exports.folder()).isEqualTo(BASE.toAbsolutePath().resolve("exports"));
              assertThat(exports.include()).isEqualTo(List.of("clients-*.csv"));
              assertThat(exports.encoding()).contains(Charset.forName("windows-1251"));
              assertThat(exports.delimiter()).contains('\t');
              assertThat(exports.headerRow()).hasValue(4);
              assertThat(exports.header()).isEmpty();
              assertThat(exports.backslash()).isFalse();
            });
  }

  @Test
  void readsAPasswordFromAFile(@TempDir Path base) {
    InstallationFolder folder = new InstallationFolder(base);
    folder.write("secrets/db", "s3cret\r\n");
    folder.write(
        "config/sources.yaml", "sources: {a: {jdbc: 'jdbc:x:y', password-file: secrets/db}}");
    assertThat(folder.open().sources().get("a"))
        .isInstanceOfSatisfying(
            Source.Jdbc.class, a -> assertThat(a.password().value()).isEqualTo("s3cret"));
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:./a/../b;X=./c, jdbc:h2:/base/b;X=./c",
    "jdbc:h2:../b, jdbc:h2:/b",
    "jdbc:h2:file:./b, jdbc:h2:file:/base/b",
    "jdbc:h2:file:b, jdbc:h2:file:/base/b",
    "jdbc:h2:file:/b, jdbc:h2:file:/b",
    "jdbc:h2:file:~/b, jdbc:h2:file:~/b",
    "jdbc:h2:~/b, jdbc:h2:~/b",
    "jdbc:h2:mem:b, jdbc:h2:mem:b",
    "jdbc:h2:tcp://host/./b, jdbc:h2:tcp://host/./b",
    "jdbc:postgresql://host/./b, jdbc:postgresql://host/./b",
  })
  void makesOnlyTheFilesOfEmbeddedDatabasesAbsolute(String written, String resolved) {
    Located<String> url = new Located<>(written, new Position("x", 1, 1));
    assertThat(new BasePath(Path.of("/base")).jdbcUrl(url)).isEqualTo(resolved);
  }
}
