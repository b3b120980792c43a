package it;

import module java.base;

/** Waits where it should not, in the words of Java 25. */
public class Desk {

  private static final Object LOCK = new Object();

  sealed interface Order {
    record One(int port) implements Order {}

    record Many(List<One> orders) implements Order {}
  }

  public int ask(Order order) {
    synchronized (LOCK) {
      return switch (order) {
        case Order.One(int port) -> send(port);
        case Order.Many(var orders) -> orders.stream().mapToInt(this::ask).sum();
      };
    }
  }

  private static int send(int port) {
    try (Socket socket = new Socket("shop", port)) {
      return socket.getInputStream().read();
    } catch (IOException _) {
      return 0;
    }
  }
}
