package org.sandpiper.lab.hl7;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Sends messages in MLLP frames over a kept connection; reconnects once when it was closed.
 *
 * @author heiko
 */
public class MllpLink {
  private static final int START = 0x0b, END = 0x1c;
  private final String host;
  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private int sent;

  public MllpLink(String host, int port) {
    this.host = host;
    this.port = port;
  }

  private void open() throws IOException {
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(30000);
    socket.connect(new InetSocketAddress(host, port), 5000);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  public synchronized Hl7Message send(Hl7Message message) throws IOException {
    byte[] frame = frame(message.encode());
    for (int attempt = 0; ; attempt++) {
      try {
        if (socket == null) open();
        out.write(frame);
        out.flush();
        Hl7Message answer = new Hl7Parser().parse(new String(readFrame(in), "ISO-8859-1"));
        sent++;
        return answer;
      } catch (IOException e) {
        close();
        if (attempt > 0) throw e;
      }
    }
  }

  static byte[] frame(String text) throws IOException {
    ByteArrayOutputStream b = new ByteArrayOutputStream(text.length() + 3);
    b.write(START);
    b.write(text.getBytes("ISO-8859-1"));
    b.write(END);
    b.write('\r');
    return b.toByteArray();
  }

  static byte[] readFrame(InputStream in) throws IOException {
    ByteArrayOutputStream b = new ByteArrayOutputStream();
    int c = in.read();
    while (c >= 0 && c != START) c = in.read();
    for (c = in.read(); c >= 0 && c != END; c = in.read()) b.write(c);
    if (c < 0) throw new IOException("connection closed");
    in.read();
    return b.toByteArray();
  }

  public int getSent() {
    return sent;
  }

  public synchronized void close() {
    try {
      if (socket != null) socket.close();
    } catch (IOException e) {
      // nothing can be done
    }
    socket = null;
  }
}
