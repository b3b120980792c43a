package harness;

import com.sun.net.httpserver.HttpServer;
import java.io.*;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.LockSupport;

/** Loopback servers with some latency. */
final class Servers {
  static ExecutorService threads =
      Executors.newCachedThreadPool(
          r -> {
            Thread t = new Thread(r, "harness-srv");
            t.setDaemon(true);
            return t;
          });

  static void pause(double millis) {
    long end = System.nanoTime() + (long) (millis * 1e6);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime())
      LockSupport.parkNanos(left);
  }

  interface Session {
    void run(Socket s) throws Exception;
  }

  static int serve(Session session) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(
        () -> {
          while (true) {
            try {
              Socket s = server.accept();
              s.setTcpNoDelay(true);
              threads.execute(
                  () -> {
                    try (s) {
                      session.run(s);
                    } catch (Exception e) {
                      /* closed */
                    }
                  });
            } catch (IOException e) {
              return;
            }
          }
        });
    return server.getLocalPort();
  }

  static int proxy(int target, double millis) throws IOException {
    return serve(
        s -> {
          Socket t = new Socket("localhost", target);
          t.setTcpNoDelay(true);
          threads.execute(() -> pump(t, s, millis));
          pump(s, t, millis);
        });
  }

  static void pump(Socket from, Socket to, double millis) {
    try {
      byte[] b = new byte[64 * 1024];
      int n;
      while ((n = from.getInputStream().read(b)) > 0) {
        pause(millis);
        to.getOutputStream().write(b, 0, n);
      }
    } catch (IOException e) {
      /* closed */
    } finally {
      try {
        from.close();
      } catch (IOException e) {
      }
      try {
        to.close();
      } catch (IOException e) {
      }
    }
  }

  static void reply(OutputStream out, String t, double millis) throws IOException {
    pause(millis);
    out.write((t + "\r\n").getBytes());
    out.flush();
  }

  /** Acknowledges messages in MLLP frames. */
  static int mllp(double millis) throws IOException {
    return serve(
        s -> {
          BufferedInputStream in = new BufferedInputStream(s.getInputStream());
          while (true) {
            int c = in.read();
            while (c >= 0 && c != 0x1c) c = in.read();
            if (c < 0) return;
            in.read();
            pause(millis);
            s.getOutputStream()
                .write("\u000bMSH|^~\\&|WARD|||||| |ACK|1\rMSA|AA|1\r\u001c\r".getBytes());
          }
        });
  }

  /** An analyzer: answers a query with results. */
  static int astm(double millis, boolean each, List<byte[]> frames) throws IOException {
    return serve(
        s -> {
          InputStream in = s.getInputStream();
          OutputStream out = s.getOutputStream();
          while (true) {
            int c = in.read();
            if (c < 0) return;
            if (c == 5) {
              pause(millis);
              out.write(6);
            } else if (c == 2) {
              while (in.read() != '\n') {}
              pause(millis);
              out.write(6);
            } else if (c == 4) {
              for (byte[] f : frames) {
                out.write(f);
                if (each) {
                  in.read();
                  pause(millis / 4);
                }
              }
              if (!each) in.read();
            }
          }
        });
  }

  /** The part of NATS that the client needs. */
  static int nats(double millis) throws IOException {
    return serve(
        s -> {
          DataInputStream in = new DataInputStream(new BufferedInputStream(s.getInputStream()));
          OutputStream out = s.getOutputStream();
          out.write(
              ("INFO {\"server_id\":\"X\",\"version\":\"2.10.0\",\"go\":\"go1\",\"host\":\"127.0.0.1\",\"port\":4222,\"headers\":true,\"max_payload\":1048576,\"proto\":1}\r\n")
                  .getBytes());
          Map<String, String> subs = new LinkedHashMap<>();
          while (true) {
            @SuppressWarnings("deprecation")
            String l = in.readLine();
            if (l == null) return;
            String u = l.toUpperCase();
            if (u.startsWith("PING")) {
              pause(millis);
              out.write("PONG\r\n".getBytes());
            } else if (u.startsWith("SUB ")) {
              String[] p = l.split(" +");
              subs.put(p[1], p[p.length - 1]);
            } else if (u.startsWith("PUB ")) {
              String[] p = l.trim().split(" +");
              byte[] b = new byte[Integer.parseInt(p[p.length - 1])];
              in.readFully(b);
              in.readLine();
              if (p.length == 4) {
                for (Map.Entry<String, String> e : subs.entrySet()) {
                  String pre = e.getKey().replaceAll("[*>]$", "");
                  if (p[2].startsWith(pre)) {
                    pause(millis);
                    out.write(("MSG " + p[2] + " " + e.getValue() + " 5\r\n140.2\r\n").getBytes());
                  }
                }
              }
            }
          }
        });
  }

  static int http(double millis, String week) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(threads);
    server.createContext(
        "/",
        x -> {
          x.getRequestBody().readAllBytes();
          pause(millis);
          String p = x.getRequestURI().getPath();
          byte[] body;
          if (p.startsWith("/terminology"))
            body = "{\"loinc\":\"2951-2\",\"display\":\"Sodium\"}".getBytes();
          else if (p.equals("/claims"))
            body = "{\"number\":\"C-4711\",\"state\":\"ok\"}".getBytes();
          else if (p.startsWith("/insured"))
            body = "{\"active\":true,\"until\":\"2027-01-01\"}".getBytes();
          else if (p.startsWith("/notices/")) body = week.getBytes();
          else body = "ok".getBytes();
          x.sendResponseHeaders(200, body.length);
          x.getResponseBody().write(body);
          x.close();
        });
    server.start();
    return server.getAddress().getPort();
  }
}
