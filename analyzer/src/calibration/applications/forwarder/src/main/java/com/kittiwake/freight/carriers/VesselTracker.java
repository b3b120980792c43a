package com.kittiwake.freight.carriers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;

public class VesselTracker {
  private final HttpClient http;
  private final String host;
  private final int port;

  public record Position(String imo, double lat, double lon, double knots) {}

  public VesselTracker(Vertx vertx, String host, int port) {
    this.http = vertx.createHttpClient();
    this.host = host;
    this.port = port;
  }

  public Future<Position> position(String imo) {
    return http.request(HttpMethod.GET, port, host, "/vessels/" + imo)
        .compose(HttpClientRequest::send)
        .compose(HttpClientResponse::body)
        .map(VesselTracker::decode);
  }

  public Future<List<Position>> positions(List<String> imos) {
    List<Future<Position>> all = imos.stream().map(this::position).toList();
    return Future.all(all).map(done -> done.<Position>list());
  }

  static Position decode(Buffer body) {
    JsonObject o = body.toJsonObject();
    return new Position(
        o.getString("imo"), o.getDouble("lat"), o.getDouble("lon"), o.getDouble("knots"));
  }

  /** For callers outside of the event loop. */
  public Position positionNow(String imo) throws Exception {
    return position(imo).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
