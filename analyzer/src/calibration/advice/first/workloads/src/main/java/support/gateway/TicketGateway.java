package support.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Accepts ticket requests over a line protocol and answers them from the ticket system behind it.
 */
public final class TicketGateway implements AutoCloseable {
  private static final int BACKLOG = 512;

  private final ServerSocket server;
  private final int upstreamPort;
  private volatile boolean running = true;

  public TicketGateway(int upstreamPort) throws IOException {
    this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    this.upstreamPort = upstreamPort;
  }

  public int port() {
    return server.getLocalPort();
  }

  public ServerSocket socket() {
    return server;
  }

  /** Serves clients until the gateway is closed. */
  public void serve() {
    while (running) {
      try (Socket client = server.accept()) {
        handle(client);
      } catch (IOException e) {
        if (running) {
          System.err.println("request failed: " + e.getMessage());
        }
      }
    }
  }

  public void handle(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    String ticket = in.readLine();
    if (ticket == null) {
      return;
    }
    String status = askUpstream(ticket.trim());
    OutputStream out = client.getOutputStream();
    out.write(("OK " + status + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String askUpstream(String ticket) throws IOException {
    try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), upstreamPort)) {
      upstream.setTcpNoDelay(true);
      upstream.getOutputStream().write((ticket + "\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(upstream.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new IOException("ticket system closed the connection");
      }
      return line;
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    server.close();
  }
}
