package ocean.buoys;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the buoy network; many questions may be under way on the one connection, answers carry their
 * numbers.
 */
public class BuoyClient implements Closeable {
  private final Map<Long, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Socket socket;
  private final OutputStream out;

  public BuoyClient(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    Thread reader = new Thread(this::receive, "buoy-reader");
    reader.setDaemon(true);
    reader.start();
  }

  public CompletableFuture<String> askAsync(String question) {
    long number = numbers.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    pending.put(number, answer);
    try {
      byte[] line = (number + " " + question + "\n").getBytes(StandardCharsets.UTF_8);
      synchronized (out) {
        out.write(line);
      }
    } catch (IOException e) {
      pending.remove(number);
      answer.completeExceptionally(e);
    }
    return answer;
  }

  /** The same, waiting for the answer. */
  public String ask(String question) {
    return askAsync(question).join();
  }

  private void receive() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = in.readLine()) != null) {
        int space = line.indexOf(' ');
        CompletableFuture<String> answer = pending.remove(Long.parseLong(line.substring(0, space)));
        if (answer != null) {
          answer.complete(line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      pending.values().forEach(answer -> answer.completeExceptionally(e));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
