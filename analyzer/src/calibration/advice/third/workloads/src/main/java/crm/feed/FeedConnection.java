package crm.feed;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the change feed of the CRM. */
public class FeedConnection implements Closeable {
  private final Socket socket;
  private final BufferedReader in;
  private final Writer out;

  public FeedConnection(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
  }

  public ChangePage page(String cursor) throws IOException {
    out.write("PAGE " + cursor + "\n");
    out.flush();
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("feed closed at " + cursor);
    }
    return ChangePage.parse(line);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
