package fonts.metrics;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToLongFunction;

/** Outline areas of glyphs, computed at first use. */
public final class GlyphCache {
  private final ConcurrentMap<String, Long> areas = new ConcurrentHashMap<>(512);
  private final ToLongFunction<String> rasterizer;

  public GlyphCache(ToLongFunction<String> rasterizer) {
    this.rasterizer = rasterizer;
  }

  public long area(String glyph) {
    return areas.computeIfAbsent(glyph, g -> rasterizer.applyAsLong(g));
  }

  public void flush() {
    areas.clear();
  }
}
