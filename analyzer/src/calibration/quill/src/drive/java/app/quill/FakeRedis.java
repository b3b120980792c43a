package app.quill;

import dev.concur.measure.Neighbours;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Enough of Redis for a client; answers after some milliseconds. */
final class FakeRedis {

  static int start() throws IOException {
    return Neighbours.server(
        socket -> {
          InputStream in = new BufferedInputStream(socket.getInputStream());
          StringBuilder answers = new StringBuilder();
          boolean slow = false;
          while (true) {
            List<String> command = new ArrayList<>();
            int parts = Integer.parseInt(line(in).substring(1));
            for (int i = 0; i < parts; i++) {
              byte[] bytes = in.readNBytes(Integer.parseInt(line(in).substring(1)));
              line(in);
              command.add(new String(bytes, StandardCharsets.UTF_8));
            }
            switch (command.get(0).toUpperCase()) {
              case "HELLO" -> answers.append("-ERR unknown command\r\n");
              case "GET" -> answers.append("$5\r\nhello\r\n");
              case "PING" -> answers.append("+PONG\r\n");
              default -> answers.append("+OK\r\n");
            }
            slow |= command.get(0).matches("(?i)(get|set|setex)");
            if (in.available() == 0) {
              if (slow) {
                Neighbours.pause(Neighbours.MILLIS);
              }
              socket.getOutputStream().write(answers.toString().getBytes(StandardCharsets.UTF_8));
              answers.setLength(0);
              slow = false;
            }
          }
        });
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder out = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("gone");
      }
      if (c != '\r') {
        out.append((char) c);
      }
    }
    return out.toString();
  }
}
