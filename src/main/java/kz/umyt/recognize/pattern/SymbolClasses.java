package kz.umyt.recognize.pattern;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins symbols that lie in the same sets, which keeps the tables of automata small. */
final class SymbolClasses {

  private SymbolClasses() {}

  /** The class of each symbol, counted from 0. */
  static char[] of(List<BitSet> sets) {
    int[] classes = new int[Symbols.COUNT];
    int count = 1;
    for (BitSet set : sets) {
      // Each class is parted into the members of the set and the others.
      Map<Integer, Integer> parted = new HashMap<>();
      for (int symbol = set.nextSetBit(0); symbol >= 0; symbol = set.nextSetBit(symbol + 1)) {
        Integer inside = parted.get(classes[symbol]);
        if (inside == null) {
          inside = count++;
          parted.put(classes[symbol], inside);
        }
        classes[symbol] = inside;
      }
    }
    return dense(classes);
  }

  private static char[] dense(int[] classes) {
    Map<Integer, Integer> numbers = new HashMap<>();
    char[] dense = new char[classes.length];
    for (int symbol = 0; symbol < classes.length; symbol++) {
      Integer number = numbers.get(classes[symbol]);
      if (number == null) {
        number = numbers.size();
        numbers.put(classes[symbol], number);
      }
      dense[symbol] = (char) number.intValue();
    }
    return dense;
  }

  static int count(char[] classes) {
    int most = 0;
    for (char number : classes) {
      most = Math.max(most, number);
    }
    return most + 1;
  }
}
