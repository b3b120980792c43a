package it;

import java.io.IOException;
import java.net.Socket;

/** Waits under a lock that all share. */
public class Desk {

  private static final Object LOCK = new Object();
  private static int answers;

  public int ask(int port) {
    synchronized (LOCK) {
      answers += send(port);
      return answers;
    }
  }

  private static int send(int port) {
    try (Socket socket = new Socket("shop", port)) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      return 0;
    }
  }
}
