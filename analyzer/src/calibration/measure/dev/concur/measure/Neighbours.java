package dev.concur.measure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Services on the loopback interface that answer after some milliseconds, and other company. */
public final class Neighbours {

  /** How long each of them takes before it answers. */
  public static final int MILLIS = 4;

  private static final ScheduledExecutorService LATER =
      Executors.newScheduledThreadPool(2, Neighbours::daemon);

  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
  public final URI http;

  public Neighbours() throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 100);
    server.setExecutor(Executors.newCachedThreadPool(Neighbours::daemon));
    server.createContext("/", this::answer);
    server.start();
    http = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What is answered to requests of that path; other paths get a short text. */
  public Neighbours page(String path, String text) {
    pages.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Neighbours page(String path, byte[] bytes) {
    pages.put(path, bytes);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    pause(MILLIS);
    byte[] page = pages.getOrDefault(exchange.getRequestURI().getPath(), "12.50".getBytes());
    String type =
        page.length > 0 && (page[0] == '{' || page[0] == '[')
            ? "application/json"
            : page.length > 0 && page[0] == '<' ? "application/xml" : "text/plain";
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, page.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(page);
    }
  }

  /** A server that answers lines. */
  public static int lines(UnaryOperator<String> answers) throws IOException {
    return server(
        socket -> {
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            pause(MILLIS);
            socket
                .getOutputStream()
                .write((answers.apply(line) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** A server that sends a line every few milliseconds, unasked. */
  public static int feed(String line) throws IOException {
    return server(
        socket -> {
          byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
          while (true) {
            pause(MILLIS);
            socket.getOutputStream().write(bytes);
          }
        });
  }

  /** A server that answers frames: a length and that many bytes. */
  public static int frames() throws IOException {
    return server(
        socket -> {
          DataInputStream in = new DataInputStream(socket.getInputStream());
          DataOutputStream out = new DataOutputStream(socket.getOutputStream());
          while (true) {
            byte[] frame = new byte[in.readInt()];
            in.readFully(frame);
            pause(MILLIS);
            byte[] answer = new byte[frame.length + 4];
            answer[0] = (byte) (frame.length >> 24);
            answer[1] = (byte) (frame.length >> 16);
            answer[2] = (byte) (frame.length >> 8);
            answer[3] = (byte) frame.length;
            System.arraycopy(frame, 0, answer, 4, frame.length);
            out.write(answer);
          }
        });
  }

  /** A datagram echo. */
  public static int datagrams() throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
    daemon(
            () -> {
              byte[] buffer = new byte[2_048];
              try {
                while (true) {
                  DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                  socket.receive(packet);
                  pause(MILLIS);
                  socket.send(packet);
                }
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            })
        .start();
    return socket.getLocalPort();
  }

  /** What is done with one connection. */
  public interface Conversation {
    void hold(Socket socket) throws IOException;
  }

  public static int server(Conversation conversation) throws IOException {
    ServerSocket door = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    daemon(
            () -> {
              while (true) {
                try {
                  Socket socket = door.accept();
                  socket.setTcpNoDelay(true);
                  daemon(
                          () -> {
                            try (socket) {
                              conversation.hold(socket);
                            } catch (IOException e) {
                              // The other side is gone.
                            }
                          })
                      .start();
                } catch (IOException e) {
                  return;
                }
              }
            })
        .start();
    return door.getLocalPort();
  }

  /** A way to a server on this machine that takes a millisecond in each direction. */
  public static int farAwayFrom(int port) throws IOException {
    return server(
        near -> {
          Socket far = new Socket("127.0.0.1", port);
          far.setTcpNoDelay(true);
          daemon(() -> pump(near, far)).start();
          pump(far, near);
        });
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

  /** What a person types: a line every few milliseconds, over and over. */
  public static InputStream typing(String... lines) {
    return new InputStream() {
      private byte[] line = new byte[0];
      private int at;
      private int next;

      private void more() {
        if (at >= line.length) {
          pause(MILLIS);
          line = (lines[next++ % lines.length] + "\n").getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
      }

      @Override
      public synchronized int read() {
        more();
        return line[at++];
      }

      @Override
      public synchronized int read(byte[] bytes, int from, int length) {
        if (length == 0) {
          return 0;
        }
        more();
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, bytes, from, count);
        at += count;
        return count;
      }
    };
  }

  /** Does that on another thread after some milliseconds. */
  public static Object later(Runnable what) {
    return LATER.schedule(what, MILLIS, TimeUnit.MILLISECONDS);
  }

  public static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  public static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
