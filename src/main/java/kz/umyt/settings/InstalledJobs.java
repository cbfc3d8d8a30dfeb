package kz.umyt.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * The jobs of one installation.
 *
 * @param unread files beside them that are no valid jobs
 */
public record InstalledJobs(List<Job> jobs, List<Unread> unread) {

  public InstalledJobs {
    jobs = List.copyOf(jobs);
    unread = List.copyOf(unread);
  }

  /**
   * A file among the jobs that cannot be read as one.
   *
   * @param file path as shown to people
   * @param reason what is wrong, and where
   */
  public record Unread(String file, String reason) {}

  /** These and one that may lie elsewhere. */
  public InstalledJobs with(Job job) {
    if (jobs.stream().anyMatch(known -> known.file().equals(job.file()))) {
      return this;
    }
    List<Job> more = new ArrayList<>(jobs);
    more.add(job);
    return new InstalledJobs(more, unread);
  }
}
