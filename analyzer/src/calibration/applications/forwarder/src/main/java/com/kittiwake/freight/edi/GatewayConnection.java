package com.kittiwake.freight.edi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;

/** The line protocol of the value-added network. */
public class GatewayConnection {
  private static GatewayConnection instance;
  private final String host;
  private final int port;
  private Socket socket;
  private BufferedReader in;
  private PrintWriter out;

  public GatewayConnection(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public static synchronized GatewayConnection getInstance(String host, int port) {
    if (instance == null) {
      instance = new GatewayConnection(host, port);
    }
    return instance;
  }

  private void connect() throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    out = new PrintWriter(socket.getOutputStream(), true);
  }

  private String talk(String command) throws IOException {
    if (socket == null) {
      connect();
    }
    out.println(command);
    String answer = in.readLine();
    if (answer == null || !answer.startsWith("OK")) {
      throw new IOException("gateway said " + answer);
    }
    return answer.substring(2).trim();
  }

  public String deliver(String mailbox, String interchange) throws IOException {
    talk("TO " + mailbox);
    return talk("PUT " + interchange.length());
  }

  public int waiting() throws IOException {
    return talk("COUNT").length();
  }

  /** Delivers behind the caller's back. */
  public Thread deliverLater(final String mailbox, final String interchange) {
    Thread t =
        new Thread("gateway") {
          public void run() {
            try {
              synchronized (GatewayConnection.this) {
                deliver(mailbox, interchange);
              }
            } catch (IOException e) {
              System.err.println("not delivered: " + e.getMessage());
            }
          }
        };
    t.setDaemon(true);
    t.start();
    return t;
  }
}
