package org.sandpiper.lab.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sandpiper.lab.domain.LabException;
import org.sandpiper.lab.domain.Range;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reference ranges: the whole table is small and read once; prices change and are cached one by
 * one.
 */
public class AnalyteCatalog {
  private final JdbcTemplate jdbc;
  private volatile Map<String, Range> ranges;
  private final LoadingCache<String, Integer> prices;

  public AnalyteCatalog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.prices =
        Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build(this::priceFromTable);
  }

  private Integer priceFromTable(String analyte) {
    List<Integer> p =
        jdbc.queryForList("select price from analyte where code = ?", Integer.class, analyte);
    return p.isEmpty() ? 0 : p.get(0);
  }

  public Range range(String analyte) {
    Map<String, Range> m = ranges;
    if (m == null) ranges = m = load();
    Range r = m.get(analyte);
    if (r == null) throw new LabException("no range for " + analyte);
    return r;
  }

  private Map<String, Range> load() {
    Map<String, Range> m = new HashMap<>();
    jdbc.query(
        "select * from analyte",
        r -> {
          m.put(
              r.getString("code"),
              new Range(
                  r.getString("code"),
                  r.getString("unit"),
                  r.getDouble("low"),
                  r.getDouble("high"),
                  r.getDouble("panic_low"),
                  r.getDouble("panic_high")));
        });
    return m;
  }

  public void forget() {
    ranges = null;
    prices.invalidateAll();
  }

  public int price(String analyte) {
    return prices.get(analyte);
  }

  /** All with one statement, for the invoice runs. */
  public Map<String, Integer> pricesOf(Iterable<String> analytes) {
    return prices.getAll(analytes);
  }
}
