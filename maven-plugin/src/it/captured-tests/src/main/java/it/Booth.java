package it;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks a far away shop about tickets, but only about those that it has sold itself. */
public class Booth {

  private static final Object LOCK = new Object();

  private final Map<Ticket, Integer> sold = new ConcurrentHashMap<>();

  /** No two are the same. */
  public static final class Ticket {
    Ticket() {}
  }

  public Ticket sell(int port) {
    Ticket ticket = new Ticket();
    sold.put(ticket, port);
    return ticket;
  }

  public int check(Ticket ticket) {
    synchronized (LOCK) {
      Integer port = sold.get(ticket);
      if (port == null) {
        throw new IllegalStateException("not one of ours");
      }
      return send(port);
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
