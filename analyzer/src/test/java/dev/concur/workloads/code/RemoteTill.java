package dev.concur.workloads.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One line to the bank for all tills. */
public final class RemoteTill {

  private static RemoteTill only;

  private final InputStream in;
  private final OutputStream out;

  private RemoteTill(Socket socket) throws IOException {
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  public static synchronized RemoteTill only(String host, int port) throws IOException {
    if (only == null) {
      only = new RemoteTill(new Socket(host, port));
    }
    return only;
  }

  public static RemoteTill another(String host, int port) throws IOException {
    return new RemoteTill(new Socket(host, port));
  }

  public synchronized int pay(int cents) throws IOException {
    out.write(cents & 127);
    out.flush();
    return in.read();
  }
}
