package app.quill.fetch;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Remembers for a minute. */
public class CachedStock implements StockSource {

  private final LoadingCache<String, Integer> cache;

  public CachedStock(StockSource origin) {
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(origin::inStock);
  }

  @Override
  public int inStock(String isbn) throws IOException {
    return cache.get(isbn);
  }

  public Map<String, Integer> known(Collection<String> isbns) {
    return cache.getAllPresent(isbns);
  }

  public void sold(String isbn, int copies) {
    cache.asMap().computeIfPresent(isbn, (key, stock) -> Math.max(0, stock - copies));
  }

  /** Asks the origin again, whatever is remembered. */
  public int fresh(String isbn) throws IOException {
    cache.invalidate(isbn);
    return cache.get(isbn);
  }
}
