package kz.umyt.cli.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kz.umyt.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordListsTest {

  @Test
  void namesTheListThatIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> new SampleCompany(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("kazakh-given-male.txt: cannot be read");
  }

  @Test
  void namesTheListWithALineThatLacksAField(@TempDir Path folder) throws IOException {
    try (Stream<Path> lists = Files.list(Generated.LISTS)) {
      for (Path list : lists.filter(Files::isRegularFile).toList()) {
        Files.copy(list, folder.resolve(list.getFileName()));
      }
    }
    Files.writeString(folder.resolve("cities.txt"), "Алматы\n");
    assertThatThrownBy(() -> new SampleCompany(folder))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cities.txt: every line needs 2 fields");
  }
}
