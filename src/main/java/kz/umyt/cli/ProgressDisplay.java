package kz.umyt.cli;

import java.util.Optional;
import kz.umyt.job.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal; nothing where no one watches, as under cron. */
final class ProgressDisplay implements Progress, AutoCloseable {

  private static final long UNKNOWN = -1;

  private final boolean visible;
  private @Nullable ProgressBar bar;

  private ProgressDisplay(boolean visible) {
    this.visible = visible;
  }

  static ProgressDisplay of(boolean quiet) {
    // The launcher looks whether standard error is a terminal; Java alone cannot tell.
    return new ProgressDisplay(!quiet && Boolean.getBoolean("umyt.terminal"));
  }

  @Override
  public void started(String what, long records) {
    finished();
    if (visible) {
      bar = new ProgressBarBuilder().setTaskName(what).setInitialMax(records).build();
    }
  }

  @Override
  public void reached(long records) {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.stepTo(records);
    }
  }

  @Override
  public void waits(Optional<String> why) {
    if (bar == null && why.isPresent()) {
      started("waiting", UNKNOWN);
    }
    ProgressBar shown = bar;
    if (shown != null) {
      shown.setExtraMessage(why.map(reason -> " waits: " + reason).orElse(""));
    }
  }

  @Override
  public void finished() {
    ProgressBar shown = bar;
    if (shown != null) {
      shown.close();
      bar = null;
    }
  }

  @Override
  public void close() {
    finished();
  }
}
