package kz.umyt.job;

import java.util.List;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;

/**
 * Runs the pieces of one run as the steps of a Spring Batch job.
 *
 * <p>The job repository keeps the history; it never decides what is done. Every step starts again
 * with every attempt and asks its target how far it had come, because the repository commits apart
 * from the targets and could be ahead of them or behind.
 */
final class BatchRun {

  private static final String JOB = "retention";

  private final HomeStore store;
  private final StopSignal stop;

  BatchRun(HomeStore store, StopSignal stop) {
    this.store = store;
    this.stop = stop;
  }

  /** How a run of the steps ended. */
  enum Ended {
    COMPLETED,
    STOPPED
  }

  /**
   * Runs the pieces in order.
   *
   * @param run identity of the run; a second call with the same one is a restart
   * @throws RuntimeException whatever a piece threw
   */
  Ended run(String run, List<Piece> pieces) {
    try {
      BatchLaunch launch = new BatchLaunch(store);
      JobParameters parameters = new JobParametersBuilder().addString("run", run).toJobParameters();
      return ended(launch.start(job(launch.repository(), pieces), parameters));
    } catch (JobInstanceAlreadyCompleteException complete) {
      return Ended.COMPLETED;
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("the batch job could not be started", failure);
    } finally {
      pieces.forEach(Piece::close);
    }
  }

  private Job job(JobRepository repository, List<Piece> pieces) {
    SimpleJobBuilder job = new JobBuilder(JOB, repository).start(step(repository, pieces.get(0)));
    for (Piece piece : pieces.subList(1, pieces.size())) {
      job = job.next(step(repository, piece));
    }
    return job.build();
  }

  private Step step(JobRepository repository, Piece piece) {
    return new StepBuilder(piece.name(), repository)
        .tasklet(
            (contribution, context) -> {
              StepExecution execution = contribution.getStepExecution();
              if (stop.reason().isPresent()) {
                execution.setTerminateOnly();
                return RepeatStatus.CONTINUABLE;
              }
              boolean more = piece.advance();
              contribution.incrementWriteCount(1);
              return RepeatStatus.continueIf(more);
            },
            new ResourcelessTransactionManager())
        .allowStartIfComplete(true)
        .build();
  }

  private static Ended ended(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.COMPLETED) {
      return Ended.COMPLETED;
    }
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return Ended.STOPPED;
    }
    for (Throwable failure : execution.getAllFailureExceptions()) {
      if (failure instanceof RuntimeException thrown) {
        throw thrown;
      }
    }
    throw new IllegalStateException("the batch job ended as " + execution.getStatus());
  }
}
