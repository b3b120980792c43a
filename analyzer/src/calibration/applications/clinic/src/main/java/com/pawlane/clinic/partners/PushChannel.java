package com.pawlane.clinic.partners;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Frames of a length and a text to the app of the owner. */
public class PushChannel implements AutoCloseable {
  private final SocketChannel channel;

  public PushChannel(InetSocketAddress server) throws IOException {
    channel = SocketChannel.open(server);
  }

  public String exchange(String text) throws IOException {
    ByteBuffer frame = frame(text);
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
    ByteBuffer length = fill(ByteBuffer.allocate(4)).flip();
    return StandardCharsets.UTF_8
        .decode(fill(ByteBuffer.allocate(length.getInt())).flip())
        .toString();
  }

  private ByteBuffer fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new IOException("closed");
      }
    }
    return buffer;
  }

  static ByteBuffer frame(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
