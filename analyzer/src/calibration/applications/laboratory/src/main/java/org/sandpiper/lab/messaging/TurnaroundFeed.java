package org.sandpiper.lab.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.sandpiper.lab.domain.Result;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Stream of results for the dashboard. */
public final class TurnaroundFeed {
  private final Sinks.Many<Result> sink = Sinks.many().multicast().directBestEffort();
  private final Function<String, Double> remoteMean;

  public TurnaroundFeed(Function<String, Double> remoteMean) {
    this.remoteMean = remoteMean;
  }

  public void accept(Result r) {
    sink.tryEmitNext(r);
  }

  public Flux<Double> means(String analyte, int window) {
    return sink.asFlux()
        .filter(r -> r.analyte().equals(analyte))
        .buffer(window, 1)
        .map(TurnaroundFeed::mean);
  }

  static double mean(List<Result> l) {
    return l.stream().mapToDouble(Result::value).average().orElse(Double.NaN);
  }

  /** Difference to the mean that the reference laboratory publishes. */
  public Mono<Double> bias(String analyte, double own) {
    return Mono.fromCallable(() -> remoteMean.apply(analyte))
        .subscribeOn(Schedulers.boundedElastic())
        .map(m -> own - m);
  }

  public double biasNow(String analyte, double own) {
    Double b = bias(analyte, own).block(Duration.ofSeconds(10));
    return b == null ? Double.NaN : b;
  }

  public List<Double> biases(List<String> analytes) {
    return Flux.fromIterable(analytes).flatMapSequential(a -> bias(a, 0), 4).collectList().block();
  }

  public Disposable watch(String analyte, Runnable alarm, double limit) {
    return means(analyte, 20).filter(m -> m > limit).subscribe(m -> alarm.run());
  }

  /** Largest jump within a day of results, without the sink. */
  public static double largestJump(List<Result> day) {
    return Flux.fromIterable(day)
        .map(Result::value)
        .buffer(2, 1)
        .filter(p -> p.size() == 2)
        .map(p -> Math.abs(p.get(1) - p.get(0)))
        .reduce(0.0, Math::max)
        .block();
  }
}
