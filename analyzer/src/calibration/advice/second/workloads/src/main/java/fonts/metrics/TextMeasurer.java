package fonts.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures the ink of texts. */
public final class TextMeasurer {
  private final GlyphCache cache;
  private final ExecutorService pool =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  public TextMeasurer(GlyphCache cache) {
    this.cache = cache;
  }

  public long ink(List<String> glyphs) throws InterruptedException, ExecutionException {
    List<Future<Long>> areas = new ArrayList<>();
    for (String glyph : glyphs) {
      areas.add(pool.submit(() -> measure(glyph)));
    }
    long ink = 0;
    for (Future<Long> area : areas) {
      ink += area.get();
    }
    return ink;
  }

  public long measure(String glyph) {
    return cache.area(glyph);
  }

  public void close() {
    pool.shutdown();
  }
}
