package com.pawlane.clinic.partners;

import com.pawlane.clinic.model.Species;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Warns owners of animals that suffer in the heat. */
public class HeatWarning {
  private final HttpClient http;
  private final URI weather;

  public HeatWarning(HttpClient http, URI weather) {
    this.http = http;
    this.weather = weather;
  }

  public Mono<Double> temperature(String town) {
    return Mono.fromCallable(() -> fetch(town))
        .subscribeOn(Schedulers.boundedElastic())
        .map(Double::parseDouble);
  }

  public Flux<String> hotTowns(List<String> towns) {
    return Flux.fromIterable(towns)
        .flatMap(town -> temperature(town).filter(t -> t > 30).map(t -> town));
  }

  public boolean isHot(String town) {
    return Boolean.TRUE.equals(temperature(town).map(t -> t > 30).block(Duration.ofSeconds(5)));
  }

  public boolean suffers(Species species) {
    return switch (species) {
      case RABBIT, DOG, BIRD -> true;
      case CAT, HORSE, REPTILE -> false;
    };
  }

  private String fetch(String town) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(weather.resolve("/weather/" + town)).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
