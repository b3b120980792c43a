package alarms.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** Hands an alarm to the control room, which acknowledges it. */
public class AlarmSink {
  private final int port;

  public AlarmSink(int port) {
    this.port = port;
  }

  public String raise(String alarm) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(("ALARM " + alarm + "\n").getBytes());
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    } catch (IOException e) {
      return "lost";
    }
  }
}
