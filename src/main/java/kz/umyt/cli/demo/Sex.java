package kz.umyt.cli.demo;

/** As the registers of persons write it. */
enum Sex {
  MALE("M"),
  FEMALE("F");

  private final String letter;

  Sex(String letter) {
    this.letter = letter;
  }

  String letter() {
    return letter;
  }
}
