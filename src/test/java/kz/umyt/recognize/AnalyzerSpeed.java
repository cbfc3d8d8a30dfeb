package kz.umyt.recognize;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Measures one thread: megabytes of UTF-8 a second, for cells full of identifiers and for text
 * without any. Run it by hand; it asserts nothing.
 */
final class AnalyzerSpeed {

  private static final int CELLS = 200_000;
  private static final String[] WORDS = {
    "договор",
    "абонент",
    "обратился",
    "with",
    "a",
    "question",
    "сұрақ",
    "бойынша",
    "жауап",
    "tariff",
    "changed",
    "2024",
    "№",
    "17,",
    "төлем",
    "қабылданды."
  };

  private AnalyzerSpeed() {}

  public static void main(String[] args) {
    Analyzer analyzer = BuiltIn.analyzer();
    Random random = new Random(1);
    measure(analyzer, "cells, identifiers", identifiers(random));
    for (int kind = 0; kind < 7; kind++) {
      measure(analyzer, "cells, kind " + kind, cells(random, kind));
    }
    measure(analyzer, "rows of identifiers", rows(identifiers(random), 11));
    measure(analyzer, "cells, names and amounts", plainCells(random));
    measure(analyzer, "text without identifiers", texts(random, 60));
    measure(analyzer, "long text without identifiers", texts(random, 20_000));
  }

  private static void measure(Analyzer analyzer, String name, List<String> cells) {
    long bytes = 0;
    for (String cell : cells) {
      bytes += cell.getBytes(StandardCharsets.UTF_8).length;
    }
    double best = 0;
    long found = 0;
    for (int round = 0; round < 5; round++) {
      found = 0;
      long before = processorTime();
      for (String cell : cells) {
        found += analyzer.analyze(cell, null).size();
      }
      best = Math.max(best, bytes * 1e3 / (processorTime() - before));
    }
    System.out.printf(Locale.ROOT, "%-32s %8.1f MB/s %9d findings%n", name, best, found);
  }

  /** Of this thread: other work on the machine does not count. */
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static List<String> identifiers(Random random) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      cells.add(cell(random, i % 7));
    }
    return cells;
  }

  private static List<String> cells(Random random, int kind) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      cells.add(cell(random, kind));
    }
    return cells;
  }

  private static String cell(Random random, int kind) {
    int n = random.nextInt(1_000_000);
    return switch (kind) {
      case 0 ->
          "%02d%02d%02d%d%05d".formatted(n % 100, 1 + n % 12, 1 + n % 28, 3 + n % 4, n % 99999);
      case 1 -> "+7 (701) %03d-%02d-%02d".formatted(n % 1000, n % 100, n % 97);
      case 2 -> "8777%07d".formatted(n);
      case 3 -> "user%d@mail%d.example.kz".formatted(n, n % 10);
      case 4 -> "10.%d.%d.%d".formatted(n % 255, n % 199, n % 250);
      case 5 -> "44004300%08d".formatted(n);
      default -> "KZ%02d856%013d".formatted(n % 100, (long) n * 977);
    };
  }

  private static List<String> rows(List<String> cells, int width) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i + width <= cells.size(); i += width) {
      rows.add(String.join(";", cells.subList(i, i + width)));
    }
    return rows;
  }

  private static List<String> plainCells(Random random) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      int n = random.nextInt(100_000);
      cells.add(
          switch (i % 4) {
            case 0 -> "Қожахметова Әсел Ғалымқызы";
            case 1 -> n + ".50";
            case 2 -> "2024-%02d-%02d".formatted(1 + n % 12, 1 + n % 28);
            default -> "г. Алматы, ул. Абая, д. " + n % 300;
          });
    }
    return cells;
  }

  private static List<String> texts(Random random, int length) {
    List<String> texts = new ArrayList<>();
    int total = 0;
    while (total < 10_000_000) {
      StringBuilder text = new StringBuilder();
      while (text.length() < length) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      total += text.length();
      texts.add(text.toString());
    }
    return texts;
  }
}
