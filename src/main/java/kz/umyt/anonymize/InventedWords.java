package kz.umyt.anonymize;

import java.util.List;

/** Words that sound like names and are none, all of one length. */
final class InventedWords {
  static final int LENGTH = 6;

  private static final List<String> WORDS =
      List.of(
          "Bimbul", "Blaxor", "Cortix", "Dazmup", "Dolfit", "Drimsk", "Exibur", "Fandup", "Flumbo",
          "Gadzum", "Glorpt", "Hixmor", "Imbrup", "Jaxtum", "Klimbo", "Kroxel", "Lumbex", "Moxtil",
          "Nimbuz", "Ogrimp", "Plozum", "Quimbo", "Rixpul", "Skolpt", "Taxbil", "Trumex", "Ubilox",
          "Vexpor", "Wimzul", "Xorbim", "Yopluz", "Zumbix");

  /** How many there are. */
  static final int COUNT = WORDS.size();

  private InventedWords() {}

  static String word(int number) {
    return WORDS.get(number);
  }

  static boolean isOne(String word) {
    return WORDS.contains(word);
  }
}
