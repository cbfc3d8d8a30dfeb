package kz.umyt.cli.demo;

import java.util.List;

/** Names that agree with the person's sex and language. */
final class Names {
  private static final String VOWELS = "аәеёиоөуұүыіэюяй";

  private final WordLists words;
  private final SeededRandom random;

  Names(WordLists words, SeededRandom random) {
    this.words = words;
    this.random = random;
  }

  Person.Name kazakh(Sex sex) {
    String surname = surname(random.pick(words.kazakhSurnames()), sex);
    String given = random.pick(sex == Sex.MALE ? words.kazakhMen() : words.kazakhWomen());
    String father = random.pick(words.kazakhMen());
    int choice = random.below(100);
    if (choice < 12) {
      return new Person.Name(surname, given, "");
    }
    char last = father.charAt(father.length() - 1);
    if (choice < 30 && VOWELS.indexOf(last) < 0) {
      return new Person.Name(surname, given, father + (sex == Sex.MALE ? "ович" : "овна"));
    }
    return new Person.Name(surname, given, father + (sex == Sex.MALE ? "ұлы" : "қызы"));
  }

  Person.Name russian(Sex sex) {
    String surname = surname(random.pick(words.russianSurnames()), sex);
    List<String> father = random.pick(words.russianMen());
    String given =
        sex == Sex.MALE
            ? random.pick(words.russianMen()).get(0)
            : random.pick(words.russianWomen());
    return new Person.Name(surname, given, patronymic(father.get(1), sex));
  }

  static String surname(String masculine, Sex sex) {
    if (sex == Sex.MALE) {
      return masculine;
    }
    if (masculine.endsWith("ский")) {
      return masculine.substring(0, masculine.length() - 2) + "ая";
    }
    boolean declines =
        masculine.endsWith("ов")
            || masculine.endsWith("ев")
            || masculine.endsWith("ёв")
            || masculine.endsWith("ин");
    return declines ? masculine + "а" : masculine;
  }

  /** From the son's form (Иванович) to the daughter's (Ивановна). */
  static String patronymic(String ofSon, Sex sex) {
    return sex == Sex.MALE ? ofSon : ofSon.substring(0, ofSon.length() - 2) + "на";
  }
}
