package sso.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Exchanges session identifiers for access tokens at the identity provider. */
public final class TokenBroker implements AutoCloseable {
  private final int providerPort;
  private final Map<String, String> tokens = new HashMap<>();
  private final ExecutorService requests = Executors.newFixedThreadPool(16);

  public TokenBroker(int providerPort) {
    this.providerPort = providerPort;
  }

  /** Exchanges all sessions; returns the number of tokens obtained. */
  public int exchangeAll(List<String> sessions) throws InterruptedException, ExecutionException {
    List<Future<String>> pending = new ArrayList<>(sessions.size());
    for (String session : sessions) {
      pending.add(requests.submit(() -> exchange(session)));
    }
    int obtained = 0;
    for (Future<String> token : pending) {
      obtained += token.get().isEmpty() ? 0 : 1;
    }
    return obtained;
  }

  public synchronized String exchange(String session) throws IOException {
    String token = askProvider(session);
    tokens.put(session, token);
    return token;
  }

  public synchronized String known(String session) {
    return tokens.get(session);
  }

  private String askProvider(String session) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), providerPort)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(("token " + session + "\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new IOException("provider closed the connection");
      }
      return line;
    }
  }

  @Override
  public void close() {
    requests.shutdown();
  }
}
