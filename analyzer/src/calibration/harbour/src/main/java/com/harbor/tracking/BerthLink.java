package com.harbor.tracking;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Speaks with the controllers on the quay, old and new. */
public class BerthLink {

  private final DataInputStream in;
  private final DataOutputStream out;
  private final SocketChannel channel;
  private final int beacon;

  public BerthLink(Socket socket, SocketChannel channel, int beacon) throws IOException {
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    this.channel = channel;
    this.beacon = beacon;
  }

  /** One frame there, one back. */
  public synchronized byte[] exchange(byte[] frame) throws IOException {
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
    byte[] answer = new byte[in.readInt()];
    in.readFully(answer);
    return answer;
  }

  static ByteBuffer encode(int berth, int command) {
    ByteBuffer buffer = ByteBuffer.allocate(12);
    buffer.putInt(8).putInt(berth).putInt(command);
    buffer.flip();
    return buffer;
  }

  /** As {@link #exchange}, with the newer controllers. */
  public int command(int berth, int command) throws IOException {
    ByteBuffer request = encode(berth, command);
    while (request.hasRemaining()) {
      channel.write(request);
    }
    ByteBuffer answer = ByteBuffer.allocate(12);
    while (answer.hasRemaining()) {
      if (channel.read(answer) < 0) {
        throw new IOException("controller of berth " + berth + " is gone");
      }
    }
    answer.flip();
    answer.getInt();
    return answer.getInt();
  }

  /** Asks the beacon which is in sight. */
  public String beacon(String question) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(1_000);
      byte[] bytes = question.getBytes(StandardCharsets.UTF_8);
      socket.send(
          new DatagramPacket(
              bytes,
              bytes.length,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), beacon)));
      DatagramPacket answer = new DatagramPacket(new byte[512], 512);
      socket.receive(answer);
      return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8);
    }
  }

  /** Whether somebody answers with a line at that port. */
  public static boolean greets(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1_000);
      socket.setSoTimeout(1_000);
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }
}
