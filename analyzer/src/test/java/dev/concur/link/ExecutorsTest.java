package dev.concur.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.lock.Snippet;
import dev.concur.model.Executor;
import dev.concur.read.ProgramReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExecutorsTest {

  private static final String PROGRAM =
      """
      package desk;

      import java.util.concurrent.*;

      public class Desk {
        void grows(Runnable task) {
          new ThreadPoolExecutor(0, 64, 1, TimeUnit.SECONDS, new SynchronousQueue<>()).execute(task);
        }

        void queues(Runnable task) {
          new ThreadPoolExecutor(0, 64, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()).execute(task);
        }

        void keepsOne(Runnable task) {
          new ThreadPoolExecutor(1, 64, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()).execute(task);
        }

        void keepsFour(Runnable task) {
          new ThreadPoolExecutor(4, 64, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()).execute(task);
        }
      }
      """;

  @Test
  void a_pool_that_keeps_no_thread_grows_unless_its_queue_takes_all() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Executors executors = new Executors(linked);
    Map<String, Executor.Kind> kinds =
        linked.handOffs().stream()
            .collect(
                Collectors.toMap(
                    site -> site.in().ref().name(),
                    site ->
                        executors
                            .of(site.in(), site.call(), site.call().receiver().orElseThrow())
                            .kind()));
    assertEquals(
        Map.of(
            "grows", Executor.Kind.CACHED,
            "queues", Executor.Kind.SINGLE,
            "keepsOne", Executor.Kind.SINGLE,
            "keepsFour", Executor.Kind.FIXED),
        kinds);
  }
}
