package dev.concur.samples.gilsinglethreadexecutor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends letters over a remote gateway. Wrong: one thread, and every letter waits for the one before
 * it.
 */
public final class MailRoom {

  private static final ExecutorService CLERK = Executors.newSingleThreadExecutor();

  private final HttpClient http;
  private final URI gateway;

  public MailRoom(HttpClient http, URI gateway) {
    this.http = http;
    this.gateway = gateway;
  }

  /** Sends a letter; the answer is the gateway's. */
  public Future<Integer> send(String letter) { // label: light async
    return CLERK.submit(() -> deliver(letter)); // expect: gil-single-thread-executor
  }

  private int deliver(String letter) { // label: io network
    try {
      HttpRequest request =
          HttpRequest.newBuilder(gateway).POST(BodyPublishers.ofString(letter)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
