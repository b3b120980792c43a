package harness;

import com.sun.net.httpserver.HttpServer;
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
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
    LockSupport.parkNanos((long) (millis * 1e6));
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

  static int smtp(double millis) throws IOException {
    return serve(
        s -> {
          BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
          OutputStream out = s.getOutputStream();
          reply(out, "220 hi", millis);
          boolean data = false;
          for (String l = in.readLine(); l != null; l = in.readLine()) {
            if (data) {
              if (l.equals(".")) {
                data = false;
                reply(out, "250 ok", millis);
              }
              continue;
            }
            String u = l.toUpperCase();
            if (u.startsWith("DATA")) {
              data = true;
              reply(out, "354 go", millis);
            } else if (u.startsWith("QUIT")) {
              reply(out, "221 bye", millis);
              return;
            } else reply(out, "250 ok", millis);
          }
        });
  }

  static void reply(OutputStream out, String t, double millis) throws IOException {
    pause(millis);
    out.write((t + "\r\n").getBytes());
    out.flush();
  }

  static int lines(double millis) throws IOException {
    return serve(
        s -> {
          BufferedReader in = new BufferedReader(new InputStreamReader(s.getInputStream()));
          for (String l = in.readLine(); l != null; l = in.readLine())
            reply(s.getOutputStream(), "OK holder of " + l, millis);
        });
  }

  static int frames(double millis) throws IOException {
    return serve(
        s -> {
          DataInputStream in = new DataInputStream(s.getInputStream());
          DataOutputStream out =
              new DataOutputStream(new BufferedOutputStream(s.getOutputStream()));
          while (true) {
            byte[] b = new byte[in.readInt()];
            in.readFully(b);
            pause(millis);
            out.writeInt(b.length);
            out.write(b);
            out.flush();
          }
        });
  }

  static int http(double millis, byte[] picture, String html) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
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
          int code = 200;
          if (p.startsWith("/orders/")) body = lab(p.substring(8)).getBytes();
          else if (p.equals("/orders")) {
            x.getResponseHeaders().set("Location", "/orders/77");
            code = 201;
            body = new byte[] {'o'};
          } else if (p.startsWith("/policies")) body = "{\"covered\":true}".getBytes();
          else if (p.startsWith("/weather")) body = "31.5".getBytes();
          else if (p.startsWith("/pictures")) body = picture;
          else if (p.startsWith("/rates")) {
            StringBuilder b = new StringBuilder();
            for (int i = 0; i < 40; i++) b.append("C" + i + "=" + (1 + i / 7.0) + "\n");
            body = b.toString().getBytes();
          } else if (p.startsWith("/guide")) {
            x.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            body = html.getBytes(StandardCharsets.UTF_8);
          } else body = "ok".getBytes();
          x.sendResponseHeaders(code, body.length);
          x.getResponseBody().write(body);
          x.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  static String lab(String order) {
    return "{\"order\":\""
        + order
        + "\",\"animal\":17,\"taken\":1715900000,\"values\":{\"K\":4.1,\"NA\":141,\"GLU\":95.5,\"CREA\":1.2,\"ALT\":44}}";
  }
}
