package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.umyt.settings.Installation;
import kz.umyt.settings.Located;
import kz.umyt.settings.Policy;
import org.junit.jupiter.api.Test;

/** What the shipped policies list, the shipped recognizers can find. */
class PolicyEntitiesTest {

  private final Set<String> found = BuiltIn.analyzer().entities();

  private static Map<String, Policy> policies() {
    Path base = Path.of("").toAbsolutePath();
    return new Installation(base, base.resolve("config"), base.resolve("var"), Map.of()).policies();
  }

  @Test
  void everyListedEntityHasARecognizer() {
    List<String> missing =
        policies().values().stream()
            .flatMap(policy -> policy.entities().stream())
            .map(Policy.ListedEntity::entity)
            .map(Located::value)
            .filter(entity -> !found.contains(entity))
            .distinct()
            .sorted()
            .toList();
    assertThat(missing).isEmpty();
  }
}
