package netops.zone;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * One datagram out, one datagram back; a fresh port for every question, as the protocol asks for.
 */
public class UdpResolver implements Resolver {

  private static final int MAX_DATAGRAM = 512;
  private final InetAddress server;
  private final int port;
  private final int timeoutMillis;

  public UdpResolver(InetAddress server, int port, int timeoutMillis) {
    this.server = server;
    this.port = port;
    this.timeoutMillis = timeoutMillis;
  }

  @Override
  public String lookup(String host) throws IOException {
    byte[] question = host.getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(timeoutMillis);
      socket.send(new DatagramPacket(question, question.length, server, port));
      DatagramPacket answer = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
    }
  }
}
