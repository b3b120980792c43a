package dev.concur.workloads;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CompletableFuture;

/** A server on the loopback device that answers each byte after so many milliseconds. */
final class SlowServer {

  private static int port;

  private SlowServer() {}

  static synchronized int start(int millis) throws IOException {
    if (port == 0) {
      AsynchronousServerSocketChannel server =
          AsynchronousServerSocketChannel.open()
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
      port = ((InetSocketAddress) server.getLocalAddress()).getPort();
      server.accept(null, again(server, millis));
    }
    return port;
  }

  private static CompletionHandler<AsynchronousSocketChannel, Void> again(
      AsynchronousServerSocketChannel server, int millis) {
    return then(
        client -> {
          server.accept(null, again(server, millis));
          serve(client, millis);
        });
  }

  private static void serve(AsynchronousSocketChannel client, int millis) {
    ByteBuffer question = ByteBuffer.allocate(1);
    client.read(
        question,
        null,
        then(
            read -> {
              if (read < 0) {
                close(client);
                return;
              }
              question.flip();
              Plays.later(millis, 0)
                  .thenRun(
                      () -> client.write(question, null, then(written -> serve(client, millis))));
            }));
  }

  /** A question asked without a thread that waits. */
  static CompletableFuture<Integer> ask(int question) {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    try {
      AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
      ByteBuffer one = ByteBuffer.wrap(new byte[] {(byte) (question & 127)});
      channel.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), start(10)),
          null,
          then(
              connected ->
                  channel.write(
                      one,
                      null,
                      then(
                          written -> {
                            one.clear();
                            channel.read(
                                one,
                                null,
                                then(
                                    read -> {
                                      close(channel);
                                      answer.complete(read);
                                    }));
                          }))));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  private static void close(AsynchronousSocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Then<T> {
    void with(T value);
  }

  private static <T> CompletionHandler<T, Void> then(Then<T> next) {
    return new CompletionHandler<>() {
      @Override
      public void completed(T value, Void nothing) {
        next.with(value);
      }

      @Override
      public void failed(Throwable why, Void nothing) {
        // A client that went away needs no answer.
      }
    };
  }
}
