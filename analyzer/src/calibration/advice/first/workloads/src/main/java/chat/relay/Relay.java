package chat.relay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Relays questions to the bot over one multiplexed connection; replies carry the question's number.
 */
public final class Relay implements AutoCloseable {
  private static final long LIMIT_MILLIS = 5_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Integer, Pending> pending = new HashMap<>();
  private final Socket socket;
  private final OutputStream out;
  private int next;

  public Relay(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    Thread reader = new Thread(this::readReplies, "relay-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /** Puts each question and returns the replies, in order. */
  public List<String> askAll(List<String> questions) throws IOException, InterruptedException {
    List<String> replies = new ArrayList<>(questions.size());
    for (String question : questions) {
      replies.add(ask(question));
    }
    return replies;
  }

  public String ask(String question) throws IOException, InterruptedException {
    lock.lock();
    try {
      int number = next++;
      Pending mine = new Pending(lock.newCondition());
      pending.put(number, mine);
      out.write((number + " " + question + "\n").getBytes(StandardCharsets.UTF_8));
      long left = TimeUnit.MILLISECONDS.toNanos(LIMIT_MILLIS);
      while (mine.reply == null) {
        left = mine.arrived.awaitNanos(left);
        if (left <= 0) {
          throw new IOException("no reply to " + question);
        }
      }
      return mine.reply;
    } finally {
      lock.unlock();
    }
  }

  private void readReplies() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        deliver(Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
      }
    } catch (IOException e) {
      System.err.println("connection to the bot lost: " + e.getMessage());
    }
  }

  private void deliver(int number, String reply) {
    lock.lock();
    try {
      Pending waiting = pending.remove(number);
      if (waiting != null) {
        waiting.reply = reply;
        waiting.arrived.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private static final class Pending {
    private final Condition arrived;
    private String reply;

    private Pending(Condition arrived) {
      this.arrived = arrived;
    }
  }
}
