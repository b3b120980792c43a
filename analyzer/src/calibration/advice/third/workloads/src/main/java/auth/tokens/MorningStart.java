package auth.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes sure that each tenant has a token before the first user comes. */
public class MorningStart implements AutoCloseable {
  private static final int THREADS = 16;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final TokenCache cache;

  public MorningStart(TokenCache cache) {
    this.cache = cache;
  }

  public int warm(List<String> tenants) throws InterruptedException, ExecutionException {
    List<Future<String>> tokens = new ArrayList<>();
    for (String tenant : tenants) {
      tokens.add(executor.submit(() -> cache.token(tenant)));
    }
    int sum = 0;
    for (Future<String> token : tokens) {
      sum += token.get().hashCode();
    }
    return sum;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
