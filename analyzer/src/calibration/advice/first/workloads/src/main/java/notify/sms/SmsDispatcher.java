package notify.sms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Hands short messages to the carrier, which accepts three calls at a time from one customer. */
public final class SmsDispatcher {
  private static final int CARRIER_SLOTS = 3;

  private final InetSocketAddress carrier;
  private final Semaphore slots = new Semaphore(CARRIER_SLOTS);

  public SmsDispatcher(InetSocketAddress carrier) {
    this.carrier = carrier;
  }

  /** Sends the messages; returns how many the carrier accepted. */
  public int dispatch(List<String> messages) throws IOException, InterruptedException {
    int accepted = 0;
    for (String message : messages) {
      if (send(message)) {
        accepted++;
      }
    }
    return accepted;
  }

  public boolean send(String message) throws IOException, InterruptedException {
    byte[] line = (message.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
    slots.acquire();
    try (Socket socket = new Socket()) {
      socket.connect(carrier, 2_000);
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(line);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String answer = in.readLine();
      return answer != null && !answer.startsWith("ERR");
    } finally {
      slots.release();
    }
  }
}
