package com.harbor.tracking;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to a receiver of ship positions. */
public class AisFeed implements Closeable {

  private final Socket socket;
  private final BufferedReader reader;
  private final Writer writer;
  private long received;

  public AisFeed(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    reader =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
  }

  /** The next sentence, comments left out. */
  public String nextSentence() throws IOException {
    String line;
    do {
      line = reader.readLine();
    } while (line != null && line.startsWith("#"));
    received++;
    return line;
  }

  public String query(long mmsi) throws IOException {
    writer.write("POS " + mmsi + "\n");
    writer.flush();
    return reader.readLine();
  }

  public long received() {
    return received;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
