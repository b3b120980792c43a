package io.bandstand.drive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.measure.Measurements;
import dev.concur.measure.Neighbours;
import dev.concur.measure.Reach;
import io.bandstand.artist.*;
import io.bandstand.audit.AuditLog;
import io.bandstand.batch.*;
import io.bandstand.bus.*;
import io.bandstand.config.Settings;
import io.bandstand.db.*;
import io.bandstand.domain.*;
import io.bandstand.export.*;
import io.bandstand.fraud.*;
import io.bandstand.imports.*;
import io.bandstand.mail.*;
import io.bandstand.media.*;
import io.bandstand.metrics.*;
import io.bandstand.payment.*;
import io.bandstand.pricing.*;
import io.bandstand.sale.*;
import io.bandstand.schedule.*;
import io.bandstand.search.*;
import io.bandstand.seating.*;
import io.bandstand.session.*;
import io.bandstand.ticket.*;
import io.bandstand.util.*;
import io.bandstand.venue.*;
import io.bandstand.webhook.*;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.*;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.Consumer;
import java.util.stream.*;
import org.h2.tools.Server;

/** Calls the office as its people do, and measures. */
public final class Driver {

  private static final Random RANDOM = new Random(11);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Measurements m = new Measurements();
  private final Path folder;
  private final Neighbours near = new Neighbours();
  private final String http;
  private final List<Customer> customers = Data.customers(5_000);
  private final List<Show> shows = Data.shows(1_500);
  private final List<Order> orders = Data.orders(3_000);
  private final AtomicLong fresh = new AtomicLong(1_000_000);
  private final LocalDateTime now = LocalDateTime.of(2026, 3, 1, 12, 0);
  private final PriceRule.Context context = new PriceRule.Context(shows.get(900), now, 2, .83);

  private Database database;
  private OrderRepository orderTable;
  private CustomerRepository customerTable;

  private Driver() throws Exception {
    Files.createDirectories(Path.of("target"));
    folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "run");
    http = near.http.toString();
  }

  public static void main(String[] args) throws Exception {
    Driver driver = new Driver();
    driver.neighbours();
    driver.domain();
    driver.pricing();
    driver.seating();
    driver.schedule();
    driver.data();
    driver.payment();
    driver.artist();
    driver.ticket();
    driver.media();
    driver.imports();
    driver.export();
    driver.mail();
    driver.session();
    driver.search();
    driver.bus();
    driver.util();
    driver.batch();
    driver.sale();
    driver.m.measure(args);
  }

  private static Object call(Method method, Object on, Object... arguments) throws Exception {
    return method.invoke(on, arguments);
  }

  private void neighbours() throws Exception {
    near.page(
        "/rates/latest",
        "{\"base\":\"EUR\",\"rates\":{"
            + IntStream.range(0, 30)
                .mapToObj(i -> "\"X" + i + "\":1." + i)
                .collect(Collectors.joining(","))
            + ",\"USD\":1.08}}");
    near.page("/charges", "{\"state\":\"approved\",\"auth\":\"A7731\"}");
    near.page("/refunds", "{\"state\":\"approved\",\"auth\":\"R7731\"}");
    for (Artist artist : Data.artists(1, 40)) {
      near.page("/artists/" + artist.id(), MAPPER.writeValueAsBytes(artist));
    }
    for (int i = 0; i < 6; i++) {
      near.page(
          "/artists/page" + i,
          i == 5 ? "[]".getBytes() : MAPPER.writeValueAsBytes(Data.artists(1 + 50 * i, 50)));
    }
    near.page("/bio", Data.html(6));
    near.page("/poster", Data.png(Data.poster()));
    Server server =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
            .start();
    int far = Neighbours.farAwayFrom(server.getPort());
    Settings settings =
        Settings.parse("db.url=jdbc:h2:tcp://127.0.0.1:" + far + "/./office\ndb.pool=3\n");
    database = new Database(settings);
    database.createTables();
    try (Connection connection = database.source().getConnection();
        Statement s = connection.createStatement()) {
      s.execute(
          "insert into customers select x, 'First' || mod(x, 97) || ' Last' || mod(x, 389), 'user' || x || '@example.org', '10' || (100 + mod(x, 899)), case mod(x, 4) when 0 then 'en' when 1 then 'de' when 2 then 'fr' else 'nl' end, mod(x, 3) > 0, current_timestamp from system_range(1, 5000)");
      s.execute(
          "insert into orders select x, 1 + mod(x * 7919, 5000), 1 + mod(x, 60), dateadd('MINUTE', -mod(x * 31, 86400), current_timestamp), case mod(x, 9) when 0 then 'CANCELLED' when 1 then 'OPEN' else 'PAID' end, '4111xxxx' from system_range(1, 20000)");
      s.execute(
          "insert into lines select 1 + mod(x, 20000), 'B-' || mod(x, 40) || '-' || mod(x, 50), 4500 + mod(x, 30) * 100 from system_range(1, 60000)");
      s.execute(
          "insert into blocked select 'tout' || x || '@example.org', 'tout' from system_range(1, 500)");
    }
    orderTable = new OrderRepository(database);
    customerTable = new CustomerRepository(database.source());
  }

  private Customer someone() {
    return customers.get(RANDOM.nextInt(customers.size()));
  }

  private Order newOrder(Customer customer) {
    Order.Builder order =
        Order.builder(fresh.incrementAndGet())
            .customer(customer.id())
            .show(1 + RANDOM.nextInt(60))
            .card("4111xxxx");
    int row = RANDOM.nextInt(40);
    for (int i = 0; i < 3; i++) {
      order.line(new Seat("B", row, 5 + i, Seat.Tier.FLOOR), new Money(4_500 + i * 100, "EUR"));
    }
    return order.build();
  }

  private void domain() throws Exception {
    List<Money> ten =
        IntStream.range(0, 10).mapToObj(i -> new Money(4_500 + i * 50, "EUR")).toList();
    m.on(Money.class, "parse").driven("12,50 EUR").run(() -> Money.parse("12,50 eur"));
    m.on(Money.class, "sum").driven("ten amounts").run(() -> Money.sum(ten));
    m.on(Money.class, "format").run(() -> ten.get(3).format());
    m.on(Seat.class, "parse").run(() -> Seat.parse("B-12-7"));
    m.on("io.bandstand.domain.Seat$Tier$1", "surcharge")
        .run(() -> Seat.Tier.FLOOR.surcharge(ten.get(2)));
    m.on(Customer.class, "maskedEmail").run(() -> customers.get(7).maskedEmail());
    m.on(Customer.class, "salutation").run(() -> customers.get(7).salutation());
    m.on(Show.class, "overlaps").run(() -> shows.get(3).overlaps(shows.get(9)));
    m.on(Order.class, "with")
        .driven("three lines")
        .run(() -> orders.get(3).with(Order.Status.CANCELLED));
    Discount free = Discount.parse("1/4");
    m.on(Discount.class, "on").driven("one of four free, ten prices").run(() -> free.on(ten));
    Ticket ticket = Data.tickets(1).get(0);
    m.on(Ticket.class, "model").run(ticket::model);
    Path file = folder.resolve("office.properties");
    Files.writeString(
        file,
        "db.url=jdbc:h2:mem:x\nhold.time=10m\nshop.url=https://${office.domain}/shop\noffice.domain=bandstand.example\n");
    m.on(Settings.class, "load")
        .kinds("disk", "text")
        .driven("a file of four lines")
        .cold(file)
        .run(() -> Settings.load(file));
    m.on(Settings.class, "parse")
        .driven("four lines")
        .run(() -> Settings.parse("a=1\nb=2\nc=3\nd=${a}\n"));
    Settings settings = Settings.load(file);
    m.on(Settings.class, "text", String.class)
        .driven("one reference")
        .run(() -> settings.text("shop.url"));
    m.on(Settings.class, "duration").run(() -> settings.duration("hold.time"));
    m.on(Settings.class, "store")
        .kinds("disk")
        .driven("14 lines")
        .run(
            () -> {
              settings.store(folder.resolve("stored.properties"));
              return 1;
            });
  }

  private void pricing() throws Exception {
    EarlyBird early = new EarlyBird();
    PriceCalculator calculator =
        new PriceCalculator(List.of(PriceRule.tier(), early, new DemandRule(8)));
    SeatMap hall = new SeatMap("C", 80, 100, Seat.Tier.TRIBUNE);
    List<Seat> seats = hall.all();
    Money base = new Money(4_500, "EUR");
    m.on(EarlyBird.class, "apply").run(() -> early.apply(base, seats.get(100), context));
    m.on(PriceCalculator.class, "price")
        .driven("three rules")
        .run(() -> calculator.price(seats.get(90), context));
    m.on(PriceCalculator.class, "priceList")
        .kinds("maths", "sort")
        .driven("8000 seats")
        .run(() -> calculator.priceList(seats, context));
    Discount discount = Discount.parse("10%");
    m.on(PriceCalculator.class, "total")
        .driven("four seats")
        .run(() -> calculator.total(seats.subList(10, 14), context, discount));
    DemandForecast forecast = new DemandForecast(2_000);
    double[] daily = RANDOM.doubles(90, 50, 400).toArray();
    double[] year = RANDOM.doubles(365, 50, 400).toArray();
    double[][] features = new double[365][];
    Arrays.setAll(features, i -> RANDOM.doubles(7).toArray());
    m.on(DemandForecast.class, "trend").driven("90 days").run(() -> forecast.trend(daily));
    m.on(DemandForecast.class, "smoothed")
        .driven("90 days")
        .run(() -> forecast.smoothed(daily, .3));
    m.on(DemandForecast.class, "weights")
        .kinds("maths")
        .driven("365 days, 7 features")
        .run(() -> forecast.weights(features, year));
    m.on(DemandForecast.class, "outlook")
        .kinds("maths")
        .driven("2000 runs of 90 days")
        .run(() -> forecast.outlook(200, 15, 90));
    ExchangeRates rates = new ExchangeRates(http, Clock.systemUTC(), Duration.ofHours(1));
    Money dollars = new Money(10_000, "USD");
    m.on(ExchangeRates.class, "toEuro").driven("rates are known").run(() -> rates.toEuro(dollars));
    m.on(ExchangeRates.class, "refresh").kinds("network").driven("31 rates").run(rates::refresh);
  }

  private void seating() throws Exception {
    SeatMap map = new SeatMap("B", 40, 50, Seat.Tier.FLOOR);
    for (int i = 0; i < 300; i++) {
      map.take(RANDOM.nextInt(40), RANDOM.nextInt(46), 1 + RANDOM.nextInt(4));
    }
    m.on(SeatMap.class, "firstGap").run(() -> map.firstGap(20, 5));
    m.on(SeatMap.class, "freeSeats").driven("40 rows").run(map::freeSeats);
    m.on(SeatMap.class, "copy").driven("40 rows").run(map::copy);
    SeatScorer scorer =
        new SeatScorer.Weighted(new SeatScorer.Centre(), .7, new SeatScorer.Aisle(10));
    m.on("io.bandstand.seating.SeatScorer$Weighted", "score").run(() -> scorer.score(map, 10, 10));
    Allocator best = new Allocator.BestFit(scorer);
    Allocator first = new Allocator.FirstFit();
    m.on(Allocator.class, "allocate")
        .kinds("maths")
        .driven("best fit of 4, 40 rows of 50")
        .run(
            () -> {
              List<Seat> got = best.allocate(map, 4).orElseThrow();
              map.release(got.get(0).row(), got.get(0).number(), 4);
              return got;
            });
    Method choose = Reach.method(Allocator.BestFit.class, "choose");
    m.on(Allocator.BestFit.class, "choose")
        .kinds("maths")
        .driven("party of 4, 40 rows of 50")
        .run(() -> call(choose, best, map, 4));
    Method chooseFirst = Reach.method(Allocator.FirstFit.class, "choose");
    m.on(Allocator.FirstFit.class, "choose")
        .driven("party of 4")
        .run(() -> call(chooseFirst, first, map, 4));
    int[] groups = RANDOM.ints(200, 2, 9).toArray();
    int[][] friends = new int[80][];
    Arrays.setAll(friends, i -> new int[] {RANDOM.nextInt(200), RANDOM.nextInt(200)});
    GroupPlanner planner = new GroupPlanner(20_000, 3);
    m.on(GroupPlanner.class, "plan")
        .kinds("maths")
        .driven("200 groups, 20000 rounds")
        .run(() -> planner.plan(groups, friends, 26, 44));
    Method cost = Reach.method(GroupPlanner.class, "cost");
    int[] rowOf = RANDOM.ints(200, 0, 26).toArray();
    int[] load = new int[26];
    m.on(GroupPlanner.class, "cost")
        .driven("26 rows, 80 pairs")
        .run(() -> call(cost, null, rowOf, load, friends, 44));
    SeatHolds holds = new SeatHolds(Clock.systemUTC(), Duration.ofMinutes(10));
    List<Seat> four = map.all().subList(100, 104);
    m.on(SeatHolds.class, "holdAll").driven("four seats").run(() -> holds.holdAll(four, "s1"));
    m.on(SeatHolds.class, "holder").run(() -> holds.holder(four.get(1)));
  }

  private void schedule() throws Exception {
    List<ScheduleSolver.Act> acts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      acts.add(
          new ScheduleSolver.Act(
              "act" + i, 1 + i % 3, i % 10, i % 6 == 0 ? List.of((i + 7) % 60) : List.of()));
    }
    ScheduleSolver solver = new ScheduleSolver(6, 24, 5_000);
    m.on(ScheduleSolver.class, "solve")
        .kinds("maths")
        .driven("60 acts, 5000 steps")
        .run(() -> solver.solve(acts, 4));
    Method penalty = Reach.method(ScheduleSolver.class, "penalty");
    int[] place = RANDOM.ints(60, 0, 144).toArray();
    m.on(ScheduleSolver.class, "penalty")
        .driven("60 acts")
        .run(() -> call(penalty, solver, acts, place));
    Programme programme = new Programme(shows);
    m.on(Programme.class, "on")
        .driven("12 of 1500 shows")
        .run(() -> programme.on(LocalDate.of(2026, 6, 3)));
    m.on(Programme.class, "next").run(() -> programme.next(LocalDateTime.of(2026, 6, 3, 13, 13)));
    m.on(Programme.class, "clashes").kinds("maths").driven("1500 shows").run(programme::clashes);
    m.on(Programme.class, "listing").kinds("text").driven("1500 shows").run(programme::listing);
    m.on(Programme.class, "showsByArtist")
        .kinds("sort")
        .driven("1500 shows")
        .run(programme::showsByArtist);
  }

  private void data() throws Exception {
    m.on(JdbcRepository.class, "findById")
        .kinds("database")
        .driven("over a millisecond's wire")
        .run(() -> orderTable.findById(1L + RANDOM.nextInt(20_000)));
    m.on(JdbcRepository.class, "exists")
        .kinds("database")
        .run(() -> orderTable.exists(1L + RANDOM.nextInt(20_000)));
    Method marks = Reach.method(JdbcRepository.class, "marks");
    m.on(JdbcRepository.class, "marks").driven("20").run(() -> call(marks, null, 20));
    m.on(OrderRepository.class, "ofShow")
        .kinds("database")
        .driven("333 orders")
        .run(() -> orderTable.ofShow(7));
    m.on(OrderRepository.class, "save")
        .kinds("database")
        .driven("three lines")
        .run(
            () -> {
              orderTable.save(newOrder(someone()));
              return 1;
            });
    m.on(OrderRepository.class, "cancel")
        .kinds("database")
        .run(() -> orderTable.cancel(1 + RANDOM.nextInt(20_000)));
    List<Long> twenty = LongStream.range(100, 120).boxed().toList();
    m.on(OrderRepository.class, "linesOf")
        .kinds("database")
        .driven("20 orders")
        .run(() -> orderTable.linesOf(twenty));
    m.on(CustomerRepository.class, "byEmail")
        .kinds("database")
        .run(() -> customerTable.byEmail("user77@example.org"));
    m.on(CustomerRepository.class, "segment")
        .kinds("database")
        .driven("some 140 customers")
        .run(() -> customerTable.segment("de", "101"));
    m.on(CustomerRepository.class, "seen")
        .kinds("database")
        .run(() -> customerTable.seen(1 + RANDOM.nextInt(5_000)));
    m.on(CustomerRepository.class, "eachWithConsent")
        .kinds("database")
        .driven("3333 customers")
        .run(
            () -> {
              int[] n = new int[1];
              customerTable.eachWithConsent(c -> n[0]++);
              return n[0];
            });
    m.on(CustomerRepository.class, "add")
        .kinds("database")
        .driven("30 customers")
        .run(() -> customerTable.add(customers.subList(500, 530)));
    Vouchers vouchers = new Vouchers(database.source(), new Random(3));
    String code = vouchers.issue(new Money(5_000, "EUR"));
    m.on(Vouchers.class, "redeem")
        .kinds("database")
        .before(
            () -> {
              vouchers.restore(code);
              return 1;
            })
        .run(() -> vouchers.redeem(code));
    m.on(Vouchers.class, "issue")
        .kinds("database")
        .run(() -> vouchers.issue(new Money(5_000, "EUR")));
    m.on(Vouchers.class, "wellFormed").run(() -> vouchers.wellFormed(code));
    m.on(Vouchers.class, "newCode").run(vouchers::newCode);
    SalesReport report = new SalesReport(database.source());
    m.on(SalesReport.class, "byShow")
        .kinds("database")
        .driven("60 shows of 20000 orders")
        .run(report::byShow);
    m.on(SalesReport.class, "byStatus").kinds("database").run(() -> report.byStatus(9));
    m.on(SalesReport.class, "statement").kinds("text").run(report::statement);
    m.on(Database.class, "inTransaction")
        .kinds("database")
        .driven("two updates")
        .run(
            () ->
                database.inTransaction(
                    c -> {
                      try (Statement s = c.createStatement()) {
                        return s.executeUpdate("update vouchers set cents = 5000 where code = 'x'")
                            + s.executeUpdate("update orders set card = '4111' where id = 77");
                      }
                    }));

    AuditLog memory = new AuditLog.Memory(500);
    AuditLog toFile = new AuditLog.ToFile(folder.resolve("audit.log"));
    AuditLog toDatabase = new AuditLog.ToDatabase(database.source());
    AuditLog.Entry entry =
        new AuditLog.Entry(Instant.now(), "desk 4", "order 4711 changed\nby hand");
    m.on("io.bandstand.audit.AuditLog$Memory", "record")
        .run(
            () -> {
              memory.record(entry);
              return 1;
            });
    m.on("io.bandstand.audit.AuditLog$ToFile", "record")
        .kinds("disk")
        .driven("forced to disk")
        .run(
            () -> {
              toFile.record(entry);
              return 1;
            });
    m.on("io.bandstand.audit.AuditLog$ToDatabase", "record")
        .kinds("database")
        .run(
            () -> {
              toDatabase.record(entry);
              return 1;
            });
    AuditLog both = new AuditLog.Both(List.of(memory, toDatabase));
    m.on("io.bandstand.audit.AuditLog$Both", "record")
        .kinds("database")
        .driven("memory and database")
        .run(
            () -> {
              both.record(entry);
              return 1;
            });

    FraudRule names =
        new FraudRule.KnownNames(
            IntStream.range(0, 2_000).mapToObj(i -> "Tout " + Data.name(i)).toList());
    FraudRule amount = new FraudRule.Amount(new Money(40_000, "EUR"));
    FraudRule velocity = new FraudRule.Velocity(Duration.ofHours(1), 3);
    FraudRule blocked = new FraudRule.Blocked(database.source());
    FraudRule.Case suspect =
        new FraudRule.Case(newOrder(customers.get(5)), customers.get(5), orders.subList(0, 20));
    m.on("io.bandstand.fraud.FraudRule$Amount", "suspicion").run(() -> amount.suspicion(suspect));
    m.on("io.bandstand.fraud.FraudRule$Velocity", "suspicion")
        .driven("20 orders before")
        .run(() -> velocity.suspicion(suspect));
    m.on("io.bandstand.fraud.FraudRule$KnownNames", "suspicion")
        .kinds("text")
        .driven("2000 names")
        .run(() -> names.suspicion(suspect));
    m.on("io.bandstand.fraud.FraudRule$Blocked", "suspicion")
        .kinds("database")
        .run(() -> blocked.suspicion(suspect));
    fraud = new FraudDesk(orderTable, List.of(amount, velocity, names), List.of(blocked));
    m.on(FraudDesk.class, "check")
        .kinds("database", "text")
        .driven("four rules")
        .run(() -> fraud.check(suspect.order(), suspect.customer()));
    m.on(FraudDesk.class, "preview")
        .kinds("text")
        .driven("three rules")
        .run(() -> fraud.preview(suspect.order(), suspect.customer()));
    m.on(FraudDesk.class, "explain")
        .kinds("text")
        .driven("three rules")
        .run(() -> fraud.explain(suspect));
  }

  private FraudDesk fraud;
  private CardGateway card;

  private void payment() throws Exception {
    Signer signer = new Signer("a secret of the office".getBytes());
    card = new CardGateway(http, signer, Duration.ofSeconds(3));
    PaymentGateway.Request request =
        new PaymentGateway.Request("BS-77", new Money(9_000, "EUR"), "card", "tok_4711");
    m.on(CardGateway.class, "charge").kinds("network").run(() -> card.charge(request));
    m.on(CardGateway.class, "refund")
        .kinds("network")
        .run(() -> card.refund("BS-77", new Money(9_000, "EUR")));
    Method body = Reach.method(CardGateway.class, "body");
    m.on(CardGateway.class, "body").run(() -> call(body, card, request));
    Method build = Reach.method(CardGateway.class, "request");
    m.on(CardGateway.class, "request").run(() -> call(build, card, "/charges", "{\"a\":1}"));
    CreditGateway credit = new CreditGateway();
    credit.grant("c1", new Money(1_000_000_000_000L, "EUR"));
    PaymentGateway.Request byCredit =
        new PaymentGateway.Request("BS-78", new Money(1, "EUR"), "credit", "c1");
    m.on(CreditGateway.class, "charge").run(() -> credit.charge(byCredit));
    RetryingGateway retrying = new RetryingGateway(card, 3);
    m.on(RetryingGateway.class, "charge")
        .kinds("network")
        .driven("around the card gateway")
        .run(() -> retrying.charge(request));
    m.on(RetryingGateway.class, "healthy").run(retrying::healthy);
    GatewayRouter router = new GatewayRouter(Map.of("card", retrying), retrying);
    m.on(GatewayRouter.class, "pay")
        .kinds("network")
        .driven("by card")
        .run(() -> router.pay(request));
    m.on(GatewayRouter.class, "fee").run(() -> router.fee(request));
    m.on(Signer.class, "ofPhrase")
        .kinds("crypto")
        .driven("20000 rounds")
        .run(() -> Signer.ofPhrase("open sesame", "salt of the office"));
    m.on(Signer.class, "sign")
        .driven("80 characters")
        .run(
            () ->
                signer.sign(
                    "{\"reference\":\"BS-77\",\"token\":\"tok_4711\",\"amount\":{\"cents\":9000}}"));
    Payment declined = new Payment.Declined("BS-7", "card expired", true);
    m.on(Payment.class, "message").run(declined::message);
    String file = Data.settlement(5_000);
    List<Settlement.Item> bank = Settlement.parse(new StringReader(file));
    List<Settlement.Item> office = new ArrayList<>(bank.subList(40, 5_000));
    Collections.shuffle(office, RANDOM);
    office.replaceAll(
        i ->
            i.amount().cents() % 700 == 0
                ? new Settlement.Item(
                    i.reference(), i.day(), i.amount().plus(new Money(100, "EUR")))
                : i);
    m.on(Settlement.class, "parse")
        .kinds("text")
        .driven("5000 lines in memory")
        .run(() -> Settlement.parse(new StringReader(file)));
    Method item = Reach.method(Settlement.class, "item");
    String line = file.split("\n")[7];
    m.on(Settlement.class, "item").run(() -> call(item, null, line));
    m.on(Settlement.class, "reconcile")
        .kinds("sort")
        .driven("5000 items")
        .run(() -> Settlement.reconcile(bank, office));

    ExecutorService executor = Executors.newSingleThreadExecutor(Neighbours::daemon);
    WebhookSender sender = new WebhookSender(MAPPER, signer, executor);
    WebhookSender.Notice notice =
        new WebhookSender.Notice(
            "order.paid",
            4711,
            Map.of("show", 7, "seats", List.of("B-1-1", "B-1-2"), "total", "90.00 EUR"));
    m.on(WebhookSender.class, "send")
        .kinds("network")
        .run(() -> sender.send(http + "/hooks", notice));
    m.on(WebhookSender.class, "sendLater")
        .async(() -> executor.submit(() -> 1).get())
        .run(() -> sender.sendLater(http + "/hooks", notice));
    Method payload = Reach.method(WebhookSender.class, "payload");
    m.on(WebhookSender.class, "payload").run(() -> call(payload, sender, notice));
    Outbox outbox = new Outbox(sender, 200);
    outbox.subscribe("order.paid", http + "/hooks");
    outbox.subscribe("order.paid", http + "/hooks2");
    m.on(Outbox.class, "drain")
        .kinds("network")
        .driven("two letters")
        .before(() -> outbox.post(notice))
        .run(outbox::drain);
    m.on(Outbox.class, "pace").kinds("sleep").driven("200 a second").run(outbox::pace);
    Outbox other = new Outbox(sender, 200);
    other.subscribe("order.paid", http + "/hooks");
    m.on(Outbox.class, "next")
        .kinds("lock")
        .driven("one is posted after some milliseconds")
        .run(
            () -> {
              Neighbours.later(() -> other.post(notice));
              return other.next();
            });
    Outbox third = new Outbox(sender, 200);
    third.subscribe("order.paid", http + "/hooks");
    m.on(Outbox.class, "post")
        .driven("one subscriber")
        .then(
            () -> {
              while (((Queue<?>) waiting(third)).poll() != null) {}
              return 1;
            })
        .run(() -> third.post(notice));
  }

  private static Object waiting(Outbox outbox) throws Exception {
    var field = Outbox.class.getDeclaredField("waiting");
    field.setAccessible(true);
    return field.get(outbox);
  }

  private void artist() throws Exception {
    ArtistClient client = new ArtistClient(HttpClient.newHttpClient(), near.http, MAPPER);
    m.on(ArtistClient.class, "fetch").kinds("network").run(() -> client.fetch(7));
    m.on(ArtistClient.class, "page")
        .kinds("network")
        .driven("50 artists")
        .run(() -> client.page(2));
    m.on(ArtistClient.class, "namesOf")
        .kinds("network")
        .driven("five pages")
        .run(() -> client.namesOf("jazz"));
    m.on(ArtistClient.class, "all").run(client::all);
    m.on(ArtistClient.class, "fetchLater")
        .async(
            () -> {
              Thread.sleep(60);
              return 1;
            })
        .run(() -> client.fetchLater(7));
    m.on(ArtistClient.class, "fetchAll")
        .kinds("network")
        .driven("8 artists")
        .run(() -> client.fetchAll(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)));
    ArtistDirectory directory = new ArtistDirectory(client, 1_000, Duration.ofHours(1));
    directory.reload(7);
    m.on(ArtistDirectory.class, "peek").run(() -> directory.peek(7));
    ArtistDirectory second = new ArtistDirectory(client, 1_000, Duration.ofHours(1));
    m.on(ArtistDirectory.class, "find")
        .kinds("network")
        .driven("not asked for lately")
        .before(
            () -> {
              second.forget();
              return 1;
            })
        .run(() -> second.find(9));
    m.on(ArtistDirectory.class, "reload").kinds("network").run(() -> directory.reload(8));
    List<Artist> many = Data.artists(1, 2_000);
    m.on(ArtistDirectory.class, "headliners")
        .kinds("sort")
        .driven("20 of 2000")
        .run(() -> ArtistDirectory.headliners(many, 20));
    m.on(Artist.class, "sortName").run(() -> many.get(4).sortName());
    m.on(Artist.class, "plays").run(() -> many.get(4).plays("folk"));
    Biography biography = new Biography(160);
    String html = Data.html(25);
    String teaser = Data.words(60);
    m.on(Biography.class, "clean").kinds("text").driven("10 kB").run(() -> biography.clean(html));
    m.on(Biography.class, "links").kinds("text").driven("10 kB").run(() -> biography.links(html));
    m.on(Biography.class, "teaser").driven("60 words").run(() -> biography.teaser(teaser));
    m.on(Biography.class, "fromPage")
        .kinds("network")
        .driven("2 kB")
        .run(() -> biography.fromPage(http + "/bio"));
  }

  private void ticket() throws Exception {
    List<Ticket> tickets = Data.tickets(400);
    Ticket one = tickets.get(3);
    TicketNumbers numbers = new TicketNumbers("BS", 4_000);
    m.on(TicketNumbers.class, "valid").run(() -> numbers.valid("BS00000040017"));
    m.on(TicketNumbers.class, "next", new Class<?>[] {int.class})
        .kinds("text")
        .driven("1000 numbers")
        .run(() -> numbers.next(1_000));
    QrCodes codes = new QrCodes(240);
    BufferedImage photo =
        javax.imageio.ImageIO.read(new ByteArrayInputStream(codes.png(one.code())));
    m.on(QrCodes.class, "matrix")
        .kinds("image")
        .driven("21 characters, 240 pixels")
        .run(() -> codes.matrix(one.code()));
    m.on(QrCodes.class, "png")
        .kinds("image", "compression")
        .driven("240 pixels")
        .run(() -> codes.png(one.code()));
    m.on(QrCodes.class, "read").kinds("image").driven("240 pixels").run(() -> codes.read(photo));
    PdfTickets pdf = new PdfTickets(codes);
    HtmlTickets page = new HtmlTickets(codes);
    Path out = Files.createDirectories(folder.resolve("tickets"));
    m.on(TicketRenderer.class, "store")
        .kinds("disk", "image")
        .driven("a PDF")
        .run(() -> pdf.store(one, out));
    m.on(TicketRenderer.class, "storeAll")
        .kinds("disk", "image")
        .driven("20 PDFs")
        .run(() -> pdf.storeAll(tickets.subList(0, 20), out));
    m.on(TicketRenderer.class, "fileName").run(() -> pdf.fileName(one));
    m.on(PdfTickets.class, "bytes").kinds("serialization", "image").run(() -> pdf.bytes(one));
    m.on(PdfTickets.class, "booklet")
        .kinds("serialization", "image")
        .driven("6 tickets")
        .run(() -> pdf.booklet(tickets.subList(0, 6)));
    m.on(HtmlTickets.class, "gateList")
        .kinds("text")
        .driven("400 tickets")
        .run(() -> page.gateList("Tent", tickets));
    Method render = Reach.method(HtmlTickets.class, "render");
    m.on(HtmlTickets.class, "render")
        .kinds("image", "text")
        .run(() -> call(render, page, one, new ByteArrayOutputStream()));
    TicketBundle bundle = new TicketBundle();
    for (Ticket t : tickets.subList(0, 10)) {
      bundle.add(pdf.fileName(t), pdf.bytes(t));
    }
    byte[] zipped = bundle.zipped();
    m.on(TicketBundle.class, "zipped").kinds("compression").driven("10 PDFs").run(bundle::zipped);
    m.on(TicketBundle.class, "save")
        .kinds("disk", "compression")
        .driven("10 PDFs")
        .run(
            () -> {
              bundle.save(folder.resolve("bundle.zip"));
              return 1;
            });
    m.on(TicketBundle.class, "unpack")
        .kinds("compression")
        .driven("10 PDFs")
        .run(() -> TicketBundle.unpack(zipped));
    m.on(TicketBundle.class, "size").run(bundle::size);
  }

  private void media() throws Exception {
    BufferedImage poster = Data.poster();
    byte[] png = Data.png(poster);
    PosterStore store = new PosterStore(folder.resolve("posters"));
    for (int i = 0; i < 30; i++) {
      store.save("ab" + i, png);
    }
    m.on(PosterStore.class, "pathOf").run(() -> store.pathOf("Summer Night 2026"));
    m.on(PosterStore.class, "raw")
        .kinds("disk")
        .driven("some 100 kB")
        .cold(store.pathOf("ab3"))
        .run(() -> store.raw("ab3"));
    m.on(PosterStore.class, "load")
        .kinds("disk", "image")
        .driven("900 x 1200")
        .cold(store.pathOf("ab3"))
        .run(() -> store.load("ab3"));
    m.on(PosterStore.class, "save")
        .kinds("disk")
        .driven("some 100 kB")
        .run(
            () -> {
              store.save("cd1", png);
              return 1;
            });
    m.on(PosterStore.class, "names").kinds("disk").driven("30 files").run(() -> store.names("ab"));
    m.on(PosterStore.class, "bytesUsed").kinds("disk").driven("31 files").run(store::bytesUsed);
    Thumbnails thumbnails = new Thumbnails(store, 160);
    BufferedImage small = thumbnails.scale(poster);
    thumbnails.of("ab2");
    m.on(Thumbnails.class, "scale")
        .kinds("image")
        .driven("900 x 1200 to 160")
        .run(() -> thumbnails.scale(poster));
    m.on(Thumbnails.class, "jpeg")
        .kinds("image")
        .driven("120 x 160")
        .run(() -> thumbnails.jpeg(small));
    Method make = Reach.method(Thumbnails.class, "make");
    m.on(Thumbnails.class, "make")
        .kinds("disk", "image")
        .driven("900 x 1200")
        .cold(store.pathOf("ab4"))
        .run(() -> call(make, thumbnails, "ab4"));
    m.on(Thumbnails.class, "cached").run(() -> thumbnails.cached("ab2"));
    m.on(Thumbnails.class, "dimensions").kinds("image").run(() -> Thumbnails.dimensions(png));
    Palette palette = new Palette(6);
    m.on(Palette.class, "of")
        .kinds("image", "maths")
        .driven("900 x 1200")
        .run(() -> palette.of(poster));
    m.on(Palette.class, "dark").run(() -> Palette.dark(0x336699));
    m.on(Palette.class, "css").run(() -> Palette.css(0x336699));
    byte[] sound = Data.wave(20);
    Path file = folder.resolve("sample.wav");
    Files.write(file, sound);
    Wave wave = Wave.open(file);
    m.on(Wave.class, "header")
        .driven("in memory")
        .run(() -> Wave.header(new ByteArrayInputStream(sound)));
    m.on(Wave.class, "read")
        .kinds("maths")
        .driven("20 s in memory")
        .run(() -> Wave.read(new ByteArrayInputStream(sound)));
    m.on(Wave.class, "open")
        .kinds("disk", "maths")
        .driven("20 s")
        .cold(file)
        .run(() -> Wave.open(file));
    m.on(Wave.class, "inspect").kinds("disk").cold(file).run(() -> Wave.inspect(file));
    Levels levels = new Levels(4_096);
    m.on(Levels.class, "decibels")
        .driven("4096 samples")
        .run(() -> Levels.decibels(wave.samples(), 40_960, 45_056));
    m.on(Levels.class, "curve").kinds("maths").driven("20 s").run(() -> levels.curve(wave));
    m.on(Levels.class, "clipping")
        .kinds("maths")
        .driven("20 s")
        .run(() -> levels.clipping(wave, .9f));
    m.on(Levels.class, "pitches").kinds("maths").driven("20 s").run(() -> levels.pitches(wave));
    PosterImport imports = new PosterImport(store, palette);
    m.on(PosterImport.class, "download")
        .kinds("network")
        .driven("some 100 kB")
        .run(() -> imports.download(http + "/poster"));
    m.on(PosterImport.class, "describe")
        .kinds("image")
        .driven("900 x 1200")
        .run(() -> imports.describe("x", png));
    m.on(PosterImport.class, "bring")
        .kinds("network", "disk", "image")
        .driven("900 x 1200")
        .run(() -> imports.bring("ef1", http + "/poster"));
    Method fingerprint = Reach.method(PosterImport.class, "fingerprint");
    m.on(PosterImport.class, "fingerprint").run(() -> call(fingerprint, null, poster));
    m.on(PosterImport.class, "difference").run(() -> PosterImport.difference(77, 4_711));
  }

  private Inbox inbox;
  private Path guests;

  private void imports() throws Exception {
    Path in = Files.createDirectories(folder.resolve("inbox"));
    String csv = Data.guestCsv(3_000);
    String json = Data.lineupJson(800);
    String xml = Data.seatXml(50, 100);
    guests = Files.writeString(in.resolve("guests.csv"), csv);
    Path lineup = Files.writeString(in.resolve("lineup.json"), json);
    for (int i = 0; i < 40; i++) {
      Files.writeString(in.resolve("note" + i + ".txt"), "please put " + Data.words(40));
    }
    GuestListCsv guestList = new GuestListCsv();
    LineupJson lineups = new LineupJson();
    SeatPlanXml plans = new SeatPlanXml();
    List<Object> sink = new ArrayList<>();
    Consumer<Object> rows = sink::add;
    Method parse = Reach.method(GuestListCsv.class, "parse");
    m.on(GuestListCsv.class, "parse")
        .kinds("text")
        .driven("3000 lines in memory")
        .then(
            () -> {
              sink.clear();
              return 1;
            })
        .run(() -> call(parse, guestList, new StringReader(csv), rows));
    Method check = Reach.method(GuestListCsv.class, "check");
    Customer guest = customers.get(8);
    m.on(GuestListCsv.class, "check").run(() -> call(check, guestList, guest));
    Method parseJson = Reach.method(LineupJson.class, "parse");
    m.on(LineupJson.class, "parse")
        .kinds("serialization")
        .driven("800 shows in memory")
        .then(
            () -> {
              sink.clear();
              return 1;
            })
        .run(() -> call(parseJson, lineups, new StringReader(json), rows));
    Method parseXml = Reach.method(SeatPlanXml.class, "parse");
    m.on(SeatPlanXml.class, "parse")
        .kinds("serialization", "text")
        .driven("5000 seats in memory")
        .then(
            () -> {
              sink.clear();
              return 1;
            })
        .run(() -> call(parseXml, plans, new StringReader(xml), rows));
    m.on(PartnerImport.class, "run", Path.class)
        .kinds("disk", "serialization")
        .driven("800 shows")
        .cold(lineup)
        .run(() -> lineups.run(lineup));
    m.on(PartnerImport.class, "run", Reader.class)
        .kinds("serialization")
        .driven("800 shows in memory")
        .run(() -> lineups.run(new StringReader(json)));
    m.on(CountingReader.class, "read", char[].class, int.class, int.class)
        .driven("512 characters in memory")
        .run(() -> new CountingReader(new StringReader(json)).read(new char[512], 0, 512));
    inbox = new Inbox(in, Map.of("csv", guestList, "json", lineups, "xml", plans));
    m.on(Inbox.class, "changed").kinds("disk").driven("42 files").run(inbox::changed);
    m.on(Inbox.class, "understands").run(() -> inbox.understands("GUESTS.CSV"));
    m.on(Inbox.class, "accept")
        .kinds("disk", "text")
        .driven("3000 lines")
        .cold(guests)
        .run(() -> inbox.accept(guests));
    byte[] start = csv.substring(0, 2_000).getBytes(StandardCharsets.UTF_8);
    m.on(Inbox.class, "charset")
        .driven("in memory")
        .run(() -> Inbox.charset(new ByteArrayInputStream(start)));
    m.on(Inbox.class, "note")
        .kinds("disk")
        .driven("300 bytes")
        .cold(in.resolve("note7.txt"))
        .run(() -> inbox.note("note7.txt"));
  }

  private void export() throws Exception {
    LedgerExport ledger = new LedgerExport();
    m.on(LedgerExport.class, "csv")
        .kinds("serialization")
        .driven("3000 orders")
        .run(() -> ledger.csv(orders));
    m.on(LedgerExport.class, "save")
        .kinds("disk", "serialization")
        .driven("3000 orders")
        .run(
            () -> {
              ledger.save(orders, folder.resolve("ledger.csv"));
              return 1;
            });
    m.on(LedgerExport.class, "archive")
        .kinds("disk", "compression", "serialization")
        .driven("3000 orders")
        .run(
            () -> {
              ledger.archive(orders, folder.resolve("ledger.csv.gz"));
              return 1;
            });
    byte[] content = new byte[300_000];
    RANDOM.nextBytes(content);
    Path out = Files.createDirectories(folder.resolve("outgoing"));
    Path[] files = new Path[8];
    for (int i = 0; i < files.length; i++) {
      files[i] = Files.write(out.resolve("part" + i + ".bin"), content);
    }
    m.on(Checksums.class, "of", byte[].class)
        .kinds("crypto")
        .driven("300 kB")
        .run(() -> Checksums.of(content));
    m.on(Checksums.class, "of", Path.class)
        .kinds("disk", "crypto")
        .driven("300 kB")
        .cold(files[3])
        .run(() -> Checksums.of(files[3]));
    m.on(Checksums.class, "ofFolder")
        .kinds("disk", "crypto")
        .driven("8 files of 300 kB")
        .cold(files)
        .run(() -> Checksums.ofFolder(out));
    Map<String, String> sums = Checksums.ofFolder(out);
    m.on(Checksums.class, "manifest").driven("8 files").run(() -> Checksums.manifest(sums));
  }

  private void mail() throws Exception {
    MailMerge merge =
        new MailMerge(
            "{{salutation}},\n\nyour tickets for {{show}} are waiting, {{customer.name}}.\nGates open at {{gates}}.\n{{#offers}}* {{.}}\n{{/offers}}\nSee you in {{customer.postcode}}!\n"
                + Data.words(60),
            "Your tickets",
            "tickets@bandstand.example");
    Map<String, Object> more =
        Map.of(
            "show",
            "Midnight Brass",
            "gates",
            "18:30",
            "offers",
            List.of("parking", "shirt", "dinner"));
    Mail one = merge.letter(customers.get(4), more);
    m.on(MailMerge.class, "letter").run(() -> merge.letter(customers.get(4), more));
    m.on(MailMerge.class, "merge")
        .kinds("text")
        .driven("2000 customers")
        .run(() -> merge.merge(customers.subList(0, 2_000), more));
    m.on(Mail.class, "source").run(one::source);
    int port = Neighbours.lines(line -> "250 ok");
    Postman postman = new Postman("127.0.0.1", port);
    m.on(Postman.class, "send").kinds("network").run(() -> postman.send(one));
    m.on(Postman.class, "sendAll")
        .kinds("network")
        .driven("5 letters")
        .run(() -> postman.sendAll(Collections.nCopies(5, one)));
    Method refused = Reach.method(Postman.class, "refused");
    m.on(Postman.class, "refused").run(() -> call(refused, null, "250 ok"));
    Campaign campaign =
        new Campaign(customerTable, merge)
            .only(c -> c.id() % 2 == 1)
            .only(c -> c.email().endsWith("org"));
    m.on(Campaign.class, "reaches").run(() -> campaign.reaches(customers.get(4)));
    m.on(Campaign.class, "prepare")
        .kinds("database", "text")
        .driven("some 140 customers")
        .run(() -> campaign.prepare("de", "101", more));
    m.on(Campaign.class, "count").kinds("database").driven("3333 customers").run(campaign::count);
    m.on(Campaign.class, "run")
        .kinds("network")
        .driven("5 letters to the mail server")
        .run(() -> campaign.run(Collections.nCopies(5, one), postman::send));
  }

  private void session() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    KeyPair keys = generator.generateKeyPair();
    Tokens signed = Tokens.signed(keys);
    Tokens shared = Tokens.shared("a secret of the office that is long enough");
    String token = shared.issue(4_711, List.of("buyer"), Duration.ofHours(2));
    m.on(Tokens.class, "issue")
        .kinds("crypto")
        .driven("RSA, 2048 bits")
        .run(() -> signed.issue(4_711, List.of("buyer"), Duration.ofHours(2)));
    m.on(Tokens.class, "customer")
        .kinds("crypto", "serialization")
        .driven("HMAC")
        .run(() -> shared.customer(token));
    Passwords passwords = new Passwords(8);
    String hash = passwords.hash("festival-2026!");
    m.on(Passwords.class, "hash")
        .kinds("crypto")
        .driven("cost 8")
        .run(() -> passwords.hash("festival-2026!"));
    m.on(Passwords.class, "matches")
        .kinds("crypto")
        .driven("cost 8")
        .run(() -> passwords.matches("festival-2026!", hash));
    m.on(Passwords.class, "acceptable").run(() -> Passwords.acceptable("festival-2026!"));
    ExpiringMap<String, Integer> failures =
        new ExpiringMap<>(1_000, 60_000, System::currentTimeMillis);
    for (int i = 0; i < 900; i++) {
      failures.put("user" + i, 1);
    }
    m.on(ExpiringMap.class, "get", Object.class).run(() -> failures.get("user7"));
    m.on(ExpiringMap.class, "put")
        .run(
            () -> {
              failures.put("user8", 2);
              return 1;
            });
    Passwords strong = new Passwords(10);
    Login login =
        new Login(
            customerTable, Map.of(77L, strong.hash("festival-2026!")), strong, shared, failures);
    m.on(Login.class, "login")
        .kinds("database", "crypto")
        .driven("cost 10")
        .run(() -> login.login("user77@example.org", "festival-2026!").orElseThrow());
    m.on(Login.class, "locked").run(() -> login.locked("user7"));
  }

  private void search() throws Exception {
    ProgrammeIndex memory = ProgrammeIndex.inMemory();
    memory.rebuild(shows);
    Path indexed = Files.createDirectories(folder.resolve("index"));
    ProgrammeIndex onDisk = ProgrammeIndex.inFolder(indexed);
    onDisk.rebuild(shows);
    m.on(ProgrammeIndex.class, "update")
        .kinds("disk", "text")
        .driven("an index of 1500 shows in a folder")
        .run(
            () -> {
              onDisk.update(shows.get(RANDOM.nextInt(1_500)));
              return 1;
            });
    m.on(ProgrammeIndex.class, "find")
        .kinds("text")
        .driven("1500 shows in memory")
        .run(() -> memory.find("velvet brass parade golden", 20));
    Method document = Reach.method(ProgrammeIndex.class, "document");
    m.on(ProgrammeIndex.class, "document").run(() -> call(document, null, shows.get(9)));
    List<String> names = IntStream.range(0, 3_000).mapToObj(i -> Data.name(i) + " " + i).toList();
    Suggester suggester = new Suggester(names);
    m.on(Suggester.class, "complete").driven("8 of 3000").run(() -> suggester.complete("gol", 8));
    m.on(Suggester.class, "didYouMean")
        .kinds("text")
        .driven("3000 names")
        .run(() -> suggester.didYouMean("Goldn Rivrson 4", 5));
    Method plain = Reach.method(Suggester.class, "plain");
    m.on(Suggester.class, "plain").run(() -> call(plain, null, "Café Zoë"));
  }

  private EventBus bus;

  private void bus() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor(Neighbours::daemon);
    SalesTicker ticker = new SalesTicker();
    OfficeEvent.Sold sold = new OfficeEvent.Sold(Instant.now(), 4_711, new Money(9_000, "EUR"));
    SalesTicker.Chronicle chronicle =
        new SalesTicker.Chronicle(new AuditLog.ToDatabase(database.source()));
    bus = new EventBus(executor);
    bus.subscribe(OfficeEvent.Sold.class, ticker);
    bus.subscribe(OfficeEvent.class, chronicle);
    m.on(EventBus.class, "publish")
        .kinds("database")
        .driven("a counter and the audit table listen")
        .run(() -> bus.publish(sold));
    m.on(EventBus.class, "publishLater")
        .async(() -> executor.submit(() -> 1).get())
        .run(
            () -> {
              bus.publishLater(sold);
              return 1;
            });
    m.on(SalesTicker.class, "accept", OfficeEvent.Sold.class)
        .run(
            () -> {
              ticker.accept(sold);
              return 1;
            });
    m.on("io.bandstand.bus.SalesTicker$Chronicle", "accept", OfficeEvent.class)
        .kinds("database")
        .run(
            () -> {
              chronicle.accept(sold);
              return 1;
            });
    m.on(OfficeEvent.class, "headline").run(sold::headline);
    Gauges gauges = new Gauges(new SimpleMeterRegistry());
    for (int i = 0; i < 12; i++) {
      gauges.sold(i, "channel" + i);
    }
    m.on(Gauges.class, "sold")
        .run(
            () -> {
              gauges.sold(2, "web");
              return 1;
            });
    m.on(Gauges.class, "took")
        .run(
            () -> {
              gauges.took(Duration.ofMillis(7));
              return 1;
            });
    Quantiles quantiles = new Quantiles(8_192);
    RANDOM.doubles(8_192).forEach(quantiles::add);
    m.on(Quantiles.class, "at").kinds("sort").driven("8192 times").run(() -> quantiles.at(.99));
    m.on(Quantiles.class, "add")
        .run(
            () -> {
              quantiles.add(RANDOM.nextDouble());
              return 1;
            });
  }

  private void util() throws Exception {
    Retry retry = Retry.times(4);
    int[] tries = new int[1];
    m.on(Retry.class, "call")
        .kinds("sleep")
        .driven("works at the third time")
        .run(
            () ->
                retry.call(
                    () -> {
                      if (++tries[0] % 3 != 0) {
                        throw new IOException("not yet");
                      }
                      return 1;
                    }));
    String text = Data.words(3_000);
    m.on(Texts.class, "slug").run(() -> Texts.slug("Die Ärzte & Freunde: Live 2026!"));
    m.on(Texts.class, "batches").driven("1500 by 100").run(() -> Texts.batches(shows, 100));
    m.on(Texts.class, "keywords")
        .kinds("text")
        .driven("3000 words")
        .run(() -> Texts.keywords(text, 10));
    Path hall = Files.writeString(folder.resolve("hall.json"), Data.venueJson(40));
    VenueFile venue = new VenueFile(hall, MAPPER);
    venue.capacity();
    Method read = Reach.method(VenueFile.class, "read");
    m.on(VenueFile.class, "read")
        .kinds("disk", "serialization")
        .driven("18 kB")
        .cold(hall)
        .run(() -> call(read, venue));
    m.on(VenueFile.class, "capacity").driven("known by then, 40 blocks").run(venue::capacity);
    GateClient gate = new GateClient("127.0.0.1", Neighbours.frames());
    AtomicInteger number = new AtomicInteger();
    m.on(GateClient.class, "ask").kinds("network").run(() -> gate.ask("state of gate 4"));
    m.on(GateClient.class, "admit")
        .kinds("network")
        .run(() -> gate.admit(number.incrementAndGet()));
    Method frame = Reach.method(GateClient.class, "frame");
    m.on(GateClient.class, "frame").run(() -> call(frame, null, "state of gate 4"));
    m.on(GateClient.class, "first").run(() -> gate.first(12_345));
    m.on(GateClient.class, "allReady")
        .kinds("lock")
        .driven("after some milliseconds")
        .run(
            () -> {
              CountDownLatch latch = new CountDownLatch(1);
              Neighbours.later(latch::countDown);
              return GateClient.allReady(latch, 1_000);
            });
    m.on(GateClient.class, "both")
        .kinds("lock")
        .driven("done after some milliseconds")
        .run(
            () -> {
              CompletableFuture<String> a = new CompletableFuture<>();
              CompletableFuture<String> b = new CompletableFuture<>();
              Neighbours.later(() -> a.complete("a"));
              Neighbours.later(() -> b.complete("b"));
              return GateClient.both(a, b);
            });
  }

  private void batch() throws Exception {
    Spooler spooler = new Spooler(List.of("/bin/cat"));
    m.on(Spooler.class, "print").kinds("process").driven("cat").run(() -> spooler.print(guests, 1));
    m.on(Spooler.class, "filter")
        .kinds("process")
        .driven("sort, 200 words")
        .run(() -> Spooler.filter("b\na\nc\n", "/usr/bin/sort"));
    Method command = Reach.method(Spooler.class, "command");
    m.on(Spooler.class, "command").run(() -> call(command, spooler, guests, 3));
    NightlyReport report =
        new NightlyReport(
            new SalesReport(database.source()), orderTable, new LedgerExport(), folder);
    List<SalesReport.Sale> sales =
        IntStream.range(0, 300)
            .mapToObj(i -> new SalesReport.Sale(i, 300 + i, 1_350_000 + i * 77))
            .toList();
    m.on(NightlyReport.class, "text")
        .kinds("text")
        .driven("300 shows")
        .run(() -> report.text(sales));
    m.on(NightlyReport.class, "ledger")
        .kinds("database", "serialization")
        .driven("333 orders")
        .run(() -> report.ledger(8));
    m.on(NightlyReport.class, "perDay")
        .kinds("sort")
        .driven("3000 orders")
        .run(() -> NightlyReport.perDay(orders));
    m.on(Job.class, "run")
        .kinds("database")
        .driven("the nightly report, 60 shows")
        .run(
            () -> {
              report.run();
              return 1;
            });
    m.on(Job.class, "due").run(() -> report.due(Instant.now(), Duration.ofHours(1)));
    Path old = Files.createDirectories(folder.resolve("old"));
    for (int i = 0; i < 100; i++) {
      Files.writeString(old.resolve("f" + i), "x");
    }
    Cleanup cleanup =
        new Cleanup(
            old,
            Duration.ofDays(30),
            new SeatHolds(Clock.systemUTC(), Duration.ofMinutes(1)),
            Clock.systemUTC());
    Method delete = Reach.method(Cleanup.class, "deleteOld");
    m.on(Cleanup.class, "deleteOld")
        .kinds("disk")
        .driven("3 of 103 files")
        .before(
            () -> {
              for (int i = 0; i < 3; i++) {
                Path file = Files.writeString(old.resolve("late" + i), "x");
                Files.setLastModifiedTime(
                    file, FileTime.from(Instant.now().minus(Duration.ofDays(60))));
              }
              return 1;
            })
        .run(() -> call(delete, cleanup));
    BufferedReader keyboard =
        new BufferedReader(new InputStreamReader(Neighbours.typing("y", "no", "yes")));
    OfficeCommand office =
        new OfficeCommand(
            inbox,
            keyboard,
            new PrintWriter(
                new StringWriter() {
                  @Override
                  public void write(String text, int from, int length) {}
                }));
    m.on(OfficeCommand.class, "parse")
        .kinds("text")
        .driven("three words")
        .run(
            () ->
                OfficeCommand.parse(
                    new OfficeCommand(inbox, keyboard, null), "-s", "12", guests.toString()));
    m.on(OfficeCommand.class, "confirm").kinds("input").run(() -> office.confirm("really?"));
    Method bar = Reach.method(OfficeCommand.class, "bar");
    m.on(OfficeCommand.class, "bar").run(() -> call(bar, null, 12, 40));
    OfficeCommand importing = new OfficeCommand(inbox, keyboard, null);
    OfficeCommand.parse(importing, guests.toString());
    m.on(OfficeCommand.class, "call")
        .kinds("disk", "text")
        .driven("a CSV file of 3000 lines")
        .cold(guests)
        .run(importing::call);
  }

  private void sale() throws Exception {
    SeatHolds holds = new SeatHolds(Clock.systemUTC(), Duration.ofMillis(1));
    GatewayRouter router = new GatewayRouter(Map.of("card", new RetryingGateway(card, 3)), card);
    Checkout checkout = new Checkout(holds, fraud, router, orderTable, bus);
    m.on(Checkout.class, "buy")
        .kinds("database", "network")
        .driven("three seats by card")
        .run(
            () -> {
              Customer customer = someone();
              return checkout.buy(newOrder(customer), customer, "card", "tok_4711");
            });
    m.on(Checkout.class, "cancel")
        .kinds("database", "network")
        .run(() -> checkout.cancel(orders.get(RANDOM.nextInt(3_000)), "card"));
    Method reserve = Reach.method(Checkout.class, "reserve");
    SeatMap map = new SeatMap("D", 10, 20, Seat.Tier.TRIBUNE);
    List<Seat> three = map.all().subList(4, 7);
    m.on(Checkout.class, "reserve")
        .driven("three seats")
        .run(() -> call(reserve, checkout, three, customers.get(3)));
    Basket basket = new Basket().claim(Discount.parse("1/3"));
    three.forEach(s -> basket.add(s, new Money(4_500 + s.number(), "EUR")));
    m.on(Basket.class, "total").driven("three seats").run(basket::total);
    m.on(Basket.class, "together").driven("three seats").run(basket::together);
    WaitingRoom room = new WaitingRoom(1);
    room.tryEnter();
    m.on(WaitingRoom.class, "enter")
        .kinds("lock")
        .driven("somebody leaves after some milliseconds")
        .run(
            () -> {
              Neighbours.later(room::leave);
              return room.enter(1_000);
            });
    WaitingRoom open = new WaitingRoom(1_000_000);
    m.on(WaitingRoom.class, "tryEnter")
        .then(() -> 1)
        .run(
            () -> {
              boolean in = open.tryEnter();
              open.leave();
              return in;
            });
    for (int i = 0; i < 400; i++) {
      open.join("s" + i);
    }
    m.on(WaitingRoom.class, "position").driven("300th of 400").run(() -> open.position("s300"));
  }
}
