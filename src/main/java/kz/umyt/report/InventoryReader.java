package kz.umyt.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import kz.umyt.discover.ColumnTraits;
import kz.umyt.discover.Damage;
import kz.umyt.discover.DateShape;
import kz.umyt.discover.Density;
import kz.umyt.discover.Explanation;
import kz.umyt.discover.Explanation.Rule;
import kz.umyt.discover.FileEncoding;
import kz.umyt.discover.Inventory;
import kz.umyt.discover.Inventory.ColumnInventory;
import kz.umyt.discover.Inventory.EntityFinding;
import kz.umyt.discover.Inventory.Gap;
import kz.umyt.discover.Inventory.Kind;
import kz.umyt.discover.Inventory.Reference;
import kz.umyt.discover.Inventory.SourceInventory;
import kz.umyt.discover.Inventory.TableInventory;
import kz.umyt.discover.Inventory.Undeclared;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an {@code inventory.json} back. What places and entities are called must be there and be
 * text; a count or list that an older version did not write is nought or empty; what a newer one
 * wrote besides is passed over.
 */
public final class InventoryReader {

  /** A file that ends within itself, or goes on behind its end, was not written by a scan. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** The bytes of a file may be this part of memory: read, it takes several times as much. */
  private static final int TREE = 8;

  private InventoryReader() {}

  /**
   * The inventory in a file. Whether a source was read is worked out from the gaps, since the file
   * does not say; so is, of an older file, from a share how many cells of a column are filled.
   *
   * @throws IOException if the file cannot be read, or is damaged; the message says in what, and
   *     holds nothing of the file
   */
  public static Inventory read(Path file) throws IOException {
    try {
      if (Files.size(file) > Runtime.getRuntime().maxMemory() / TREE) {
        throw new IOException("it is too large for this memory; UMYT_HEAP=2g allows more");
      }
      return inventory(JsonPlace.root(MAPPER.readTree(Files.readAllBytes(file))));
    } catch (JacksonException damage) {
      // Its message quotes the file; where it stands is enough.
      TokenStreamLocation at = damage.getLocation();
      throw new IOException(
          at == null
              ? "it is no JSON"
              : "it is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
    } catch (FileSystemException unreadable) {
      throw new IOException("it cannot be opened; check who may read it", unreadable);
    }
  }

  private static Inventory inventory(JsonPlace root) throws IOException {
    String job = root.text("job");
    OffsetDateTime started = root.time("started");
    List<Gap> gaps = root.list("gaps", InventoryReader::gap);
    List<SourceInventory> sources =
        root.required("sources").elements(source -> source(source, gaps));
    return new Inventory(
        job,
        started,
        root.time("finished"),
        sources,
        root.list("undeclared", InventoryReader::undeclared),
        gaps);
  }

  private static SourceInventory source(JsonPlace source, List<Gap> gaps) throws IOException {
    String name = source.text("name");
    Kind kind = source.word("kind", Kind.class);
    boolean read =
        gaps.stream().noneMatch(gap -> gap.source().equals(name) && gap.table().isEmpty());
    return new SourceInventory(
        name, kind, read, source.required("tables").elements(InventoryReader::table));
  }

  private static TableInventory table(JsonPlace table) throws IOException {
    OptionalLong rows = table.count("rows");
    return new TableInventory(
        table.text("name"),
        rows,
        table.count("scanned").orElse(rows.orElse(0)),
        table.required("columns").elements(InventoryReader::column),
        table.list("primaryKey", JsonPlace::asText),
        table.list("references", InventoryReader::reference),
        traits(table),
        table.optional("encoding", InventoryReader::encoding));
  }

  private static FileEncoding encoding(JsonPlace encoding) throws IOException {
    return new FileEncoding(encoding.text("name"), encoding.optionalShare("confidence"));
  }

  private static Map<String, ColumnTraits> traits(JsonPlace table) throws IOException {
    Map<String, ColumnTraits> traits = new LinkedHashMap<>();
    for (NamedTraits one : table.required("columns").elements(InventoryReader::namedTraits)) {
      one.traits().ifPresent(known -> traits.put(one.column(), known));
    }
    return traits;
  }

  private record NamedTraits(String column, Optional<ColumnTraits> traits) {}

  private static NamedTraits namedTraits(JsonPlace column) throws IOException {
    return new NamedTraits(
        column.text("name"), column.optional("traits", InventoryReader::columnTraits));
  }

  private static ColumnTraits columnTraits(JsonPlace traits) throws IOException {
    return new ColumnTraits(
        traits.word("holds", ColumnTraits.Holds.class),
        (int) Math.min(traits.count("length").orElse(0), Integer.MAX_VALUE),
        traits.flag("unique", false),
        traits.flag("generated", false));
  }

  private static Reference reference(JsonPlace reference) throws IOException {
    return new Reference(
        reference.list("columns", JsonPlace::asText),
        reference.text("table"),
        reference.list("parentColumns", JsonPlace::asText),
        reference.flag("cascades", false));
  }

  private static ColumnInventory column(JsonPlace column) throws IOException {
    long nonNull = column.count("nonNull").orElse(0);
    List<EntityFinding> findings = column.list("findings", InventoryReader::finding);
    OptionalLong filled = column.count("filled");
    return new ColumnInventory(
        column.text("name"),
        column.optionalText("type").orElse(""),
        column.flag("nullable", true),
        nonNull,
        filled.isPresent() ? filled.getAsLong() : filled(nonNull, findings),
        column.count("distinct").orElse(0),
        column.optionalText("entity"),
        column.share("confidence"),
        findings,
        column.optional("dates", InventoryReader::dates),
        column.list("damage", InventoryReader::damage),
        column
            .optional("explanation", InventoryReader::explanation)
            .orElse(new Explanation(Rule.NOTHING, Optional.empty(), Optional.empty())));
  }

  private static long filled(long nonNull, List<EntityFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.share() > 0)
        .mapToLong(finding -> Math.round(finding.cells() / finding.share()))
        .findFirst()
        .orElse(nonNull);
  }

  private static DateShape dates(JsonPlace dates) throws IOException {
    return new DateShape(
        dates.optionalText("format"),
        dates.optionalText("otherFormat"),
        dates.count("cells").orElse(0),
        dates.count("sentinels").orElse(0),
        dates.count("future").orElse(0));
  }

  private static Damage damage(JsonPlace damage) throws IOException {
    return new Damage(damage.word("kind", Damage.Kind.class), damage.count("cells").orElse(0));
  }

  private static Explanation explanation(JsonPlace explanation) throws IOException {
    return new Explanation(
        explanation.word("rule", Rule.class),
        explanation.optionalText("named"),
        explanation.optionalText("word"));
  }

  private static EntityFinding finding(JsonPlace finding) throws IOException {
    return new EntityFinding(
        finding.text("entity"),
        finding.count("cells").orElse(0),
        finding.count("distinct").orElse(0),
        finding.share("share"),
        finding.count("validated").orElse(0),
        finding.optional("density", InventoryReader::density),
        finding.list("evidence", JsonPlace::asText));
  }

  private static Density density(JsonPlace density) throws IOException {
    return new Density(
        density.count("candidates").orElse(0),
        density.count("passed").orElse(0),
        density.flag("chance", false));
  }

  private static Undeclared undeclared(JsonPlace found) throws IOException {
    return new Undeclared(
        found.text("entity"), found.text("source"), found.text("table"), found.text("column"));
  }

  private static Gap gap(JsonPlace gap) throws IOException {
    Optional<String> reason = gap.optionalText("reason");
    return new Gap(
        gap.text("source"),
        gap.optionalText("table"),
        gap.optionalText("column"),
        reason.orElse(""),
        gap.flag("expected", false));
  }
}
