package it;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** Waits where it should not. */
public class Desk {

  public CompletableFuture<Integer> ask(int port) {
    return CompletableFuture.supplyAsync(() -> send(port));
  }

  private static int send(int port) {
    try (Socket socket = new Socket("shop", port)) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return 0;
    }
  }
}
