package arms;

import audit.journal.Entry;
import audit.journal.JournalWriter;
import billing.invoice.InvoiceLoader;
import chat.relay.Relay;
import events.push.WebhookPublisher;
import feed.sync.FeedSynchronizer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import media.convert.ClipConverter;
import notify.sms.SmsDispatcher;
import shop.prices.PriceRefresher;
import sso.token.TokenBroker;
import support.gateway.TicketGateway;
import survey.desk.ReplyCollector;
import weather.stations.StationPoller;

/** Workloads that mostly wait. */
public final class Waiting {
  static List<String> names(String prefix, int n) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  static Path temp(String name) throws IOException {
    Path folder =
        Files.createDirectories(
            Path.of(System.getProperty("arms.tmp", System.getProperty("java.io.tmpdir")), name));
    return folder;
  }

  static final class W01 extends Bench {
    List<String> articles;
    PriceRefresher refresher;
    HttpClient client;

    @Override
    String boot() throws Exception {
      return "http://127.0.0.1:" + Net.http(4);
    }

    @Override
    void init(String config) {
      jobs = 150;
      articles = names("a", jobs);
      client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
      refresher = new PriceRefresher(client, URI.create(config));
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> refresher.refresh(articles).values().stream().mapToLong(p -> p.hashCode()).sum());
      waits("", i -> refresher.fetch(articles.get(i)).hashCode());
      arm(
          "async",
          () -> {
            List<CompletableFuture<Long>> all = new ArrayList<>();
            for (String article : articles) {
              all.add(
                  client
                      .sendAsync(refresher.request(article), HttpResponse.BodyHandlers.ofString())
                      .thenApply(r -> (long) PriceRefresher.parse(r.body()).hashCode()));
            }
            long sum = 0;
            for (CompletableFuture<Long> f : all) {
              sum += f.join();
            }
            return sum;
          });
      procs("procs", articles::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return refresher.fetch((String) input);
    }
  }

  static final class W02 extends Bench {
    int upstream;
    ExecutorService clients;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(4, s -> "status of " + s);
    }

    @Override
    void init(String config) {
      jobs = 192;
      upstream = Integer.parseInt(config);
    }

    private long drive(int port) throws Exception {
      return submitAll(
          pool(96),
          i -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
              socket.setTcpNoDelay(true);
              socket.getOutputStream().write(("T" + i + "\n").getBytes());
              return new BufferedReader(new InputStreamReader(socket.getInputStream()))
                  .readLine()
                  .hashCode();
            }
          });
    }

    private void server(String name, ExecutorService executor) throws Exception {
      TicketGateway gateway = new TicketGateway(upstream);
      open.add(gateway);
      ServerSocket server = gateway.socket();
      Thread thread =
          new Thread(
              () -> {
                while (true) {
                  try {
                    Socket s = server.accept();
                    executor.execute(
                        () -> {
                          try (s) {
                            gateway.handle(s);
                          } catch (IOException e) {
                            e.printStackTrace();
                          }
                        });
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      thread.setDaemon(true);
      thread.start();
      arm(name, () -> drive(gateway.port()));
    }

    @Override
    void arms() throws Exception {
      TicketGateway gateway = new TicketGateway(upstream);
      open.add(gateway);
      Thread thread = new Thread(gateway::serve);
      thread.setDaemon(true);
      thread.start();
      arm("asis", () -> drive(gateway.port()));
      server("pool", pool(2));
      server("t8", pool(8));
      server("t32", pool(32));
      server("t200", pool(200));
      if (VIRTUAL) {
        server("virtual", newVirtual());
      }
    }
  }

  static final class W03 extends Bench {
    List<Entry> entries = new ArrayList<>();
    JournalWriter writer;

    @Override
    String boot() throws Exception {
      return temp("journal").toString();
    }

    @Override
    void init(String config) throws Exception {
      jobs = 100;
      for (int i = 0; i < jobs; i++) {
        entries.add(
            new Entry(
                i,
                "actor" + i % 7,
                "changed the limit of account " + i * 31,
                1_700_000_000_000L + i));
      }
      writer = new JournalWriter(Path.of(config));
    }

    @Override
    void arms() {
      arm("asis", () -> writer.persist(entries));
      waits("", i -> writer.write(entries.get(i)));
      procs("procs", entries::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return writer.write((Entry) input);
    }
  }

  static final class W06 extends Bench {
    List<Integer> invoices = new ArrayList<>();
    InvoiceLoader loader;

    @Override
    String boot() throws Exception {
      return "jdbc:h2:mem:invoices;DB_CLOSE_DELAY=-1";
    }

    @Override
    void init(String config) throws Exception {
      jobs = 120;
      for (int i = 0; i < jobs; i++) {
        invoices.add(i);
      }
      try (var c = java.sql.DriverManager.getConnection(config);
          var s = c.createStatement()) {
        s.execute("CREATE ALIAS IF NOT EXISTS invoice_total FOR 'arms.Waiting.invoiceTotal'");
      }
      loader = new InvoiceLoader(config);
      open.add(loader);
    }

    @Override
    void arms() {
      arm("asis", () -> loader.load(invoices).stream().mapToLong(Long::longValue).sum());
      threads("t4", 4, i -> loader.total(invoices.get(i)));
      waits("", i -> loader.total(invoices.get(i)));
    }
  }

  /** The database's side of a query that takes three milliseconds. */
  public static long invoiceTotal(int invoice) throws InterruptedException {
    Thread.sleep(3);
    return invoice * 119L;
  }

  static final class W07 extends Bench {
    ReplyCollector collector;
    List<String> questions;

    @Override
    void init(String config) throws Exception {
      jobs = 100;
      questions = names("question ", jobs);
      Pipe toPerson = Pipe.open();
      Pipe fromPerson = Pipe.open();
      Thread person =
          new Thread(
              () -> {
                try (BufferedReader in =
                        new BufferedReader(Channels.newReader(toPerson.source(), "UTF-8"));
                    OutputStream out = Channels.newOutputStream(fromPerson.sink())) {
                  for (String line = in.readLine(); line != null; line = in.readLine()) {
                    Thread.sleep(3);
                    out.write(("Answer to " + line + "\n").getBytes(StandardCharsets.UTF_8));
                  }
                } catch (Exception e) {
                  // the terminal is closed
                }
              });
      person.setDaemon(true);
      person.start();
      collector =
          new ReplyCollector(
              Channels.newInputStream(fromPerson.source()),
              Channels.newOutputStream(toPerson.sink()));
    }

    @Override
    void arms() {
      arm(
          "asis",
          () -> collector.interview(questions).values().stream().mapToLong(String::hashCode).sum());
      Object terminal = new Object();
      Job ask =
          i -> {
            synchronized (terminal) {
              return collector.ask(questions.get(i)).hashCode();
            }
          };
      threads("pool", CORES, ask);
      threads("t200", 200, ask);
      virtual("virtual", ask);
      stream("pstream", ask);
    }
  }

  static final class W08 extends Bench {
    ClipConverter converter;
    List<String> clips;

    @Override
    String boot() throws Exception {
      Path tool = temp("convert").resolve("convert.sh");
      Files.writeString(tool, "#!/bin/sh\nsleep 0.02\necho \"converted $3\"\n");
      Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
      return tool.toString();
    }

    @Override
    void init(String config) {
      jobs = 24;
      clips = names("clip", jobs);
      converter = new ClipConverter(Path.of(config));
    }

    @Override
    void arms() {
      arm("asis", () -> converter.convertAll(clips).stream().mapToLong(String::hashCode).sum());
      waits("", i -> converter.convert(clips.get(i)).hashCode());
      procs("procs", clips::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return converter.convert((String) input);
    }
  }

  static final class W14 extends Bench {
    SmsDispatcher dispatcher;
    List<String> messages;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(4, s -> "OK");
    }

    @Override
    void init(String config) {
      jobs = 120;
      messages = names("+49 170 ", jobs);
      dispatcher =
          new SmsDispatcher(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(config)));
    }

    @Override
    void arms() {
      arm("asis", () -> (long) dispatcher.dispatch(messages));
      Job send = i -> dispatcher.send(messages.get(i)) ? 1 : 0;
      threads("t3", 3, send);
      waits("", send);
      procs("procs", messages::get, o -> (Boolean) o ? 1 : 0);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return dispatcher.send((String) input);
    }
  }

  static final class W19 extends Bench {
    StationPoller poller;
    List<String> stations;

    @Override
    String boot() throws Exception {
      return "http://127.0.0.1:" + Net.http(4);
    }

    @Override
    void init(String config) {
      jobs = 150;
      stations = names("s", jobs);
      poller = new StationPoller(config);
    }

    @Override
    void arms() {
      arm("asis", () -> poller.poll(stations).stream().mapToLong(String::hashCode).sum());
      Job reading = i -> poller.reading(stations.get(i)).hashCode();
      seq("seq", reading);
      waits("", reading);
      arms.remove("pstream");
      procs("procs", stations::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) {
      return poller.reading((String) input);
    }
  }

  static final class W23 extends Bench {
    TokenBroker broker;
    int port;
    List<String> sessions;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(3, s -> "tk" + s.hashCode());
    }

    @Override
    void init(String config) {
      jobs = 160;
      port = Integer.parseInt(config);
      sessions = names("session-", jobs);
      broker = new TokenBroker(port);
      open.add(broker);
    }

    private String ask(String session) throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        socket
            .getOutputStream()
            .write(("token " + session + "\n").getBytes(StandardCharsets.UTF_8));
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
      }
    }

    @Override
    void arms() {
      arm("asis", () -> (long) broker.exchangeAll(sessions));
      Job asis = i -> broker.exchange(sessions.get(i)).isEmpty() ? 0 : 1;
      seq("seq", asis);
      threads("t200", 200, asis);
      virtual("virtual", asis);
      stream("pstream", asis);
      Map<String, String> tokens = new HashMap<>();
      Job out =
          i -> {
            String token = ask(sessions.get(i));
            synchronized (tokens) {
              tokens.put(sessions.get(i), token);
            }
            return token.isEmpty() ? 0 : 1;
          };
      threads("move-wait-out+asis", 16, out);
      waits("move-wait-out+", out);
      Object[] stripes = new Object[16];
      java.util.Arrays.setAll(stripes, i -> new Object());
      Map<String, String> shared = new java.util.concurrent.ConcurrentHashMap<>();
      Job striped =
          i -> {
            synchronized (stripes[i % 16]) {
              String token = ask(sessions.get(i));
              shared.put(sessions.get(i), token);
              return token.isEmpty() ? 0 : 1;
            }
          };
      threads("stripe+asis", 16, striped);
      threads("stripe+t200", 200, striped);
    }
  }

  static final class W24 extends Bench {
    Relay relay;
    List<String> questions;

    @Override
    String boot() throws Exception {
      return "" + Net.multiplexed(4, s -> "reply to " + s);
    }

    @Override
    void init(String config) throws Exception {
      jobs = 160;
      questions = names("q", jobs);
      relay = new Relay(Integer.parseInt(config));
      open.add(relay);
    }

    @Override
    void arms() {
      arm("asis", () -> relay.askAll(questions).stream().mapToLong(String::hashCode).sum());
      waits("", i -> relay.ask(questions.get(i)).hashCode());
      procs("procs", questions::get, Object::hashCode);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return relay.ask((String) input);
    }
  }

  static final class W28 extends Bench {
    WebhookPublisher publisher;
    List<String> events;

    @Override
    String boot() throws Exception {
      return "" + Net.lines(2, s -> "accepted");
    }

    @Override
    void init(String config) {
      jobs = 200;
      events = names("event ", jobs);
      publisher = new WebhookPublisher(Integer.parseInt(config));
      open.add(publisher);
    }

    @Override
    void arms() {
      arm("asis", () -> (long) publisher.publishAll(events));
      Job deliver = i -> publisher.deliver(events.get(i)) ? 1 : 0;
      seq("seq", deliver);
      waits("", deliver);
      procs("procs", events::get, o -> (Boolean) o ? 1 : 0);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return publisher.deliver((String) input);
    }
  }

  static final class W30 extends Bench {
    FeedSynchronizer synchronizer;
    List<String> feeds;

    static String feed(String name) {
      StringBuilder json =
          new StringBuilder("{\"feed\":\"").append(name).append("\",\"products\":[");
      java.util.Random random = new java.util.Random(name.hashCode());
      for (int i = 0; i < 50; i++) {
        json.append(i == 0 ? "" : ",")
            .append("{\"stock\":")
            .append(random.nextInt(50))
            .append(",\"text\":\"");
        for (int w = 0; w < 20; w++) {
          json.append("item").append(Integer.toString(random.nextInt(3_000), 26)).append(' ');
        }
        json.append("\"}");
      }
      return json.append("]}").toString();
    }

    @Override
    String boot() throws Exception {
      Map<String, String> texts = new HashMap<>();
      for (String name : names("f", 100)) {
        texts.put(name, feed(name));
      }
      return "" + Net.lines(4, texts::get);
    }

    @Override
    void init(String config) {
      jobs = 100;
      feeds = names("f", jobs);
      synchronizer = new FeedSynchronizer(Integer.parseInt(config));
    }

    @Override
    void arms() {
      arm(
          "asis",
          () ->
              synchronizer.synchronize(feeds).values().stream()
                  .mapToLong(Integer::longValue)
                  .sum());
      waits("", i -> synchronizer.process(feeds.get(i)));
      procs("procs", feeds::get, o -> (Integer) o);
    }

    @Override
    Serializable work(Object input) throws Exception {
      return synchronizer.process((String) input);
    }
  }
}
