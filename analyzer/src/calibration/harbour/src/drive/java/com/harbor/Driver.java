package com.harbor;

import com.harbor.app.CustomsService;
import com.harbor.billing.*;
import com.harbor.docs.*;
import com.harbor.infra.*;
import com.harbor.model.*;
import com.harbor.tracking.*;
import com.harbor.yard.*;
import dev.concur.measure.Measurements;
import dev.concur.measure.Neighbours;
import dev.concur.measure.Reach;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.*;

/** Drives the harbour office as its callers do, and measures. */
public final class Driver {

  private static final Random RANDOM = new Random(11);

  public static void main(String[] args) throws Exception {
    System.setIn(Neighbours.typing("y", "3", "no", "12"));
    Measurements measured = new Measurements();
    Path folder = Files.createTempDirectory("harbor");
    model(measured);
    billing(measured, folder);
    tracking(measured);
    infra(measured, folder);
    docs(measured, folder);
    yard(measured);
    customs(measured, folder);
    measured.measure(args);
  }

  private static void model(Measurements measured) {
    Money ten = Money.of("10.00", "EUR");
    Money seven = Money.of("7.35", "EUR");
    measured.on(Money.class, "of").driven("short texts").run(() -> Money.of("1299.99", "USD"));
    measured
        .on(GeoPoint.class, "kilometresTo")
        .driven("two points")
        .run(() -> new GeoPoint(53.5, 9.9).kilometresTo(new GeoPoint(40.7, -74)));
    measured
        .on("com.harbor.model.ContainerType$3", "storageRate")
        .driven("12 days")
        .run(() -> ContainerType.REEFER40.storageRate(12));
    measured
        .on(Container.class, "validCode")
        .driven("11 characters")
        .run(() -> Container.validCode("CSQU3054383"));
    Container a = new Container("CSQU3054383", ContainerType.DRY20, 12_000);
    measured
        .on("com.harbor.model.Booking$Builder", "build")
        .driven("builder with 4 containers")
        .run(
            () ->
                Booking.builder("B1")
                    .customer("Acme")
                    .vessel("Emma", LocalDate.EPOCH)
                    .container("a")
                    .container("b")
                    .container("c")
                    .container("d")
                    .days(3)
                    .build());
  }

  static List<Invoice> invoices(int count) {
    List<Invoice> all = new ArrayList<>();
    String[] words = {
      "storage", "handling of", "reefer", "plug", "night", "move", "gate", "transfer", "weighing"
    };
    for (int i = 0; i < count; i++) {
      List<Invoice.Line> lines = new ArrayList<>();
      for (int k = 0; k < 4; k++) {
        lines.add(
            new Invoice.Line(
                words[RANDOM.nextInt(9)]
                    + " "
                    + words[RANDOM.nextInt(9)]
                    + " "
                    + words[RANDOM.nextInt(9)],
                1 + RANDOM.nextInt(20),
                BigDecimal.valueOf(RANDOM.nextInt(100_000), 2)));
      }
      all.add(
          new Invoice(
              "H" + (10_000 + RANDOM.nextInt(90_000)),
              "Customer " + RANDOM.nextInt(150),
              LocalDate.of(2024, 1 + RANDOM.nextInt(12), 1 + RANDOM.nextInt(28)),
              lines));
    }
    return all;
  }

  private static void billing(Measurements measured, Path folder) throws Exception {
    Neighbours near = new Neighbours();
    List<Invoice> month = invoices(2_000);
    Invoice big =
        new Invoice(
            "H1",
            "Acme",
            LocalDate.now(),
            IntStream.range(0, 250)
                .mapToObj(i -> new Invoice.Line("handling " + i, i, new BigDecimal("12.50")))
                .collect(Collectors.toList()));
    ChargeCalculator calculator = new ChargeCalculator("EUR");
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      charges.add(new Charge.Storage(ContainerType.DRY40, 9 + i));
      charges.add(
          new Charge.Surcharge(new Charge.Handling(3, new BigDecimal("80")), BigDecimal.TEN));
    }
    measured
        .on(ChargeCalculator.class, "amount")
        .driven("surcharge on handling")
        .run(() -> calculator.amount(charges.get(1)));
    AnnuityPlan plan = new AnnuityPlan(new BigDecimal("4.25"));
    measured
        .on(AnnuityPlan.class, "schedule")
        .kinds("maths")
        .driven("240 months")
        .run(() -> plan.schedule(new BigDecimal("2500000"), 240));
    measured.on(Invoice.class, "total").driven("4 lines").run(() -> month.get(0).total());
    InvoiceRenderer columns = new InvoiceRenderer.Columns();
    InvoiceRenderer brief = new InvoiceRenderer.Brief();
    measured
        .on(InvoiceRenderer.class, "render")
        .kinds("text")
        .driven("Columns, invoice of 250 lines")
        .run(() -> columns.render(big));
    StringBuilder scratch = new StringBuilder();
    Method line = Reach.method(InvoiceRenderer.Brief.class, "line");
    measured
        .on(InvoiceRenderer.Brief.class, "line")
        .driven("one line")
        .run(() -> line.invoke(brief, scratch, 1, big.lines().get(7)));
    MonthEnd reports = new MonthEnd();
    measured
        .on(MonthEnd.class, "revenueByCustomer")
        .kinds("maths", "other")
        .driven("2000 invoices of 4 lines")
        .run(() -> reports.revenueByCustomer(month));
    measured
        .on(MonthEnd.class, "ordered")
        .kinds("sort")
        .driven("2000 invoices")
        .run(() -> reports.ordered(month));
    measured
        .on(MonthEnd.class, "overdue")
        .driven("2000 invoices; the stream is not walked")
        .run(() -> reports.overdue(month, LocalDate.now()));
    measured
        .on(MonthEnd.class, "wordsOnInvoices")
        .kinds("text")
        .driven("2000 invoices of 4 lines")
        .run(() -> reports.wordsOnInvoices(month));
    Set<String> paid = month.stream().skip(1_200).map(Invoice::number).collect(Collectors.toSet());
    measured
        .on(MonthEnd.class, "open")
        .driven("800 invoices, 800 paid")
        .run(() -> reports.open(month.subList(0, 800), paid));

    near.page("/rates/USD", "0.9142\n");
    HttpRateSource bank = new HttpRateSource(near.http);
    FixedRates fixed =
        new FixedRates(Map.of("USD", new BigDecimal("0.91"), "GBP", new BigDecimal("1.17")));
    RememberedRates remembered = new RememberedRates(new HttpRateSource(near.http));
    PersistentRates persistent = new PersistentRates(bank);
    measured
        .on(HttpRateSource.class, "rate")
        .kinds("network")
        .driven("HTTP, answer after 4 ms")
        .run(() -> bank.rate("USD"));
    Map<String, BigDecimal> booked = Map.of("USD", BigDecimal.ONE, "GBP", BigDecimal.TEN);
    measured
        .on(HttpRateSource.class, "report")
        .kinds("network")
        .driven("HTTP POST, 4 ms")
        .run(() -> bank.report(booked));
    measured.on(FixedRates.class, "rate").driven("map of 2").run(() -> fixed.rate("USD"));
    measured
        .on(RememberedRates.class, "rate")
        .driven("hit")
        .mayBlock()
        .run(() -> remembered.rate("USD"));
    Method ask = Reach.method(RememberedRates.class, "ask");
    measured
        .on(PersistentRates.class, "rate")
        .kinds("network")
        .driven("first attempt succeeds, 4 ms")
        .run(() -> persistent.rate("USD"));
    Converter converter = new Converter(bank, fixed);
    Money dollars = Money.of("99", "USD");
    measured.on(Converter.class, "atContract").driven("").run(() -> converter.atContract(dollars));
    measured
        .on(Converter.class, "atMarket")
        .kinds("network")
        .driven("4 ms")
        .run(() -> converter.atMarket(dollars));
    measured
        .on(Converter.class, "sumAtMarket")
        .kinds("network")
        .driven("10 amounts")
        .run(() -> converter.sumAtMarket(Collections.nCopies(10, dollars)));

    Path journal = folder.resolve("journal");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      lines.append("account-").append(i).append(";").append(i * 10).append(".50\n");
    }
    Files.writeString(journal, lines);
    Ledger ledger = new Ledger(journal);
    Ledger appended = new Ledger(folder.resolve("appended"));
    measured
        .on(Ledger.class, "append")
        .kinds("disk")
        .driven("one line, synced")
        .run(
            () -> {
              appended.append("acme", BigDecimal.TEN);
              return null;
            });
    measured
        .on(Ledger.class, "entries")
        .kinds("disk", "text")
        .driven("150 lines, cold")
        .cold(journal)
        .run(ledger::entries);
    measured
        .on(Ledger.class, "last")
        .kinds("disk")
        .driven("file of 3 KB, cold")
        .cold(journal)
        .run(ledger::last);
    Path export = folder.resolve("export");
    measured
        .on(Ledger.class, "export")
        .kinds("disk", "text")
        .driven("400 invoices")
        .run(
            () -> {
              ledger.export(month.subList(0, 400), export);
              return null;
            });
    Path checkpoint = folder.resolve("checkpoint");
    measured
        .on(Ledger.class, "checkpoint")
        .kinds("disk")
        .driven("100 balances, unbuffered")
        .run(
            () -> {
              ledger.checkpoint(checkpoint, 7, new long[100]);
              return null;
            });
    ledger.checkpoint(checkpoint, 7, new long[100]);
    measured
        .on(Ledger.class, "checkpointSequence")
        .kinds("disk")
        .driven("cold")
        .cold(checkpoint)
        .run(() -> ledger.checkpointSequence(checkpoint));
    Method split = Reach.method(Ledger.class, "split");
    PaymentGateway gateway = new PaymentGateway(near.http);
    Method request = Reach.method(PaymentGateway.class, "request");
    measured
        .on(PaymentGateway.class, "request")
        .driven("")
        .run(() -> request.invoke(gateway, "H17"));
    measured
        .on(PaymentGateway.class, "status")
        .kinds("network")
        .driven("4 ms")
        .run(() -> gateway.status("H17"));
    List<CompletableFuture<String>> asked = new ArrayList<>();
    measured
        .on(PaymentGateway.class, "ask")
        .driven("only started")
        .async(
            () -> {
              asked.forEach(CompletableFuture::join);
              asked.clear();
              return null;
            })
        .run(() -> asked.add(gateway.ask("H17")));
    List<String> numbers = IntStream.range(0, 5).mapToObj(i -> "H" + i).toList();
    measured
        .on(PaymentGateway.class, "statuses")
        .kinds("network", "lock")
        .driven("5 at once, 4 ms")
        .run(() -> gateway.statuses(numbers));
    measured
        .on(PaymentGateway.class, "lazily")
        .driven("the stream is not walked")
        .run(() -> gateway.lazily(numbers));
    measured
        .on(PaymentGateway.class, "paid")
        .kinds("network")
        .driven("5, one after the other")
        .run(() -> gateway.paid(numbers));
    DunningLetters letters = new DunningLetters();
    String template =
        "We have not yet received your payment of invoice ${invoice} from ${date}, please pay ${amount} soon. "
            .repeat(120);
    Map<String, String> values =
        Map.of("invoice", "H17", "date", "1.2.2024", "amount", "12.50 EUR");
    measured
        .on(DunningLetters.class, "fill")
        .kinds("text")
        .driven("12 KB, 360 placeholders")
        .run(() -> letters.fill(template, values));
  }

  private static void tracking(Measurements measured) throws Exception {
    int feedPort = Neighbours.feed("!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C");
    int linePort = Neighbours.lines(line -> "53.5 9.9");
    AisFeed feed = new AisFeed("127.0.0.1", feedPort);
    AisFeed queries = new AisFeed("127.0.0.1", linePort);
    measured
        .on(AisFeed.class, "nextSentence")
        .kinds("network")
        .driven("a sentence every 4 ms")
        .run(feed::nextSentence);
    measured
        .on(AisFeed.class, "query")
        .kinds("network")
        .driven("answer after 4 ms")
        .run(() -> queries.query(211_000_001));
    int frames = Neighbours.frames();
    Socket socket = new Socket("127.0.0.1", frames);
    socket.setTcpNoDelay(true);
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", frames));
    BerthLink berth = new BerthLink(socket, channel, Neighbours.datagrams());
    measured
        .on(BerthLink.class, "exchange")
        .kinds("network")
        .driven("64 bytes, 4 ms")
        .run(() -> berth.exchange(new byte[64]));
    measured
        .on(BerthLink.class, "command")
        .kinds("network")
        .driven("4 ms")
        .run(() -> berth.command(3, 1));
    measured
        .on(BerthLink.class, "beacon")
        .kinds("network")
        .driven("datagram, 4 ms")
        .run(() -> berth.beacon("where"));
    measured
        .on(BerthLink.class, "greets")
        .kinds("network")
        .driven("first byte after 4 ms")
        .run(() -> BerthLink.greets("127.0.0.1", feedPort));
    Method encode = Reach.method(BerthLink.class, "encode");
    AisDecoder decoder = new AisDecoder();
    measured
        .on(AisDecoder.class, "decode")
        .driven("one payload")
        .run(() -> decoder.decode("177KQJ5000G?tO`K>RA1wUbN0TKH"));
    List<String> recording =
        Collections.nCopies(1_500, "!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C");
    measured
        .on(AisDecoder.class, "decodeAll")
        .kinds("text")
        .driven("1500 sentences")
        .run(() -> decoder.decodeAll(recording));
    Traffic traffic = new Traffic();
    for (int i = 0; i < 300; i++) {
      traffic.seen(
          new AisDecoder.Position(
              i,
              new GeoPoint(50 + RANDOM.nextDouble(), 8 + RANDOM.nextDouble()),
              RANDOM.nextInt(20)));
    }
    AisDecoder.Position seen = traffic.of(17);
    measured.on(Traffic.class, "meanKnots").driven("300 ships").run(traffic::meanKnots);
    List<GeoPoint> places =
        IntStream.range(0, 200).mapToObj(i -> new GeoPoint(i / 3.0 - 30, i)).toList();
    measured
        .on(Traffic.class, "distances")
        .kinds("maths")
        .driven("200 places")
        .run(() -> traffic.distances(places));
    double[] track = RANDOM.doubles(3_000).toArray();
    measured
        .on(Traffic.class, "smooth")
        .kinds("sort", "maths")
        .driven("3000 points, window 9")
        .run(() -> Traffic.smooth(track, 9));
    Method cell = Reach.method(Traffic.class, "cell");
    SeaRoutes routes = new SeaRoutes();
    for (int i = 0; i < 1_500; i++) {
      routes.connect("W" + i, "W" + (i + 1) % 1_500, 10 + RANDOM.nextInt(40));
      routes.connect("W" + i, "W" + RANDOM.nextInt(1_500), 20 + RANDOM.nextInt(200));
    }
    measured
        .on(SeaRoutes.class, "shortest")
        .kinds("other")
        .driven("1500 waypoints")
        .run(() -> routes.shortest("W0", "W750"));
    double[][] miles = new double[120][120];
    for (double[] row : miles) {
      Arrays.setAll(row, i -> 1 + RANDOM.nextInt(500));
    }
    measured
        .on(SeaRoutes.class, "allPairs")
        .kinds("maths", "other")
        .driven("120 ports")
        .run(() -> SeaRoutes.allPairs(miles));
  }

  private static void infra(Measurements measured, Path folder) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4, Neighbours::daemon);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1, Neighbours::daemon);
    Retry retry = new Retry(3, 2);
    Method backOff = Reach.method(Retry.class, "backOff");
    measured
        .on(Retry.class, "backOff")
        .kinds("sleep")
        .driven("first pause, 2 ms")
        .run(() -> backOff.invoke(retry, 1));
    LruCache<String, String> lru = new LruCache<>(500, Texts::initials);
    measured
        .on(LruCache.class, "get")
        .driven("hit, loader makes initials")
        .run(() -> lru.get("Johann Sebastian Bach"));
    EventBus bus = new EventBus(pool);
    AtomicInteger told = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      bus.subscribe(String.class, text -> told.addAndGet(text.length()));
    }
    measured
        .on(EventBus.class, "publish")
        .driven("5 listeners that count")
        .run(
            () -> {
              bus.publish("hello");
              return null;
            });
    measured
        .on(EventBus.class, "publishInBackground")
        .driven("pool of 4")
        .async(
            () -> {
              Neighbours.pause(1);
              return null;
            })
        .run(
            () -> {
              bus.publishInBackground("hello");
              return null;
            });
    measured
        .on(EventBus.class, "enqueue")
        .driven("room in the queue")
        .then(bus::deliver)
        .run(() -> bus.enqueue("later"));
    measured
        .on(EventBus.class, "takeNext")
        .kinds("lock")
        .driven("an event after 4 ms")
        .before(() -> Neighbours.later(() -> bus.enqueue("later")))
        .run(bus::takeNext);
    measured
        .on(EventBus.class, "deliver")
        .driven("6 events for 5 listeners")
        .before(
            () -> {
              for (int i = 0; i < 6; i++) {
                bus.enqueue("later");
              }
              return null;
            })
        .run(bus::deliver);
    Mailbox<String> mailbox = new Mailbox<>(1_000_000);
    measured
        .on(Mailbox.class, "tryPut")
        .driven("nobody waits")
        .then(
            () -> {
              while (mailbox.size() > 0) {
                mailbox.take();
              }
              return null;
            })
        .run(() -> mailbox.tryPut("x"));
    Mailbox<String> waited = new Mailbox<>(10);
    measured
        .on(Mailbox.class, "take")
        .kinds("lock")
        .driven("a message after 4 ms")
        .before(() -> Neighbours.later(() -> waited.tryPut("x")))
        .run(waited::take);
    Gate gate = new Gate(1, 1);
    gate.enter();
    measured
        .on(Gate.class, "enter")
        .kinds("lock")
        .driven("full; one leaves after 4 ms")
        .before(() -> Neighbours.later(gate::leave))
        .run(
            () -> {
              gate.enter();
              return null;
            });
    Gate empty = new Gate(1_000_000, 1);
    measured.on(Gate.class, "tryEnter").driven("room").run(empty::tryEnter);
    measured
        .on(Gate.class, "throughLane")
        .kinds("lock")
        .driven("the only lane is taken for 4 ms; the drive itself counts")
        .before(
            () -> {
              CountDownLatch inside = new CountDownLatch(1);
              pool.execute(
                  () -> {
                    try {
                      gate.throughLane(
                          () -> {
                            inside.countDown();
                            Neighbours.pause(4);
                          });
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  });
              inside.await();
              return null;
            })
        .run(
            () -> {
              gate.throughLane(told::incrementAndGet);
              return null;
            });
    measured
        .on(Gate.class, "joinConvoy")
        .kinds("lock")
        .driven("the other comes after 4 ms")
        .before(
            () ->
                Neighbours.later(
                    () -> {
                      try {
                        gate.joinConvoy();
                      } catch (Exception e) {
                        throw new IllegalStateException(e);
                      }
                    }))
        .run(gate::joinConvoy);
    CountDownLatch[] shift = {null};
    measured
        .on(Gate.class, "awaitShiftEnd")
        .kinds("lock")
        .driven("ends after 4 ms")
        .before(
            () -> {
              CountDownLatch latch = new CountDownLatch(1);
              shift[0] = latch;
              return Neighbours.later(latch::countDown);
            })
        .run(() -> Gate.awaitShiftEnd(shift[0]));
    JobQueue jobs = new JobQueue(pool, clock);
    Callable<String> job =
        () -> {
          Neighbours.pause(4);
          return "done";
        };
    Callable<String> drain =
        () -> {
          Neighbours.pause(1);
          return "drained";
        };
    measured
        .on(JobQueue.class, "submit")
        .driven("a job that counts")
        .async(drain::call)
        .run(() -> jobs.submit(told::incrementAndGet));
    measured
        .on(JobQueue.class, "in")
        .driven("in a minute")
        .async()
        .run(() -> jobs.in(Duration.ofMinutes(1), told::incrementAndGet).cancel(false));
    Future<?>[] pending = {null};
    measured
        .on(JobQueue.class, "await")
        .kinds("lock")
        .driven("job of 4 ms")
        .before(() -> pending[0] = jobs.submit(job))
        .run(() -> jobs.await(pending[0]));
    measured
        .on(JobQueue.class, "all")
        .kinds("lock")
        .driven("3 jobs of 4 ms")
        .run(() -> jobs.all(List.of(job, job, job)));
    measured
        .on(JobQueue.class, "pipeline")
        .driven("two short steps")
        .async(drain::call)
        .run(() -> jobs.pipeline(() -> "a", text -> text + "b"));
    List<CompletableFuture<Object>> candidates = new ArrayList<>();
    measured
        .on(JobQueue.class, "fastest")
        .kinds("lock")
        .driven("the first of 3 after 4 ms")
        .before(
            () -> {
              candidates.clear();
              for (int i = 1; i < 4; i++) {
                candidates.add(new CompletableFuture<>());
              }
              CompletableFuture<Object> first = candidates.get(0);
              return Neighbours.later(() -> first.complete("first"));
            })
        .run(() -> jobs.fastest(candidates));
    Throttle throttle = new Throttle(250);
    measured
        .on(Throttle.class, "pass")
        .kinds("sleep")
        .driven("250 a second, called without pause")
        .run(
            () -> {
              throttle.pass();
              return null;
            });
    int[] until = {0};
    measured
        .on(Throttle.class, "pollUntil")
        .kinds("sleep")
        .driven("true at the third time")
        .run(() -> Throttle.pollUntil(() -> ++until[0] % 3 == 0));

    Path properties = folder.resolve("harbor.properties");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append("harbor.setting.").append(i).append("=").append(i).append("\n");
    }
    Files.writeString(properties, text);
    measured
        .on(Settings.class, "load")
        .kinds("disk")
        .driven("40 lines, cold")
        .cold(properties)
        .run(() -> Settings.load(properties));
    measured
        .on(Settings.class, "parse")
        .driven("12 lines in memory")
        .run(() -> Settings.parse("a=1\nb=2\nc=3\nd=4\ne=5\nf=6\ng=1\nh=2\ni=3\nj=4\nk=5\nl=6\n"));
    Settings settings = Settings.load(properties);
    measured
        .on(Settings.class, "current")
        .driven("not old")
        .mayBlock()
        .run(() -> settings.current("harbor.setting.3"));
    AuditLog audit = new AuditLog(folder.resolve("audit"));
    measured
        .on(AuditLog.class, "record")
        .kinds("disk")
        .driven("one line")
        .run(
            () -> {
              audit.record("me", "test");
              return null;
            });
    measured
        .on(AuditLog.class, "note")
        .driven("log level off")
        .then(
            () -> {
              audit.forget();
              return null;
            })
        .run(
            () -> {
              audit.note("me", "test");
              return null;
            });
    measured
        .on(AuditLog.class, "flush")
        .kinds("disk")
        .driven("20 lines")
        .before(
            () -> {
              for (int i = 0; i < 20; i++) {
                audit.note("me", "test");
              }
              return null;
            })
        .run(audit::flush);
    measured.on(Shell.class, "run").kinds("process").driven("true").run(() -> Shell.run("true"));
    measured
        .on(Shell.class, "lines")
        .kinds("process")
        .driven("uname -a")
        .run(() -> Shell.lines("uname", "-a"));
    measured
        .on(Shell.class, "filter")
        .kinds("process")
        .driven("sort of 50 lines")
        .run(() -> Shell.filter("b\na\n".repeat(25), "sort"));
    Method command = Reach.method(Shell.class, "command");
    OperatorDesk desk = new OperatorDesk();
    measured
        .on(OperatorDesk.class, "confirm")
        .kinds("input")
        .driven("a line every 4 ms")
        .run(desk::confirm);
    measured
        .on(OperatorDesk.class, "menuChoice")
        .kinds("input")
        .driven("a line every 4 ms")
        .run(OperatorDesk::menuChoice);
    measured
        .on(OperatorDesk.class, "key")
        .kinds("input")
        .driven("a line every 4 ms")
        .run(OperatorDesk::key);
    measured
        .on(OperatorDesk.class, "scripted")
        .kinds("text")
        .driven("3 numbers in memory")
        .run(() -> OperatorDesk.scripted("1 2 3"));
    Plugins plugins = Plugins.discover();
    measured.on(Plugins.class, "standard").driven("").run(Plugins::standard);
    Counters counters = new Counters();
    measured
        .on(Counters.class, "count")
        .driven("known name")
        .run(
            () -> {
              counters.count("moves");
              return null;
            });
    measured.on(Counters.class, "sumOfRecent").driven("1000 values").run(counters::sumOfRecent);
  }

  static String letter(int words) {
    String[] some = {
      "container",
      "arrived",
      "at",
      "the",
      "gate",
      "CSQU3054383",
      "with",
      "damage",
      "MSKU 123456-7",
      "seal"
    };
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append(some[RANDOM.nextInt(some.length)]).append(i % 12 == 11 ? "\n" : " ");
    }
    return out.toString();
  }

  static BufferedImage photo(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 255 / width) << 16 | (y * 255 / height) << 8 | RANDOM.nextInt(64));
      }
    }
    return image;
  }

  static String csv(int rows) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      out.append("CSQU")
          .append(3_000_000 + i)
          .append(i % 3 == 0 ? ",22G1," : ",45R1,")
          .append(8_000 + i)
          .append(",\"a, b\"\n");
    }
    return out.toString();
  }

  private static void docs(Measurements measured, Path folder) throws Exception {
    Path home = Files.createDirectory(folder.resolve("archive"));
    Archive archive = new Archive(home);
    String csv = csv(1_000);
    Path manifest = home.resolve("manifest.csv");
    Files.writeString(manifest, csv);
    Method fields = Reach.method(CsvManifest.class, "fields");
    measured
        .on(CsvManifest.class, "parse")
        .kinds("text")
        .driven("1000 lines in memory")
        .run(() -> CsvManifest.parse(csv));
    measured
        .on(CsvManifest.class, "load")
        .kinds("disk", "text")
        .driven("1000 lines, cold")
        .cold(manifest)
        .run(() -> CsvManifest.load(manifest));
    measured.on(CsvManifest.class, "rows").driven("not walked").run(() -> CsvManifest.rows(csv));
    measured
        .on(CsvManifest.class, "heaviest")
        .kinds("text")
        .driven("1000 rows")
        .run(() -> CsvManifest.heaviest(CsvManifest.rows(csv)));
    List<Container> containers = CsvManifest.parse(csv(400));
    String xml = XmlManifest.write(containers);
    byte[] xmlBytes = xml.getBytes(StandardCharsets.UTF_8);
    measured
        .on(XmlManifest.class, "write")
        .kinds("serialization", "text")
        .driven("400 containers")
        .run(() -> XmlManifest.write(containers));
    measured
        .on(XmlManifest.class, "parse")
        .kinds("serialization", "text")
        .driven("400 elements")
        .run(() -> XmlManifest.parse(xmlBytes));
    measured
        .on("com.harbor.docs.XmlManifest$1", "startElement")
        .driven("one element")
        .run(
            new dev.concur.measure.Subject.Body() {
              private final Map<String, Integer> counts = new HashMap<>();
              private final java.lang.reflect.Constructor<?> made =
                  Class.forName("com.harbor.docs.XmlManifest$1").getDeclaredConstructor(Map.class);
              private Object handler;
              private final org.xml.sax.helpers.AttributesImpl attributes =
                  new org.xml.sax.helpers.AttributesImpl();

              {
                made.setAccessible(true);
                handler = made.newInstance(counts);
                attributes.addAttribute("", "type", "type", "CDATA", "DRY20");
              }

              @Override
              public Object run() throws Exception {
                ((org.xml.sax.helpers.DefaultHandler) handler)
                    .startElement("", "container", "container", attributes);
                return null;
              }
            });
    String body = letter(4_000);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] small = Arrays.copyOf(bytes, 4_000);
    measured
        .on(Archive.class, "store")
        .kinds("disk")
        .driven("4 KB")
        .run(() -> archive.store("letter", small));
    Path letterFile = home.resolve("letter");
    archive.store("letter", small);
    measured
        .on(Archive.class, "fetch")
        .kinds("disk")
        .driven("4 KB, cold")
        .cold(letterFile)
        .run(() -> archive.fetch("letter"));
    for (int i = 0; i < 10; i++) {
      archive.store("doc" + i, Arrays.copyOf(bytes, 2_000));
    }
    measured.on(Archive.class, "names").kinds("disk").driven("some 15 files").run(archive::names);
    Path doc1 = home.resolve("doc1");
    Path doc2 = home.resolve("doc2");
    measured
        .on(Archive.class, "grep")
        .kinds("disk")
        .driven("2 files of 2 KB, cold")
        .cold(doc1, doc2)
        .run(() -> archive.grep("damage", List.of("doc1", "doc2")));
    measured
        .on(Archive.class, "backup")
        .kinds("disk")
        .driven("4 KB")
        .run(
            () -> {
              archive.backup("letter", folder.resolve("backup"));
              return null;
            });
    ByteBuffer page = ByteBuffer.allocate(4_096);
    measured
        .on(Archive.class, "writePage")
        .kinds("disk")
        .driven("4 KB, forced")
        .run(
            () -> {
              archive.writePage("pages", 3, page.clear());
              return null;
            });
    archive.writePage("pages", 3, page.clear());
    Path pages = home.resolve("pages");
    measured
        .on(Archive.class, "readPage")
        .kinds("disk")
        .driven("4 KB, cold")
        .cold(pages)
        .run(() -> archive.readPage("pages", 3, page.clear()));
    byte[] packed = Archive.gzip(letter(12_000).getBytes(StandardCharsets.UTF_8));
    measured
        .on(Archive.class, "gzip")
        .kinds("compression")
        .driven("25 KB")
        .run(() -> Archive.gzip(bytes));
    measured
        .on(Archive.class, "gunzip")
        .kinds("compression")
        .driven("75 KB")
        .run(() -> Archive.gunzip(packed));
    Map<String, byte[]> documents = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      documents.put("d" + i, letter(400).getBytes(StandardCharsets.UTF_8));
    }
    measured
        .on(Archive.class, "bundle")
        .kinds("compression")
        .driven("10 documents of 2.5 KB")
        .run(() -> Archive.bundle(documents));
    Map<String, byte[]> two = new TreeMap<>(documents);
    two.keySet().retainAll(Set.of("d0", "d1"));
    measured
        .on(Archive.class, "bundleToDisk")
        .kinds("disk", "compression")
        .driven("2 documents of 2.5 KB")
        .run(
            () -> {
              archive.bundleToDisk("bundle.zip", two);
              return null;
            });
    measured
        .on(Archive.class, "countLines")
        .kinds("disk", "text", "other")
        .driven("1000 lines, cold")
        .cold(manifest)
        .run(() -> archive.countLines("manifest.csv"));
    Method copy = Reach.method(Archive.class, "copy");
    byte[] kilo = new byte[1_500];
    measured
        .on(Archive.class, "copy")
        .driven("1.5 KB in memory")
        .run(
            () ->
                copy.invoke(
                    null, new ByteArrayInputStream(kilo), new ByteArrayOutputStream(2_000)));

    Seal seal = new Seal(new byte[16]);
    byte[] scan = new byte[200_000];
    RANDOM.nextBytes(scan);
    measured.on(Seal.class, "digest").kinds("crypto").driven("200 KB").run(() -> Seal.digest(scan));
    Path mega = folder.resolve("mega");
    Files.write(mega, new byte[200_000]);
    measured
        .on(Seal.class, "digestOfFile")
        .kinds("disk", "crypto")
        .driven("200 KB, cold")
        .cold(mega)
        .run(() -> Seal.digestOfFile(mega));
    List<byte[]> blocks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      blocks.add(Arrays.copyOf(bytes, 1_000));
    }
    measured
        .on(Seal.class, "root")
        .kinds("crypto")
        .driven("100 blocks of 1 KB")
        .run(() -> Seal.root(blocks));
    measured
        .on(Seal.class, "passwordKey")
        .kinds("crypto")
        .driven("20000 rounds")
        .run(() -> Seal.passwordKey("secret".toCharArray(), new byte[16]));
    byte[] hundred = new byte[100_000];
    measured
        .on(Seal.class, "encrypt")
        .kinds("crypto")
        .driven("100 KB")
        .run(() -> seal.encrypt(hundred, new byte[16]));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair keys = generator.generateKeyPair();
    measured
        .on(Seal.class, "sign")
        .kinds("crypto")
        .driven("4 KB, 2048 bits")
        .run(() -> Seal.sign(small, keys));
    measured.on(Seal.class, "token").driven("one name").run(() -> seal.token("harbormaster"));
    measured.on(Seal.class, "checksum").driven("1.5 KB").run(() -> Seal.checksum(kilo));

    BufferedImage photo = photo(400, 300);
    BufferedImage grey = Pictures.grey(photo);
    measured
        .on(Pictures.class, "thumbnail")
        .kinds("image")
        .driven("400x300 to 120")
        .run(() -> Pictures.thumbnail(photo, 120));
    measured
        .on(Pictures.class, "grey")
        .kinds("image")
        .driven("400x300")
        .run(() -> Pictures.grey(photo));
    BufferedImage tiny = photo(200, 150);
    byte[] png = Pictures.png(tiny);
    measured
        .on(Pictures.class, "png")
        .kinds("image", "compression")
        .driven("200x150")
        .run(() -> Pictures.png(tiny));
    measured
        .on(Pictures.class, "threshold")
        .kinds("image")
        .driven("400x300")
        .run(() -> Pictures.threshold(grey));
    Path saved = folder.resolve("photo.jpg");
    measured
        .on(Pictures.class, "save")
        .kinds("disk", "image")
        .driven("400x300")
        .run(
            () -> {
              Pictures.save(photo, saved);
              return null;
            });
    Method mix = Reach.method(Pictures.class, "mix");
    measured.on(Texts.class, "codes").kinds("text").driven("25 KB").run(() -> Texts.codes(body));
    measured
        .on(Texts.class, "isReference")
        .driven("one code")
        .run(() -> Texts.isReference("CSQU3054383"));
    measured
        .on(Texts.class, "distance")
        .driven("two names of 12")
        .run(() -> Texts.distance("hamburg sued", "hamburg nord"));
    List<String> names =
        IntStream.range(0, 800).mapToObj(i -> "Shipping Line Nr " + i * 37).toList();
    measured
        .on(Texts.class, "closest")
        .kinds("text")
        .driven("800 names")
        .run(() -> Texts.closest("Shiping Lien 370", names));
    List<String> days =
        IntStream.range(0, 600)
            .mapToObj(i -> String.format("%02d.%02d.2024", 1 + i % 28, 1 + i % 12))
            .toList();
    measured.on(Texts.class, "days").kinds("text").driven("600 dates").run(() -> Texts.days(days));
    List<String> before = IntStream.range(0, 300).mapToObj(i -> "line " + i % 50).toList();
    List<String> after = IntStream.range(0, 300).mapToObj(i -> "line " + i % 47).toList();
    measured
        .on(Texts.class, "difference")
        .kinds("text")
        .driven("300 lines each")
        .run(() -> Texts.difference(before, after));
    measured
        .on(Texts.class, "initials")
        .driven("three words")
        .run(() -> Texts.initials("johann sebastian bach"));
    List<Map<String, Object>> rows = rows(300);
    String json = Json.write(rows);
    measured
        .on(Json.class, "parse")
        .kinds("text", "serialization")
        .driven("300 objects, 20 KB")
        .run(() -> Json.parse(json));
    ArrayList<Invoice> invoices = new ArrayList<>(invoices(100));
    byte[] frozen = Copies.freeze(invoices);
    measured
        .on(Copies.class, "freeze")
        .kinds("serialization")
        .driven("100 invoices")
        .run(() -> Copies.freeze(invoices));
    measured
        .on(Copies.class, "thaw")
        .kinds("serialization")
        .driven("100 invoices")
        .run(() -> Copies.thaw(frozen));
    Path frozenFile = folder.resolve("frozen");
    Files.write(frozenFile, Copies.freeze(new ArrayList<>(invoices.subList(0, 20))));
    measured
        .on(Copies.class, "restore")
        .kinds("disk", "serialization")
        .driven("20 invoices, cold")
        .cold(frozenFile)
        .run(() -> Copies.restore(frozenFile));
  }

  static List<Map<String, Object>> rows(int count) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", "CSQU" + (3_000_000 + i));
      row.put("duty", i * 1.5);
      row.put("text", "machine parts \"as new\"");
      row.put("open", i % 2 == 0);
      rows.add(row);
    }
    return rows;
  }

  private static void yard(Measurements measured) {
    int[] weights = RANDOM.ints(80, 5, 60).toArray();
    int[] values = RANDOM.ints(80, 1, 1_000).toArray();
    measured
        .on(StackPlanner.class, "bestLoad")
        .kinds("maths", "other")
        .driven("80 containers, capacity 2000")
        .run(() -> StackPlanner.bestLoad(weights, values, 2_000));
    int[] stack = {3, 9, 4, 1, 7, 2};
    List<StackPlanner.Job> jobs =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new StackPlanner.Job(i, RANDOM.nextInt(5_000), 1 + RANDOM.nextInt(9)))
            .toList();
    measured
        .on(StackPlanner.class, "crane")
        .kinds("sort", "other")
        .driven("1000 jobs, 6 cranes")
        .run(() -> StackPlanner.crane(jobs, 6));
    int[] durations = {4, 8, 2, 7, 5, 1, 9};
    measured
        .on(StackPlanner.class, "bestOrder")
        .kinds("other", "maths")
        .driven("7 jobs")
        .run(() -> StackPlanner.bestOrder(durations));
    measured
        .on(StackPlanner.class, "overflow")
        .kinds("maths")
        .driven("1000 rounds of 30 days")
        .run(() -> StackPlanner.overflow(100, 98, 300, 30, 5));
    boolean[] taken = new boolean[1_000];
    Method slot = Reach.method(StackPlanner.class, "slot");
    BitSet blocked = new BitSet();
    for (int i = 0; i < 2_000; i++) {
      blocked.set(1 + RANDOM.nextInt(9_998));
    }
    Grid grid = new Grid(100, 100, blocked);
    measured
        .on(Grid.class, "steps")
        .kinds("other")
        .driven("100x100")
        .run(() -> grid.steps(0, 0, 99, 99));
    double[][] a = new double[90][90];
    for (double[] row : a) {
      Arrays.setAll(row, i -> RANDOM.nextDouble());
    }
    double[] right = RANDOM.doubles(90).toArray();
    measured
        .on(Matrix.class, "multiply")
        .kinds("maths")
        .driven("90x90")
        .run(() -> Matrix.multiply(a, a));
    measured
        .on(Matrix.class, "solve")
        .kinds("maths")
        .driven("90 unknowns")
        .run(() -> Matrix.solve(a, right));
    double[] series = RANDOM.doubles(500).toArray();
    measured
        .on(Matrix.class, "forecast")
        .driven("500 days")
        .run(() -> Matrix.forecast(series, .3, .1));
    measured
        .on(Matrix.class, "spectrum")
        .kinds("maths")
        .driven("500 days")
        .run(() -> Matrix.spectrum(series));
    measured
        .on(Matrix.class, "arrangements")
        .kinds("maths")
        .driven("1000")
        .run(() -> Matrix.arrangements(1_000));
    Method dot = Reach.method(Matrix.class, "dot");
  }

  private static void customs(Measurements measured, Path folder) throws Exception {
    Neighbours office = new Neighbours();
    office.page("/tariff", Json.write(rows(3_000)));
    office.page(
        "/watchlist",
        IntStream.range(0, 2_500)
            .mapToObj(i -> "Shipping Line " + i * 37)
            .collect(Collectors.joining("\n")));
    ExecutorService pool = Executors.newFixedThreadPool(4, Neighbours::daemon);
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Path outbox = Files.createDirectory(folder.resolve("outbox"));
    CustomsService customs = new CustomsService(http, office.http, outbox, pool);
    List<String> rejected = new ArrayList<>();
    customs.onRejected(rejected::add);
    measured
        .on(CustomsService.class, "violations")
        .driven("2 checks")
        .run(() -> customs.violations("CSQU3054383"));
    measured
        .on(CustomsService.class, "reject")
        .driven("listener adds to a list")
        .then(
            () -> {
              rejected.clear();
              return null;
            })
        .run(
            () -> {
              customs.reject("R1");
              return null;
            });
    measured
        .on(CustomsService.class, "declare")
        .kinds("network")
        .driven("4 ms")
        .run(() -> customs.declare("R1", "<declaration/>"));
    measured
        .on(CustomsService.class, "tariff")
        .kinds("network", "text", "serialization")
        .driven("3000 entries, 220 KB, 4 ms")
        .run(customs::tariff);
    measured
        .on(CustomsService.class, "suspects")
        .kinds("network", "text")
        .driven("2500 names, 4 ms")
        .run(() -> customs.suspects("Shiping Line 370"));
    byte[] document = letter(9_000).getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> documents = Map.of("a", document, "b", document, "c", document);
    measured
        .on(CustomsService.class, "declareSealed")
        .kinds("network", "compression", "crypto")
        .driven("3 documents of 60 KB")
        .run(() -> customs.declareSealed(documents));
    List<CompletableFuture<?>> started = new ArrayList<>();
    measured
        .on(CustomsService.class, "declareLater")
        .driven("only started")
        .async(
            () -> {
              started.forEach(CompletableFuture::join);
              started.clear();
              return null;
            })
        .run(() -> started.add(customs.declareLater("R1", "<declaration/>")));
    Path manifest = folder.resolve("inspection.csv");
    Files.writeString(manifest, csv(300));
    measured
        .on(CustomsService.class, "inspectionOrder")
        .kinds("disk", "text", "sort")
        .driven("300 lines, cold")
        .cold(manifest)
        .run(() -> customs.inspectionOrder(manifest));
    List<Map<String, Object>> rows = rows(400);
    measured
        .on(CustomsService.class, "writeStatement")
        .kinds("disk", "text", "serialization")
        .driven("400 rows")
        .run(() -> customs.writeStatement("S1", rows));
    byte[] day = letter(800).getBytes(StandardCharsets.UTF_8);
    Seal seal = new Seal(new byte[16]);
    int[] nonce = {0};
    measured
        .on(CustomsService.class, "sealDay")
        .kinds("disk", "compression", "crypto")
        .driven("5 KB")
        .before(() -> nonce[0]++)
        .run(
            () -> {
              customs.sealDay(
                  day,
                  new Seal(ByteBuffer.allocate(16).putInt(nonce[0]).array()),
                  outbox.resolve("day"));
              return null;
            });
  }
}
