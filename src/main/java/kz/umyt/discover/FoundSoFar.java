package kz.umyt.discover;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.settings.Policy;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;

/** Puts the results of pieces together into an inventory, in the order in which they come. */
public final class FoundSoFar {

  private final Recognition recognition;
  private final Map<String, Found> sources = new LinkedHashMap<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();

  FoundSoFar(Recognition recognition) {
    this.recognition = recognition;
  }

  private static final class Found {
    final Kind kind;
    final boolean read;
    final Map<String, TableCounts> tables = new LinkedHashMap<>();

    /** Tables of which some piece could not be read at all. */
    final Set<String> torn = new LinkedHashSet<>();

    Found(Kind kind, boolean read) {
      this.kind = kind;
      this.read = read;
    }
  }

  /**
   * A source that was looked into, before its pieces.
   *
   * @param left what in it is not read
   */
  public void source(Source source, List<Gap> left) {
    sources.put(source.name().value(), new Found(kind(source), true));
    gaps.addAll(left);
  }

  /** A source of which nothing could be read. */
  public void unread(Source source, SourceException failure) {
    String name = source.name().value();
    sources.put(name, new Found(kind(source), false));
    List<Gap> whole = new ArrayList<>();
    new Gaps(name, whole).whole(failure);
    gaps.addAll(whole);
  }

  private static Kind kind(Source source) {
    return source instanceof Source.Jdbc ? Kind.JDBC : Kind.CSV;
  }

  /** What one piece gave. */
  public void add(Piece piece, PieceResult result) {
    Found source = sources.get(piece.source());
    if (source == null) {
      throw new IllegalArgumentException("no source '" + piece.source() + "'");
    }
    gaps.addAll(result.gaps());
    result
        .counts()
        .ifPresentOrElse(
            counts -> source.tables.merge(piece.place(), counts, TableCounts::with),
            () -> source.torn.add(piece.place()));
  }

  /** The inventory of all that came. */
  public Inventory inventory(
      String job, OffsetDateTime started, OffsetDateTime finished, Policy policy) {
    List<SourceInventory> found = new ArrayList<>();
    List<Gap> all = new ArrayList<>(gaps);
    sources.forEach(
        (name, source) -> {
          source.tables.values().forEach(counts -> counts.tellUnread(new Gaps(name, all)));
          found.add(
              new SourceInventory(
                  name,
                  source.kind,
                  source.read,
                  source.tables.values().stream()
                      .map(counts -> source.torn.contains(counts.name()) ? counts.torn() : counts)
                      .map(counts -> counts.inventory(recognition))
                      .toList()));
        });
    return new Inventory(job, started, finished, found, List.of(), all).against(policy);
  }
}
