package kz.umyt.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Омаров,Омарова", "Әлиев,Әлиева", "Воробьёв,Воробьёва", "Мұсин,Мұсина",
    "Каминский,Каминская", "Сәрсенбай,Сәрсенбай", "Шевченко,Шевченко", "Қасым,Қасым"
  })
  void surnamesFollowTheSex(String masculine, String feminine) {
    assertThat(Names.surname(masculine, Sex.FEMALE)).isEqualTo(feminine);
    assertThat(Names.surname(masculine, Sex.MALE)).isEqualTo(masculine);
  }

  @ParameterizedTest
  @CsvSource({"Иванович,Ивановна", "Сергеевич,Сергеевна", "Юрьевич,Юрьевна"})
  void patronymicsFollowTheSex(String ofSon, String ofDaughter) {
    assertThat(Names.patronymic(ofSon, Sex.FEMALE)).isEqualTo(ofDaughter);
    assertThat(Names.patronymic(ofSon, Sex.MALE)).isEqualTo(ofSon);
  }

  @Test
  void kazakhLettersBecomeRussianOrLatinOnes() {
    assertThat(Spelling.russian("Ғабдуллина Әйгерім Ұланқызы"))
        .isEqualTo("Габдуллина Айгерим Уланкызы");
    assertThat(Spelling.latin("Құдайбергенова Шыңғыс")).isEqualTo("kudaibergenovashyngys");
  }

  @Test
  void listsAreAsLongAsPromised() {
    WordLists words = WordLists.read(Generated.LISTS);
    assertThat(
            words.kazakhMen().size()
                + words.kazakhWomen().size()
                + words.russianMen().size()
                + words.russianWomen().size())
        .isGreaterThanOrEqualTo(150);
    assertThat(words.kazakhSurnames().size() + words.russianSurnames().size())
        .isGreaterThanOrEqualTo(115);
    assertThat(words.kazakhSurnames()).doesNotHaveDuplicates();
    assertThat(words.kazakhWomen()).doesNotHaveDuplicates();
    assertThat(words.kazakhMen()).doesNotHaveDuplicates();
  }
}
