package kz.umyt.recognize.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalitiesTest {
  private final Localities localities = new Localities();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # address | city
          г. Алматы, пр. Абая, д. 10, кв. 5                | Алматы
          г.Алматы, пр. Абая 10                            | Алматы
          Алматы                                           | Алматы
          050000, город Алматы, мкр. Самал-2, 5            | Алматы
          050000 г. Алматы, ул. Сатпаева, 22               | Алматы
          Казахстан, Карагандинская область, г. Темиртау, ул. Мира, 5 | Темиртау
          ул. Мира, 5, г. Усть-Каменогорск                 | Усть-Каменогорск
          Астана қ., Тұран даңғылы, 34в                    | Астана
          Шымкент қаласы, Тәуке хан даңғылы, 5             | Шымкент
          Almaty, Abay ave. 10                             | Almaty
          Abay ave. 10; Almaty city                        | Almaty
          ул. Абая, 10                                     |
          ул. Астана, 5                                    |
          Астана көшесі 5                                  |
          пр. Туран 34, кв. 406                            |
          Алматинская область, с. Неизвестное, 5           |
          Алматы Абая 10                                   |
          Айгуль из Алматы, 87011234567                    |
          """)
  void areRecognizedWhereTheyAreAPartOfTheirOwn(String address, @Nullable String city) {
    assertThat(localities.in(address)).isEqualTo(Optional.ofNullable(city));
  }
}
