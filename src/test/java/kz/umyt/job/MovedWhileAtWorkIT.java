package kz.umyt.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import kz.umyt.engines.Engine;
import kz.umyt.engines.Shop;
import kz.umyt.plan.RefusedException;
import kz.umyt.settings.Action;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run rests on changes while it is at work: it stops, and loses nothing. */
class MovedWhileAtWorkIT {

  private static final int ROWS = 3_000;

  @TempDir Path folder;

  private Contracts contracts(Engine engine) {
    Contracts contracts = new Contracts(engine.fresh(folder), ROWS);
    contracts.create();
    return contracts;
  }

  private static Progress afterTheFirstChunk(Runnable then) {
    AtomicBoolean isDone = new AtomicBoolean();
    return Night.atChunks(
        () -> {},
        () -> {
          if (!isDone.getAndSet(true)) {
            then.run();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void stopsAtARegisterThatBreaksAndGoesOnWhenItIsMended(Engine engine) {
    Contracts contracts = contracts(engine);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", contracts.database());
    contracts.job(shop, Action.DESTROY, "0ms");
    int due = contracts.due().size();
    Night night = new Night(shop);

    RunResult first =
        night.run(afterTheFirstChunk(() -> shop.write("holds.csv", "subject,form\n")));

    assertThat(first.status()).isEqualTo(RunResult.Status.STOPPED);
    assertThat(first.stopReason().orElseThrow())
        .contains("holds.csv:1")
        .contains("did you mean 'from'?");
    int left = contracts.due().size();
    assertThat(left).isPositive().isLessThan(due);

    contracts.register(shop, "holds", List.of());
    RunResult second = night.run();

    assertThat(second.resumed()).isTrue();
    assertThat(contracts.due()).isEmpty();
    assertThat(second.act().orElseThrow().targets().get(0).destroyed()).isEqualTo(due);
    night.assertLeftClean();
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhenMoreBecomesDueThanWasApproved(Engine engine) {
    Contracts contracts = contracts(engine);
    Shop shop = Shop.in(folder.resolve("shop")).database("db", contracts.database());
    contracts.job(shop, Action.DESTROY, "0ms", "approval: per-plan");
    int due = contracts.due().size();
    Night night = new Night(shop);
    // Old contracts that come from somewhere behind the last one: a run meets them in the end.
    Progress newcomers =
        afterTheFirstChunk(
            () -> contracts.add(LongStream.rangeClosed(ROWS + 1, 2 * ROWS).boxed().toList()));

    assertThatThrownBy(() -> night.runApproved(newcomers))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "more records became due while the run was at work than were approved");

    int left = contracts.due().size();
    assertThat(left).as("left of %d and the newcomers", due).isPositive();
    assertThat(2 * due - left).as("gone").isGreaterThanOrEqualTo(due).isLessThan(2 * due);
  }
}
