package org.sandpiper.lab.analyzer;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Terminal server in front of the serial line. */
public final class SocketTransport implements Transport {
  private final Socket socket;
  private final InputStream in;

  public SocketTransport(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  @Override
  public void write(byte[] b) throws IOException {
    socket.getOutputStream().write(b);
  }

  @Override
  public int readUntil(byte end, byte[] buffer) throws IOException {
    int n = 0;
    while (true) {
      int c = in.read();
      if (c < 0) throw new EOFException();
      buffer[n++] = (byte) c;
      if (c == end || n == buffer.length) return n;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
