package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What threads fill together while they read, the tables of states, misleads none of them. */
class AnalyzerThreadsTest {

  @Test
  void threadsThatFillItTogetherFindTheSame() throws Exception {
    List<String> texts = Corpus.cases().stream().map(Corpus.Case::text).toList();
    Analyzer alone = BuiltIn.analyzer();
    List<List<Finding>> expected = texts.stream().map(text -> alone.analyze(text, null)).toList();
    for (int round = 0; round < 5; round++) {
      assertThat(together(BuiltIn.analyzer(), texts)).allMatch(expected::equals);
    }
  }

  private static List<List<List<Finding>>> together(Analyzer fresh, List<String> texts)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<List<Finding>>>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(
            threads.submit(() -> texts.stream().map(text -> fresh.analyze(text, null)).toList()));
      }
      List<List<List<Finding>>> found = new ArrayList<>();
      for (Future<List<List<Finding>>> one : running) {
        found.add(one.get());
      }
      return found;
    } finally {
      threads.shutdown();
    }
  }
}
