package kz.umyt.job;

import java.util.Set;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Starts Spring Batch jobs whose history a store keeps. Only for who holds the store's lock. */
final class BatchLaunch {

  private final JobRepository repository;

  BatchLaunch(HomeStore store) throws Exception {
    store.prepareJobRepository();
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(store.dataSource());
    factory.setTransactionManager(new JdbcTransactionManager(store.dataSource()));
    factory.setDatabaseType("H2");
    factory.afterPropertiesSet();
    repository = factory.getObject();
  }

  JobRepository repository() {
    return repository;
  }

  /** Runs a job to its end; one that a crash left as running is first put right. */
  JobExecution start(Job job, JobParameters parameters) throws Exception {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.afterPropertiesSet();
    Set<JobExecution> crashed = repository.findRunningJobExecutions(job.getName());
    crashed.forEach(operator::recover);
    return operator.start(job, parameters);
  }
}
