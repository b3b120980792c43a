package it;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Waits for a network, and calls Kotlin where it should not. */
public final class Wire {

  private Wire() {}

  static int send(int port) {
    try (Socket socket = new Socket("shop", port)) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return 0;
    }
  }

  public static CompletableFuture<Integer> later(int port) {
    return CompletableFuture.supplyAsync(() -> Desk.INSTANCE.ask(port));
  }
}
