package kz.umyt.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Reads pieces as the partitions of a Spring Batch step, on threads of this process.
 *
 * <p>The job repository keeps the history; which pieces are read is known from their results alone.
 */
final class ScanPartitions {

  private static final String JOB = "scan";
  private static final String FROM = "from";
  private static final String BEFORE = "before";

  /** Every partition is several rows in the repository: millions of files are no millions. */
  private static final int MOST = 1000;

  private final HomeStore store;
  private final int threads;

  ScanPartitions(HomeStore store, int threads) {
    this.store = store;
    this.threads = threads;
  }

  /**
   * Reads the pieces, whatever their order.
   *
   * @param scan identity of the scan
   * @return false if a {@link ScanPace.StoppedException} ended the reading
   * @throws RuntimeException whatever else a reading threw
   */
  boolean run(long scan, List<ScanStore.Planned> pieces, Consumer<ScanStore.Planned> read) {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setCorePoolSize(threads);
    executor.setThreadNamePrefix("scan-");
    executor.initialize();
    try {
      BatchLaunch launch = new BatchLaunch(store);
      JobRepository repository = launch.repository();
      Step partition = partition(repository, pieces, read);
      Step step =
          new StepBuilder("pieces", repository)
              .partitioner(partition.getName(), grid -> contexts(pieces.size()))
              .step(partition)
              .taskExecutor(executor)
              .build();
      JobExecution ended =
          launch.start(
              new JobBuilder(JOB, repository).start(step).build(),
              new JobParametersBuilder()
                  .addLong(JOB, scan)
                  // Another try at the same pieces is another execution, however the last one
                  // ended.
                  .addString("attempt", UUID.randomUUID().toString())
                  .toJobParameters());
      return whole(ended);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("the batch job could not be started", failure);
    } finally {
      executor.shutdown();
    }
  }

  private static Map<String, ExecutionContext> contexts(int pieces) {
    int size = (pieces + MOST - 1) / MOST;
    Map<String, ExecutionContext> contexts = new HashMap<>();
    for (int from = 0; from < pieces; from += size) {
      ExecutionContext context = new ExecutionContext();
      context.putInt(FROM, from);
      context.putInt(BEFORE, Math.min(pieces, from + size));
      contexts.put("from " + from, context);
    }
    return contexts;
  }

  private static Step partition(
      JobRepository repository, List<ScanStore.Planned> pieces, Consumer<ScanStore.Planned> read) {
    return new StepBuilder("piece", repository)
        .tasklet(
            (contribution, context) -> {
              StepExecution execution = contribution.getStepExecution();
              ExecutionContext part = execution.getExecutionContext();
              for (ScanStore.Planned piece :
                  pieces.subList(part.getInt(FROM), part.getInt(BEFORE))) {
                read.accept(piece);
                contribution.incrementReadCount();
              }
              return RepeatStatus.FINISHED;
            },
            new ResourcelessTransactionManager())
        .build();
  }

  private static boolean whole(JobExecution ended) {
    if (ended.getStatus() == BatchStatus.COMPLETED) {
      return true;
    }
    List<Throwable> failures = new ArrayList<>(ended.getAllFailureExceptions());
    for (Throwable failure : failures) {
      if (failure instanceof RuntimeException thrown
          && !(failure instanceof ScanPace.StoppedException)) {
        throw thrown;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
    if (failures.stream().anyMatch(ScanPace.StoppedException.class::isInstance)) {
      return false;
    }
    throw new IllegalStateException("the batch job ended as " + ended.getStatus());
  }
}
