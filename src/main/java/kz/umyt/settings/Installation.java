package kz.umyt.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people configured in one installation. Recognizers and policies are read once,
 * when they are first asked for; jobs and sources anew with every call.
 */
public final class Installation {

  private final Path base;
  private final Path config;
  private final Variables variables;
  private @Nullable List<RecognizerReader.Recognizers> recognizerFiles;
  private @Nullable Map<String, Policy> policies;

  /**
   * An installation on disk.
   *
   * @param base the folder that relative paths in settings files start from; it holds {@code
   *     config}
   * @param config the folder of policies, recognizers and sources
   * @param home where state lives, known to settings files as {@code ${UMYT_HOME}}
   * @param environment the variables that settings files may name
   */
  public Installation(Path base, Path config, Path home, Map<String, String> environment) {
    this.base = base.toAbsolutePath().normalize();
    this.config = config.toAbsolutePath().normalize();
    Map<String, String> values = new HashMap<>(environment);
    values.put("UMYT_HOME", home.toAbsolutePath().normalize().toString());
    this.variables = new Variables(values);
  }

  /**
   * The enabled recognizers of all files in {@code config/recognizers}, in the order of file names.
   *
   * @throws SettingsException if a file is wrong, two recognizers have the same name, or there is
   *     no file: what looks for nothing must not say that nothing was found
   */
  public List<RecognizerSpec> recognizers() {
    List<RecognizerSpec> all = new ArrayList<>();
    Map<String, Position> names = new HashMap<>();
    List<RecognizerReader.Recognizers> files = recognizerFiles();
    if (files.isEmpty()) {
      throw new SettingsException(
          SettingsFile.shown(config.resolve("recognizers"), base)
              + ": no recognizer file is there; check --config and $UMYT_CONFIG");
    }
    for (RecognizerReader.Recognizers file : files) {
      for (RecognizerSpec recognizer : file.recognizers()) {
        Located<String> name = recognizer.name();
        Position before = names.putIfAbsent(name.value(), name.at());
        if (before != null) {
          throw new SettingsException(
              name.at(), "recognizer '" + name + "' is written twice; first at " + before);
        }
        all.add(recognizer);
      }
    }
    if (all.isEmpty()) {
      throw new SettingsException(
          SettingsFile.shown(config.resolve("recognizers"), base)
              + ": no recognizer is there or enabled, so that nothing could be found");
    }
    return List.copyOf(all);
  }

  /**
   * A digest of all files in {@code config/recognizers}: their names and bytes, whatever is enabled
   * in them.
   *
   * @return lower-case hex SHA-256
   * @throws SettingsException if one cannot be read
   */
  public String recognizersSha256() {
    StringBuilder files = new StringBuilder();
    for (Path path : yamlFiles(config.resolve("recognizers"))) {
      SettingsFile file = SettingsFile.read(path, base);
      files.append(file.sha256()).append("  ").append(path.getFileName()).append('\n');
    }
    return SettingsFile.sha256(files.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The entities that files may name.
   *
   * @throws SettingsException if a recognizer file is wrong
   */
  public Entities entities() {
    return new Entities(
        recognizerFiles().stream().flatMap(file -> file.entities().stream()).toList());
  }

  /**
   * All policies by id, in the order of file names.
   *
   * @throws SettingsException if a file is wrong or two policies have the same id
   */
  public synchronized Map<String, Policy> policies() {
    Map<String, Policy> known = policies;
    if (known == null) {
      known = readPolicies();
      policies = known;
    }
    return known;
  }

  private Map<String, Policy> readPolicies() {
    PolicyReader reader = new PolicyReader(entities(), workingDays());
    Map<String, Policy> policies = new LinkedHashMap<>();
    for (Path file : yamlFiles(config.resolve("policies"))) {
      Policy policy = reader.read(SettingsFile.read(file, base), variables);
      Policy before = policies.putIfAbsent(policy.id().value(), policy);
      if (before != null) {
        throw new SettingsException(
            policy.id().at(),
            "policy '" + policy.id() + "' is written twice; first at " + before.id().at());
      }
    }
    return Collections.unmodifiableMap(policies);
  }

  /**
   * One policy.
   *
   * @throws SettingsException with the nearest id if there is no such policy
   */
  public Policy policy(Located<String> id) {
    return policy(id, policies());
  }

  private static Policy policy(Located<String> id, Map<String, Policy> policies) {
    Policy policy = policies.get(id.value());
    if (policy == null) {
      throw new SettingsException(
          id.at(), "unknown policy '" + id + "'" + NearestName.hint(id.value(), policies.keySet()));
    }
    return policy;
  }

  /**
   * All sources by name, in the order of {@code config/sources.yaml}.
   *
   * @throws SettingsException if the file is missing or wrong
   */
  public Map<String, Source> sources() {
    SettingsFile file = SettingsFile.read(config.resolve("sources.yaml"), base);
    return new SourcesReader(new BasePath(base)).read(file.yaml(variables));
  }

  /**
   * The floors by id, in the order of {@code config/floors.yaml}; none if there is no such file.
   *
   * @throws SettingsException if the file is wrong
   */
  public Map<String, Floor> floors() {
    Path file = config.resolve("floors.yaml");
    return Files.exists(file)
        ? FloorsReader.read(SettingsFile.read(file, base).yaml(variables))
        : Map.of();
  }

  /**
   * The working days of the years in {@code config/holidays-kz.yaml}. Who asks for no working days
   * needs no such file: without it there is no year.
   *
   * @throws SettingsException if the file is wrong
   */
  public WorkingDays workingDays() {
    Path file = config.resolve("holidays-kz.yaml");
    return Files.exists(file)
        ? HolidaysReader.read(SettingsFile.read(file, base).yaml(variables))
        : new WorkingDays(SettingsFile.shown(file, base), Map.of());
  }

  /**
   * Who may approve plans, in the order of {@code config/approvers.yaml}; nobody if there is no
   * such file.
   *
   * @throws SettingsException if the file is wrong
   */
  public List<Approver> approvers() {
    Path file = config.resolve("approvers.yaml");
    return Files.exists(file)
        ? ApproversReader.read(SettingsFile.read(file, base).yaml(variables))
        : List.of();
  }

  /**
   * A job, checked against its policy, the sources and the known entities.
   *
   * @throws SettingsException if the job or a file it needs is wrong
   */
  public Job job(Path file) {
    return new JobReader(new BasePath(base), this::policy, sources(), entities(), floors())
        .read(SettingsFile.read(file, base), variables);
  }

  /**
   * All jobs in the folder {@code jobs}, in the order of file names, checked as {@link #job} checks
   * them. A file that is no valid job keeps the others from nothing.
   *
   * @throws SettingsException if a policy, recognizer or source is wrong
   */
  public InstalledJobs jobs() {
    Map<String, Policy> policies = policies();
    JobReader reader =
        new JobReader(
            new BasePath(base), id -> policy(id, policies), sources(), entities(), floors());
    List<Job> read = new ArrayList<>();
    List<InstalledJobs.Unread> unread = new ArrayList<>();
    for (Path file : yamlFiles(base.resolve("jobs"))) {
      try {
        read.add(reader.read(SettingsFile.read(file, base), variables));
      } catch (SettingsException wrong) {
        unread.add(
            new InstalledJobs.Unread(
                SettingsFile.shown(file, base), Objects.requireNonNull(wrong.getMessage())));
      }
    }
    return new InstalledJobs(read, unread);
  }

  private synchronized List<RecognizerReader.Recognizers> recognizerFiles() {
    List<RecognizerReader.Recognizers> known = recognizerFiles;
    if (known == null) {
      known =
          InOrder.map(
              yamlFiles(config.resolve("recognizers")),
              file -> RecognizerReader.read(SettingsFile.read(file, base).yaml(variables)));
      recognizerFiles = known;
    }
    return known;
  }

  /** The YAML files of a folder, sorted by name; none if it is missing. */
  private List<Path> yamlFiles(Path path) {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> yaml = files.filter(Installation::isYaml).sorted().toList();
      yaml.forEach(this::refuseDevice);
      return yaml;
    } catch (IOException e) {
      throw new SettingsException(
          SettingsFile.shown(path, base) + ": cannot be read; check who may read it");
    }
  }

  /** A pipe in a folder of settings would be waited for, without end. */
  private void refuseDevice(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw new SettingsException(
          SettingsFile.shown(file, base) + ": is a pipe or a device; a file is needed");
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (lower.endsWith(".yaml") || lower.endsWith(".yml"));
  }
}
