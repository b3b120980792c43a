package org.sandpiper.lab.service;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.quality.ControlChart;
import org.sandpiper.lab.quality.ControlSeries;
import org.sandpiper.lab.quality.MovingAverages;
import org.sandpiper.lab.quality.WestgardRules;
import org.sandpiper.lab.store.ResultRepository;

public class QualityService {
  private final ResultRepository results;
  private final WestgardRules rules;
  private final ControlChart chart;
  private final MovingAverages averages = new MovingAverages(7);
  private final ExecutorService pool;
  private final LoadingCache<String, ControlSeries> recent;

  public QualityService(
      ResultRepository results, WestgardRules rules, ControlChart chart, ExecutorService pool) {
    this.results = results;
    this.rules = rules;
    this.chart = chart;
    this.pool = pool;
    this.recent = CacheBuilder.newBuilder().maximumSize(100).build(CacheLoader.from(this::series));
  }

  public ControlSeries series(String analyte) {
    Instant now = Instant.now();
    double[] v =
        results.between(analyte, now.minus(400, ChronoUnit.DAYS), now).stream()
            .mapToDouble(Result::value)
            .toArray();
    ControlSeries raw = new ControlSeries(analyte, 0, 1, v);
    return new ControlSeries(analyte, raw.mean(), raw.spread(), v);
  }

  public Set<WestgardRules.Rule> alarms(String analyte) {
    return rules.check(series(analyte));
  }

  /** Alarms of what is known without asking the database again. */
  public Set<WestgardRules.Rule> alarmsOfRecent(String analyte) {
    return rules.check(recent.getUnchecked(analyte));
  }

  public byte[] chart(String analyte) {
    return chart.png(series(analyte));
  }

  public byte[] draw(ControlSeries s) {
    return chart.png(s);
  }

  public int[] review(ControlSeries s) {
    return rules.review(s);
  }

  public double tune(ControlSeries s) {
    return averages.bestWeight(s.values(), s.sd());
  }

  public double tuneFor(String analyte) {
    return tune(series(analyte));
  }

  public List<Double> tuneAll(List<ControlSeries> all) {
    List<CompletableFuture<Double>> f =
        all.stream().map(s -> CompletableFuture.supplyAsync(() -> tune(s), pool)).toList();
    return f.stream().map(CompletableFuture::join).toList();
  }

  public CompletableFuture<byte[]> chartLater(String analyte) {
    return CompletableFuture.supplyAsync(() -> chart(analyte), pool);
  }
}
