package dev.concur.samples.gilsinglethreadexecutor;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Right: letters go out side by side; the one thread that is left keeps a list, which takes no
 * time.
 */
public final class AsyncMailRoom {

  private static final ExecutorService CLERK = Executors.newSingleThreadExecutor();

  private final HttpClient http;
  private final URI gateway;
  private int sent;

  public AsyncMailRoom(HttpClient http, URI gateway) {
    this.http = http;
    this.gateway = gateway;
  }

  /** Sends a letter; the answer is the gateway's. */
  public CompletableFuture<Integer> send(String letter) { // label: light async
    HttpRequest request =
        HttpRequest.newBuilder(gateway).POST(BodyPublishers.ofString(letter)).build();
    CLERK.execute(this::count);
    return http.sendAsync(request, BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode());
  }

  private void count() { // label: light
    sent++;
  }
}
