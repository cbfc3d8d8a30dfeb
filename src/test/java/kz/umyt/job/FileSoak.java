package kz.umyt.job;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import kz.umyt.engines.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills runs over files, as often as one asks: at random moments, and just when a new form has
 * taken its place and the evidence does not say so yet. After each run every file must be what it
 * should be, byte for byte, and every count the true one. For {@code scripts/soak}.
 */
final class FileSoak {

  private static final int KILLS_A_RUN = 25;
  private static final int FILES = 60;

  private final Random random;
  private int kills;
  private int killedAtTheSwap;

  private FileSoak(Random random) {
    this.random = random;
  }

  /** Arguments: number of kills, seed. */
  public static void main(String[] arguments) throws Exception {
    int wanted = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    FileSoak soak = new FileSoak(new Random(seed));
    int runs = 0;
    int wrong = 0;
    while (soak.kills < wanted) {
      Path folder = Files.createTempDirectory("umyt-soak");
      List<String> found = soak.run(folder);
      found.stream().limit(20).forEach(line -> System.out.println("  WRONG: " + line));
      runs++;
      wrong += found.isEmpty() ? 0 : 1;
      System.out.printf(
          Locale.ROOT,
          "files: run %d, %d kills so far, %d of them at the swap: %s%n",
          runs,
          soak.kills,
          soak.killedAtTheSwap,
          found.isEmpty() ? "right" : "WRONG, see " + folder);
      if (found.isEmpty()) {
        delete(folder);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| files | tool | %d kills, %d at the swap | %d runs | %d runs wrong | seed %d |%n",
        soak.kills,
        soak.killedAtTheSwap,
        runs,
        wrong,
        seed);
    System.exit(wrong == 0 ? 0 : 1);
  }

  /** A file, written in one of several ways; every fifth has nothing but due rows. */
  private record Sample(int number, boolean destroys, int rows) {
    String name() {
      return (destroys ? "destroy-" : "change-") + number + (isPacked() ? ".csv.gz" : ".csv");
    }

    boolean isPacked() {
      return number % 4 == 1;
    }

    private Charset charset() {
      return number % 3 == 0 ? Charset.forName("windows-1251") : StandardCharsets.UTF_8;
    }

    boolean isDue(int row) {
      return number % 5 == 0 || (row * 31 + number) % 3 != 0;
    }

    long due() {
      return Stream.iterate(0, row -> row < rows, row -> row + 1).filter(this::isDue).count();
    }

    boolean goes() {
      return destroys && due() == rows;
    }

    byte[] bytes(boolean after) throws IOException {
      String end = number % 2 == 0 ? "\r\n" : "\n";
      StringBuilder text = new StringBuilder("id;имя;телефон;конец" + end);
      for (int row = 0; row < rows; row++) {
        if (after && destroys && isDue(row)) {
          continue;
        }
        boolean changed = after && isDue(row);
        text.append(row).append(';');
        String name = "Тестов" + (row % 7 == 0 ? "\n\"\"старший\"\"" : "");
        text.append('"').append(changed ? "<PERSON>" : name).append('"');
        text.append(';').append(changed ? "" : "+7701" + (1_000_000 + row));
        text.append(';').append(isDue(row) ? "01.01.2020" : "01.01.2025").append(end);
      }
      return text.toString().getBytes(charset());
    }

    byte[] packed() throws IOException {
      if (!isPacked()) {
        return bytes(false);
      }
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream output = new GZIPOutputStream(packed)) {
        output.write(bytes(false));
      }
      return packed.toByteArray();
    }
  }

  private List<String> run(Path folder) throws Exception {
    Path exports = Files.createDirectories(folder.resolve("exports"));
    List<Sample> samples = new ArrayList<>();
    for (int number = 0; number < FILES; number++) {
      Sample sample = new Sample(number, number % 2 == 0, 50 + random.nextInt(4000));
      samples.add(sample);
      Files.write(exports.resolve(sample.name()), sample.packed());
    }
    Shop shop = Shop.in(folder.resolve("shop")).folder("exports", exports);
    shop.job(job());
    for (int killed = 0; killed < KILLS_A_RUN; killed++) {
      RunProcess process = RunProcess.start(shop.base());
      boolean atTheSwap = awaitMoment(process, exports);
      if (!process.kill()) {
        break;
      }
      kills++;
      killedAtTheSwap += atTheSwap ? 1 : 0;
    }
    RunProcess.start(shop.base()).finish();
    List<String> wrong = new ArrayList<>();
    for (Sample sample : samples) {
      check(sample, exports.resolve(sample.name()), wrong);
    }
    checkFolder(exports, samples, wrong);
    checkAct(new Night(shop), samples, wrong);
    String again = RunProcess.start(shop.base()).finish();
    if (!again.equals("done NOTHING_DUE")) {
      wrong.add("a second run says: " + again);
    }
    return wrong;
  }

  private static String job() {
    String target =
        """
          - source: exports
            file: "%s-*"
            retention: contract-end-p2y
            clock: {column: конец, format: dd.MM.yyyy}
            action: %s
        """;
    return "throttle: {pause: 0ms, connections: 2}\ntargets:\n"
        + target.formatted("destroy", "destroy")
        + target.formatted("change", "anonymize")
        + "    columns: {имя: {operator: replace, new_value: <PERSON>}, телефон: redact}\n";
  }

  private boolean awaitMoment(RunProcess process, Path exports) throws Exception {
    int moment = random.nextInt(10);
    if (moment < 2) {
      process.await("started", 1);
      Thread.sleep(random.nextInt(1200));
      return false;
    }
    if (moment < 4) {
      process.await("chunk", 1 + random.nextInt(20));
      Thread.sleep(random.nextInt(30));
      return false;
    }
    process.await("begins", 2);
    Optional<Path> part = Optional.empty();
    long end = System.nanoTime() + 1_500_000_000L;
    int passed = random.nextInt(10);
    while ((part.isEmpty() || passed-- > 0) && System.nanoTime() < end) {
      part = anyPart(exports);
    }
    while (part.isPresent() && Files.exists(part.get()) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return part.isPresent();
  }

  private static Optional<Path> anyPart(Path exports) throws IOException {
    try (Stream<Path> files = Files.list(exports)) {
      return files.filter(file -> file.toString().endsWith(".umyt.part")).findAny();
    }
  }

  private static void check(Sample sample, Path file, List<String> wrong) throws IOException {
    if (!Files.exists(file)) {
      if (!sample.goes()) {
        wrong.add(sample.name() + " is gone");
      }
      return;
    }
    byte[] found = Files.readAllBytes(file);
    if (sample.isPacked()) {
      found = new GZIPInputStream(new ByteArrayInputStream(found)).readAllBytes();
    }
    if (sample.goes() || !Arrays.equals(found, sample.bytes(true))) {
      wrong.add(sample.name() + " is not what it should be");
    }
  }

  private static void checkFolder(Path exports, List<Sample> samples, List<String> wrong)
      throws IOException {
    try (Stream<Path> files = Files.list(exports)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> samples.stream().noneMatch(sample -> sample.name().equals(name)))
          .forEach(name -> wrong.add(name + " was left behind"));
    }
  }

  private static void checkAct(Night night, List<Sample> samples, List<String> wrong)
      throws IOException {
    long destroyed = 0;
    long anonymized = 0;
    for (String name : night.files("out")) {
      if (name.endsWith("act.json")) {
        JsonNode act =
            JsonMapper.builder()
                .build()
                .readTree(Files.readAllBytes(night.shop().base().resolve(name)));
        for (JsonNode target : act.get("targets")) {
          destroyed += target.get("destroyed").asLong();
          anonymized += target.get("anonymized").asLong();
          if (target.get("failed").asLong() + target.get("remaining").asLong() > 0) {
            wrong.add(name + " tells of records that failed or are left");
          }
        }
      }
    }
    long toDestroy = samples.stream().filter(Sample::destroys).mapToLong(Sample::due).sum();
    long toChange = samples.stream().filter(one -> !one.destroys()).mapToLong(Sample::due).sum();
    if (destroyed != toDestroy || anonymized != toChange) {
      wrong.add(
          "the Acts tell of %d and %d records, not of %d and %d"
              .formatted(destroyed, anonymized, toDestroy, toChange));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
