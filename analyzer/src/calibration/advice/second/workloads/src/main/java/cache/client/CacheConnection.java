package cache.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A connection to the cache server: length-prefixed request and reply. */
public class CacheConnection implements CacheClient {
  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final DataOutputStream out;

  public CacheConnection(InetSocketAddress address) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(address, 1_000);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  @Override
  public String get(String key) throws IOException {
    synchronized (socket) {
      out.writeUTF(key);
      out.flush();
      return in.readUTF();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
