package com.kittiwake.freight.carriers;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The fuel market, as a stream. */
public class BunkerPrices {
  private final String url;

  public record Price(String hub, double usd) {}

  public BunkerPrices(String url) {
    this.url = url;
  }

  private List<Price> download() throws Exception {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new URL(url).openStream(), StandardCharsets.UTF_8))) {
      return in.lines().map(BunkerPrices::price).toList();
    }
  }

  static Price price(String line) {
    int eq = line.indexOf('=');
    return new Price(line.substring(0, eq), Double.parseDouble(line.substring(eq + 1)));
  }

  public Flowable<Price> prices() {
    return Single.fromCallable(this::download)
        .flattenAsFlowable(list -> list)
        .subscribeOn(Schedulers.io());
  }

  public Flowable<Price> everyMinute() {
    return Flowable.interval(60, TimeUnit.SECONDS)
        .flatMap(tick -> prices().retry(2))
        .distinctUntilChanged();
  }

  public Single<Double> mean(String prefix) {
    return prices()
        .filter(p -> p.hub().startsWith(prefix))
        .map(Price::usd)
        .collect(
            () -> new double[2],
            (sum, usd) -> {
              sum[0] += usd;
              sum[1]++;
            })
        .map(sum -> sum[0] / sum[1]);
  }

  public double meanNow(String prefix) {
    return mean(prefix).blockingGet();
  }

  public Disposable watch(Consumer<Price> sink) {
    return prices().subscribe(sink::accept, Throwable::printStackTrace);
  }

  /** Volatility of a list already here: windowed over the list, on the caller's thread. */
  public static double swing(List<Price> history, int window) {
    return Flowable.fromIterable(history)
        .map(Price::usd)
        .buffer(window, 1)
        .map(
            w ->
                w.stream().mapToDouble(d -> d).max().orElse(0)
                    - w.stream().mapToDouble(d -> d).min().orElse(0))
        .reduce(0.0, Math::max)
        .blockingGet();
  }
}
