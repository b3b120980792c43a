package plant.meters;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A dialogue with the concentrator: a question, an answer, one at a time. */
public class MeterConnection implements Closeable {
  private final Socket socket;
  private final BufferedReader in;

  public MeterConnection(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  public Reading read(String meter) throws IOException {
    socket.getOutputStream().write(("READ " + meter + "\n").getBytes(StandardCharsets.US_ASCII));
    String answer = in.readLine();
    if (answer == null || !answer.startsWith(meter + "=")) {
      throw new IOException("answer for " + meter + ": " + answer);
    }
    return new Reading(meter, Long.parseLong(answer.substring(meter.length() + 1)));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
