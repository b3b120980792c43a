package calls;

import static calls.Inputs.*;
import static calls.Stopwatch.time;

import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** Calls of files, a database in the process, HTTP on loopback, and what is called everywhere. */
final class Surroundings {

  private Surroundings() {}

  static void all() throws Exception {
    files();
    h2();
    everyday();
    http();
  }

  private static void files() throws Exception {
    Path f = Files.createTempFile("x", "y");
    Files.writeString(f, w64k);
    time("Files.readString 64k cached", () -> Files.readString(f));
    time("Files.exists", () -> Files.exists(f));
    time("Files.size", () -> Files.size(f));
    time("Files.writeString 6k", () -> Files.writeString(f, w6k));
    time(
        "create+delete",
        () -> {
          Path q = Files.createTempFile("a", "b");
          Files.delete(q);
          return q;
        });
    time(
        "Files.move",
        () -> {
          Path q = f.resolveSibling("mv1");
          Files.move(f, q);
          Files.move(q, f);
          return q;
        });
    time(
        "Files.list 20",
        () -> {
          try (var s = Files.list(f.getParent())) {
            return s.count();
          }
        });
    time(
        "fsync 6k (cpu)",
        () -> {
          try (var c = java.nio.channels.FileChannel.open(f, StandardOpenOption.WRITE)) {
            c.write(java.nio.ByteBuffer.wrap(w6k.getBytes()));
            c.force(true);
          }
          return 1;
        });
    long s0 = System.nanoTime();
    for (int i = 0; i < 50; i++)
      try (var c = java.nio.channels.FileChannel.open(f, StandardOpenOption.WRITE)) {
        c.write(java.nio.ByteBuffer.wrap(w6k.getBytes()));
        c.force(true);
      }
    System.out.println("fsync wall us " + (System.nanoTime() - s0) / 50e3);
    s0 = System.nanoTime();
    for (int i = 0; i < 30; i++) new ProcessBuilder("true").start().waitFor();
    System.out.println("process true wall us " + (System.nanoTime() - s0) / 30e3);
  }

  private static void h2() throws Exception {
    var c = java.sql.DriverManager.getConnection("jdbc:h2:mem:x");
    c.createStatement()
        .execute("create table t(id int primary key, n varchar(50), p decimal(10,2))");
    for (int i = 0; i < 1000; i++)
      c.createStatement().execute("insert into t values(" + i + ",'name " + i + "',12.5)");
    var ps = c.prepareStatement("select * from t where id=?");
    time(
        "H2 mem by key",
        () -> {
          ps.setInt(1, 5);
          try (var rs = ps.executeQuery()) {
            rs.next();
            return rs.getString(2);
          }
        });
    var pa = c.prepareStatement("select * from t");
    time(
        "H2 mem 1000 rows",
        () -> {
          int q = 0;
          try (var rs = pa.executeQuery()) {
            while (rs.next()) {
              q += rs.getInt(1);
              rs.getString(2);
              rs.getBigDecimal(3);
            }
          }
          return q;
        });
    time(
        "H2 mem insert",
        () -> {
          int i = r.nextInt();
          try (var pp = c.prepareStatement("merge into t values(?,?,?)")) {
            pp.setInt(1, i);
            pp.setString(2, "x");
            pp.setBigDecimal(3, java.math.BigDecimal.ONE);
            return pp.executeUpdate();
          }
        });
  }

  private static void everyday() throws Exception {
    time("regex email 40", () -> "jane.doe@example.org".matches("^[\\w.+-]+@[\\w-]+\\.[\\w.]+$"));
    time("URI.create", () -> java.net.URI.create("https://example.org/a/b?c=d"));
    time("URLEncoder 40", () -> java.net.URLEncoder.encode(w40, StandardCharsets.UTF_8));
    time(
        "URLDecoder 40",
        () -> java.net.URLDecoder.decode("a%20b+c%3Dd+lorem+ipsum", StandardCharsets.UTF_8));
    time(
        "Properties.load 20 lines",
        () -> {
          var q = new Properties();
          q.load(new StringReader("key.a=value b\n".repeat(20)));
          return q;
        });
    time(
        "Scanner 10 ints",
        () -> {
          var q = new Scanner("1 2 3 4 5 6 7 8 9 10");
          int z = 0;
          while (q.hasNextInt()) z += q.nextInt();
          return z;
        });
    time(
        "exception",
        () -> {
          try {
            throw new IllegalStateException("x");
          } catch (Exception e) {
            return e;
          }
        });
    time("reflection invoke", () -> Surroundings.class.getDeclaredMethods().length);
    time(
        "Thread.start+join",
        () -> {
          var th = new Thread(() -> {});
          th.start();
          th.join();
          return 1;
        });
  }

  private static void http() throws Exception {
    try {
      var hc = java.net.http.HttpClient.newHttpClient();
      var sv =
          com.sun.net.httpserver.HttpServer.create(
              new java.net.InetSocketAddress("127.0.0.1", 0), 0);
      sv.createContext(
          "/",
          ex -> {
            byte[] q = "ok".getBytes();
            ex.sendResponseHeaders(200, 2);
            ex.getResponseBody().write(q);
            ex.close();
          });
      sv.setExecutor(java.util.concurrent.Executors.newFixedThreadPool(4));
      sv.start();
      var rq =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://127.0.0.1:" + sv.getAddress().getPort() + "/"))
              .build();
      time(
          "HttpClient.send (caller cpu)",
          () -> hc.send(rq, java.net.http.HttpResponse.BodyHandlers.ofString()));
      time(
          "HttpClient.sendAsync (caller cpu)",
          () -> {
            var q = hc.sendAsync(rq, java.net.http.HttpResponse.BodyHandlers.ofString());
            return q;
          });
      time(
          "HttpURLConnection (caller cpu)",
          () -> {
            var q =
                (java.net.HttpURLConnection)
                    java.net
                        .URI
                        .create("http://127.0.0.1:" + sv.getAddress().getPort() + "/")
                        .toURL()
                        .openConnection();
            return q.getInputStream().readAllBytes();
          });
    } catch (Throwable e) {
      System.out.println(e);
    }
  }
}
