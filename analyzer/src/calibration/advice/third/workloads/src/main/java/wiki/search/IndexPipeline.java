package wiki.search;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages go in here, a background thread brings them to the search engine. */
public class IndexPipeline implements AutoCloseable {
  private static final int CAPACITY = 500;

  private record Work(Page page, CountDownLatch done) {}

  private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final Analyzer analyzer = new Analyzer();
  private final IndexClient client;
  private final AtomicInteger indexed = new AtomicInteger();
  private final Thread indexer;

  public IndexPipeline(IndexClient client) {
    this.client = client;
    this.indexer = new Thread(this::consume, "indexer");
    this.indexer.setDaemon(true);
    this.indexer.start();
  }

  /**
   * Indexes the texts and waits until the engine has them all; returns the number indexed so far.
   */
  public int index(Map<String, String> texts) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      queue.put(new Work(page(text.getKey(), text.getValue()), done));
    }
    done.await();
    return indexed.get();
  }

  public Page page(String id, String text) {
    int end = text.indexOf('\n');
    String title = end < 0 ? text : text.substring(0, end);
    return new Page(id, title, analyzer.terms(text));
  }

  private void consume() {
    try {
      while (true) {
        Work work = queue.take();
        if (client.put(work.page())) {
          indexed.incrementAndGet();
        }
        work.done().countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    indexer.interrupt();
  }
}
