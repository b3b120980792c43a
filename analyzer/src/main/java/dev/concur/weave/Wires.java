package dev.concur.weave;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * Sockets in code that is verified: they are made without reaching out, and their streams lead
 * nowhere and wait with each read or write.
 */
public final class Wires {

  private static final String SOCKET = "java/net/Socket";

  /** Classes whose constructors reach out or listen, all but that without arguments. */
  private static final Set<String> REACHING = Set.of(SOCKET, "java/net/ServerSocket");

  /** Classes whose objects tell an address, once they are connected. */
  private static final Set<String> ADDRESSED =
      Set.of(
          SOCKET,
          "java/net/ServerSocket",
          "javax/net/ssl/SSLSocket",
          "java/nio/channels/SocketChannel");

  private static final Set<String> ADDRESSES =
      Set.of("()Ljava/net/InetAddress;", "()Ljava/net/SocketAddress;");

  /** Of what is connected to nothing. */
  static final int PORT = 80;

  private Wires() {}

  /** Whether this call tells an address, which is null where nothing is connected. */
  static boolean tellsAddress(String owner, String descriptor) {
    return ADDRESSED.contains(owner) && ADDRESSES.contains(descriptor);
  }

  /** Whether this call constructs something that would be connected by it. */
  static boolean connects(int opcode, String owner, String name) {
    return opcode == Opcodes.INVOKESPECIAL && name.equals("<init>") && REACHING.contains(owner);
  }

  /** Whether this call answers a stream of a connection. */
  public static boolean isStream(String owner, String name) {
    return owner.replace('.', '/').equals(SOCKET)
        && (name.equals("getInputStream") || name.equals("getOutputStream"));
  }

  /** The same stream, which waits; another value as it is. */
  static Object waiting(Object stream, long nanos) {
    if (stream instanceof InputStream in) {
      return new Incoming(in, nanos);
    }
    return stream instanceof OutputStream out ? new Outgoing(out, nanos) : stream;
  }

  /** Waits before it reads. */
  private static final class Incoming extends FilterInputStream {
    private final long nanos;

    Incoming(InputStream in, long nanos) {
      super(in);
      this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
      Stub.pause(nanos);
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Stub.pause(nanos);
      return super.read(bytes, offset, length);
    }
  }

  /** Waits before it writes. */
  private static final class Outgoing extends FilterOutputStream {
    private final long nanos;

    Outgoing(OutputStream out, long nanos) {
      super(out);
      this.nanos = nanos;
    }

    @Override
    public void write(int letter) throws IOException {
      Stub.pause(nanos);
      out.write(letter);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      Stub.pause(nanos);
      out.write(bytes, offset, length);
    }
  }
}
