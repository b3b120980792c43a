package dev.concur.calibration;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Services on the loopback interface that answer after some milliseconds, as neighbours do. */
final class Neighbours {

  private static final int MILLIS = 3;

  final URI http;
  final int linePort;

  Neighbours() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newCachedThreadPool(Neighbours::daemon));
    server.createContext(
        "/",
        exchange -> {
          pause(MILLIS);
          exchange.getRequestBody().readAllBytes();
          byte[] answer = "12.50".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    http = URI.create("http://localhost:" + server.getAddress().getPort());
    ServerSocket lines = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    linePort = lines.getLocalPort();
    daemon(() -> accept(lines)).start();
  }

  private static void accept(ServerSocket lines) {
    while (true) {
      try {
        Socket socket = lines.accept();
        daemon(() -> answer(socket)).start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answer(Socket socket) {
    try (socket) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      while (in.readLine() != null) {
        pause(MILLIS);
        socket.getOutputStream().write("42\n".getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // The other side is gone.
    }
  }

  /** A way to a server on this machine that takes a millisecond in each direction. */
  static int farAwayFrom(int port) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    daemon(
            () -> {
              while (true) {
                try {
                  Socket near = door.accept();
                  Socket far = new Socket("localhost", port);
                  near.setTcpNoDelay(true);
                  far.setTcpNoDelay(true);
                  daemon(() -> pump(near, far)).start();
                  daemon(() -> pump(far, near)).start();
                } catch (IOException e) {
                  return;
                }
              }
            })
        .start();
    return door.getLocalPort();
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        pause(1);
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One side is gone.
    }
  }

  /** What a person types, at a person's pace. */
  static InputStream typing(String text) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        pause(1);
        return text.charAt(at++ % text.length());
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        bytes[from] = (byte) read();
        return 1;
      }
    };
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
