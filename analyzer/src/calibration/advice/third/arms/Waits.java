package arms;

import billing.statements.MonthlyRun;
import billing.statements.StatementDao;
import crm.feed.FeedConnection;
import crm.feed.FeedReader;
import folders.crawl.FolderClient;
import folders.crawl.QuotaReport;
import hr.sync.DirectoryClient;
import hr.sync.Profile;
import hr.sync.ProfileSync;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import ledger.load.BankFileImport;
import ledger.load.BookingTable;
import media.convert.AlbumConversion;
import media.convert.Library;
import media.convert.Transcoder;
import news.sentiment.ArticleSource;
import news.sentiment.MoodModel;
import news.sentiment.WireWatch;
import ocean.buoys.BuoyClient;
import ocean.buoys.StormBulletin;
import ocean.buoys.Wave;
import org.h2.jdbcx.JdbcConnectionPool;
import plant.meters.LoadProfile;
import plant.meters.MeterConnection;
import plant.meters.MeterGateway;
import push.notify.PushGateway;
import push.notify.PushResult;
import push.notify.Subscription;
import push.notify.SubscriptionStore;
import push.notify.TopicBroadcast;
import rental.availability.AvailabilityConfig;
import rental.availability.AvailabilityService;
import shop.quotes.QuoteRequest;
import shop.quotes.QuoteService;
import shop.quotes.Supplier;
import shop.quotes.SupplierClient;
import sms.gateway.RateLimiter;
import sms.gateway.ReminderJob;
import sms.gateway.SmsClient;
import weather.stations.ObservationCollector;
import weather.stations.StationApi;
import wiki.search.IndexClient;
import wiki.search.IndexPipeline;

/** Workloads that mostly wait. */
public final class Waits {
    static List<String> names(String prefix, int n) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add(prefix + i);
        }
        return names;
    }

    static Path temp(String name) throws Exception {
        return Files.createDirectories(Path.of(System.getProperty("exam.tmp", "target/tmp"), name));
    }

    /** Called by the database. */
    public static long slowly(String key) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(3);
        return key.hashCode() & 0xFFFF;
    }

    private static void alias(String url, String name) throws Exception {
        try (var c = DriverManager.getConnection(url);
                var s = c.createStatement()) {
            s.execute("CREATE ALIAS " + name + " FOR 'arms.Waits.slowly'");
        }
    }

    private static String server(double millis) throws Exception {
        return "http://127.0.0.1:" + Net.http(millis);
    }

    static final class W01 extends Bench {
        final HttpClient http = HttpClient.newHttpClient();
        final SupplierClient client = new SupplierClient(http, Duration.ofSeconds(5));
        final List<Supplier> suppliers = new ArrayList<>();
        final QuoteRequest request = new QuoteRequest("screw", 5, "DE");
        QuoteService service;

        @Override
        String boot() throws Exception {
            return server(8);
        }

        @Override
        void init(String config) {
            jobs = 5;
            for (int i = 0; i < jobs; i++) {
                suppliers.add(new Supplier("s" + i, config, 100 * i));
            }
            service = new QuoteService(client, suppliers);
        }

        @Override
        void arms() {
            arm("asis", () -> service.collect(request).stream().mapToLong(q -> q.cents()).sum());
            waits("", i -> client.quote(suppliers.get(i), request).cents());
            async("async", i -> http.sendAsync(
                            client.httpRequest(suppliers.get(i), request), HttpResponse.BodyHandlers.ofString())
                    .thenApply(r -> client.parse(suppliers.get(i), request, r.body()).cents()));
        }
    }

    static final class W02 extends Bench {
        final SubscriptionStore store = new SubscriptionStore();
        final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        TopicBroadcast broadcast;

        @Override
        String boot() throws Exception {
            return server(1.5);
        }

        @Override
        void init(String config) {
            jobs = 1000;
            for (int i = 0; i < jobs; i++) {
                store.add(new Subscription("device" + i, "sports", i % 10));
            }
            broadcast = new TopicBroadcast(new PushGateway(URI.create(config)), store);
        }

        @Override
        void arms() {
            List<Subscription> targets = store.of("sports");
            arm("asis", () -> (long) broadcast.broadcast("sports", "Goal!").getOrDefault(PushResult.DELIVERED, 0));
            waits("", i -> broadcast.tell(targets.get(i), "Goal!") == PushResult.DELIVERED ? 1 : 0);
            async("async", i -> http.sendAsync(
                            HttpRequest.newBuilder(URI.create(config + "/item/" + targets.get(i).device()))
                                    .header("Topic", "sports")
                                    .POST(HttpRequest.BodyPublishers.ofString("Goal!"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .thenApply(r -> r.statusCode() / 100 == 2 ? 1L : 0L));
        }
    }

    static final class W03 extends Bench {
        static final String URL = "jdbc:h2:mem:billing;DB_CLOSE_DELAY=-1";
        MonthlyRun run;
        final List<Long> customers = new ArrayList<>();

        @Override
        void init(String config) throws Exception {
            alias(URL, "balance_of");
            jobs = 150;
            for (long i = 0; i < jobs; i++) {
                customers.add(1000 + i);
            }
            JdbcConnectionPool connections = JdbcConnectionPool.create(URL, "", "");
            connections.setMaxConnections(10);
            connections.setLoginTimeout(30);
            open.add(connections::dispose);
            run = new MonthlyRun(new StatementDao(connections), 100);
        }

        @Override
        void arms() {
            arm("asis", () -> run.run(customers).stream().mapToLong(s -> s.cents()).sum());
            waits("", i -> run.statement(customers.get(i)).cents());
        }
    }

    static final class W04 extends Bench {
        final List<Path> tracks = new ArrayList<>();
        final Library library = new Library();
        AlbumConversion conversion;

        @Override
        void init(String config) throws Exception {
            jobs = 16;
            for (int i = 0; i < jobs; i++) {
                Path track = temp("album").resolve("track" + i + ".raw");
                Files.write(track, new byte[1000 + i]);
                tracks.add(track);
            }
            conversion = new AlbumConversion(
                    new Transcoder(List.of("sh", "-c", "sleep 0.04; stat -c %s \"$0\""), 20), library);
        }

        @Override
        void arms() {
            arm("asis", () -> {
                library.clear();
                return conversion.convert(tracks);
            });
            waits("", i -> conversion.convertOne(tracks.get(i)));
        }
    }

    static final class W05 extends Bench {
        FolderClient client;
        QuotaReport report;

        @Override
        String boot() throws Exception {
            return server(2);
        }

        @Override
        void init(String config) {
            jobs = 85;
            client = new FolderClient(config);
            report = new QuotaReport(client);
        }

        @Override
        void arms() {
            arm("asis", () -> report.size("sales", 0));
            for (int size : new int[] {CORES, 16, 64, 200}) {
                ExecutorService pool = pool(size);
                arm(size == CORES ? "pool" : "t" + size, () -> {
                    long sum = 0;
                    List<String> level = List.of("sales");
                    while (!level.isEmpty()) {
                        List<Future<folders.crawl.Folder>> futures = new ArrayList<>();
                        for (String path : level) {
                            futures.add(pool.submit(() -> client.list(path)));
                        }
                        List<String> next = new ArrayList<>();
                        for (Future<folders.crawl.Folder> future : futures) {
                            folders.crawl.Folder folder = future.get();
                            sum += folder.bytes();
                            folder.children().forEach(child -> next.add(folder.path() + "." + child));
                        }
                        level = next;
                    }
                    return sum;
                });
            }
            if (VIRTUAL) {
                arm("virtual", () -> {
                    ExecutorService executor = newVirtual();
                    try {
                        return fork(executor, "sales");
                    } finally {
                        executor.shutdown();
                    }
                });
            }
            arm("pstream", () -> parallel("sales"));
            arm("async", () -> later("sales").join());
        }

        private long fork(ExecutorService executor, String path) throws Exception {
            folders.crawl.Folder folder = client.list(path);
            List<Future<Long>> children = new ArrayList<>();
            for (String child : folder.children()) {
                children.add(executor.submit(() -> fork(executor, path + "." + child)));
            }
            return folder.bytes() + sum(children);
        }

        private long parallel(String path) {
            folders.crawl.Folder folder = client.list(path);
            return folder.bytes()
                    + folder.children().parallelStream()
                            .mapToLong(child -> parallel(path + "." + child))
                            .sum();
        }

        private CompletableFuture<Long> later(String path) {
            return client.listAsync(path).thenCompose(folder -> {
                CompletableFuture<Long> sum = CompletableFuture.completedFuture(folder.bytes());
                for (String child : folder.children()) {
                    sum = sum.thenCombine(later(path + "." + child), Long::sum);
                }
                return sum;
            });
        }
    }

    static final class W06 extends Bench {
        FeedReader reader;

        @Override
        String boot() throws Exception {
            return "" + Net.lines(2, s -> {
                int page = Integer.parseInt(s.substring(5));
                return (page == 59 ? "" : "" + (page + 1)) + ";a" + page + ":1;b" + page + ":2;c:" + page;
            });
        }

        @Override
        void init(String config) throws Exception {
            jobs = 60;
            FeedConnection connection = new FeedConnection("127.0.0.1", Integer.parseInt(config));
            open.add(connection);
            reader = new FeedReader(connection, "0");
        }

        @Override
        void arms() {
            arm("asis", () -> {
                reader.restart("0");
                return (long) reader.catchUp() + reader.known();
            });
            chain("chain+pool", pool(CORES));
            if (VIRTUAL) {
                chain("chain+virtual", newVirtual());
            }
        }

        private void chain(String name, ExecutorService executor) {
            arm(name, () -> {
                reader.restart("0");
                long pages = 0;
                while (!reader.atEnd()) {
                    executor.submit(() -> {
                                reader.step();
                                return null;
                            })
                            .get();
                    pages++;
                }
                return pages + reader.known();
            });
        }
    }

    static final class W07 extends Bench {
        ReminderJob job;
        final List<ReminderJob.Appointment> appointments = new ArrayList<>();

        @Override
        String boot() throws Exception {
            return server(1);
        }

        @Override
        void init(String config) {
            jobs = 80;
            for (int i = 0; i < jobs; i++) {
                appointments.add(new ReminderJob.Appointment(
                        "0170" + i, "Ms " + i, LocalDateTime.of(2024, 5, 6, 8 + i % 10, 30)));
            }
            job = new ReminderJob(new SmsClient(URI.create(config), new RateLimiter(250)));
        }

        @Override
        void arms() {
            arm("asis", () -> (long) job.remind(appointments));
            waits("", i -> job.remindOf(appointments.get(i)) ? 1 : 0);
        }
    }

    static final class W08 extends Bench {
        final HttpClient http = HttpClient.newHttpClient();
        WireWatch watch;
        MoodModel model;
        List<String> ids;

        @Override
        String boot() throws Exception {
            return server(4);
        }

        @Override
        void init(String config) {
            jobs = 60;
            ids = names("article", jobs);
            Map<String, Double> lexicon = new HashMap<>();
            Random random = new Random(8);
            for (int i = 0; i < 350; i++) {
                StringBuilder word = new StringBuilder();
                for (int c = 3 + random.nextInt(6); c > 0; c--) {
                    word.append((char) ('a' + random.nextInt(26)));
                }
                lexicon.put(word.toString(), random.nextDouble() - 0.5);
            }
            model = new MoodModel(lexicon);
            watch = new WireWatch(new ArticleSource(config), model);
        }

        @Override
        void arms() {
            arm("asis", () -> watch.rate(ids).stream().mapToLong(Object::hashCode).sum());
            waits("", i -> watch.rateOne(ids.get(i)).hashCode());
            HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
            async("async", i -> http.sendAsync(
                            HttpRequest.newBuilder(URI.create(config + "/site/" + ids.get(i))).build(), text)
                    .thenApply(r -> {
                        String[] words = r.body().replaceAll("<[^>]*>", " ").trim().split("\\s+");
                        return (long) new news.sentiment.Article(ids.get(i), words.length, model.mood(words)).hashCode();
                    }));
        }
    }

    static final class W09 extends Bench {
        IndexClient client;
        IndexPipeline pipeline;
        final Map<String, String> texts = new LinkedHashMap<>();

        @Override
        String boot() throws Exception {
            return server(2);
        }

        @Override
        void init(String config) {
            jobs = 100;
            for (int i = 0; i < jobs; i++) {
                texts.put("page" + i, "Page " + i + "\n" + "The text of a page about the things in it, number 4711. ".repeat(10));
            }
            client = new IndexClient(config);
            pipeline = new IndexPipeline(client);
            open.add(pipeline);
        }

        @Override
        void arms() {
            List<String> ids = new ArrayList<>(texts.keySet());
            int[] before = {0};
            arm("asis", () -> {
                int after = pipeline.index(texts);
                long indexed = after - before[0];
                before[0] = after;
                return indexed;
            });
            Job put = i -> client.put(pipeline.page(ids.get(i), texts.get(ids.get(i)))) ? 1 : 0;
            seq("seq", put);
            waits("", put);
        }
    }

    static final class W10 extends Bench {
        int port;
        List<String> meters;
        MeterConnection connection;
        LoadProfile profile;

        @Override
        String boot() throws Exception {
            return "" + Net.lines(2, s -> s.substring(5) + "=" + (s.hashCode() & 0xFFF));
        }

        private MeterConnection connect() {
            try {
                MeterConnection made = new MeterConnection("127.0.0.1", port);
                synchronized (open) {
                    open.add(made);
                }
                return made;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        void init(String config) {
            jobs = 80;
            port = Integer.parseInt(config);
            meters = names("meter", jobs);
            connection = connect();
            MeterGateway gateway = new MeterGateway(connection);
            open.add(gateway);
            profile = new LoadProfile(gateway, meters);
        }

        @Override
        void arms() {
            arm("asis", profile::total);
            seq("seq", i -> connection.read(meters.get(i)).wattHours());
            ThreadLocal<MeterConnection> own = ThreadLocal.withInitial(this::connect);
            Job mine = i -> own.get().read(meters.get(i)).wattHours();
            threads("per-instance+pool", CORES, mine);
            threads("per-instance+t16", 16, mine);
            threads("per-instance+t64", 64, mine);
            stream("per-instance+pstream", mine);
            BlockingQueue<MeterConnection> idle = new ArrayBlockingQueue<>(16);
            for (int i = 0; i < 16; i++) {
                idle.add(connect());
            }
            Job pooled = i -> {
                MeterConnection taken = idle.take();
                try {
                    return taken.read(meters.get(i)).wattHours();
                } finally {
                    idle.add(taken);
                }
            };
            threads("pool-of-instances+t16", 16, pooled);
            threads("pool-of-instances+t200", 200, pooled);
            virtual("pool-of-instances+virtual", pooled);
        }
    }

    static final class W11 extends Bench {
        BuoyClient client;
        StormBulletin bulletin;
        List<String> buoys;

        @Override
        String boot() throws Exception {
            return "" + Net.multiplexed(2, s -> s.substring(5) + "=" + (s.hashCode() & 0x3FF));
        }

        @Override
        void init(String config) throws Exception {
            jobs = 200;
            buoys = names("buoy", jobs);
            client = new BuoyClient("127.0.0.1", Integer.parseInt(config));
            open.add(client);
            bulletin = new StormBulletin(client, 0);
        }

        @Override
        void arms() {
            arm("asis", () -> bulletin.highest(buoys).stream().mapToLong(Wave::centimetres).sum());
            waits("", i -> bulletin.wave(buoys.get(i)).centimetres());
            async("async", i -> client.askAsync("WAVE " + buoys.get(i))
                    .thenApply(answer -> (long) Wave.parse(buoys.get(i), answer).centimetres()));
        }
    }

    static final class W12 extends Bench {
        final HttpClient http = HttpClient.newHttpClient();
        ObservationCollector collector;
        List<String> stations;

        @Override
        String boot() throws Exception {
            return server(4);
        }

        @Override
        void init(String config) {
            jobs = 100;
            stations = names("station", jobs);
            collector = new ObservationCollector(new StationApi(http, config));
        }

        @Override
        void arms() {
            arm("asis", () -> collector.collect(stations).stream().mapToLong(o -> Math.round(o.value())).sum());
            Job observe = i -> Math.round(collector.observe(stations.get(i)).value());
            seq("seq", observe);
            threads("pool", CORES, observe);
            threads("t16", 16, observe);
            threads("t64", 64, observe);
            threads("t200", 200, observe);
            virtual("virtual", observe);
            async("async", i -> http.sendAsync(
                            HttpRequest.newBuilder(URI.create(config + "/item/" + stations.get(i))).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .thenApply(r -> {
                        String body = r.body();
                        int start = body.indexOf("price=") + 6;
                        return Math.round(Double.parseDouble(body.substring(start, body.indexOf(';', start))));
                    }));
        }
    }

    static final class W13 extends Bench {
        final HttpClient http = HttpClient.newHttpClient();
        ProfileSync sync;
        List<String> persons;

        @Override
        String boot() throws Exception {
            return server(3);
        }

        @Override
        void init(String config) {
            jobs = 80;
            persons = names("person", jobs);
            sync = new ProfileSync(new DirectoryClient(config));
            open.add(sync);
        }

        private CompletableFuture<String> get(String path, String token) {
            return http.sendAsync(
                            HttpRequest.newBuilder(URI.create(config + path)).header("X-Token", token).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::body);
        }

        @Override
        void arms() {
            arm("asis", () -> sync.sync(persons).stream().mapToLong(Profile::checksum).sum());
            Job fetch = i -> sync.fetch(persons.get(i)).checksum();
            seq("seq", fetch);
            threads("t16", 16, fetch);
            threads("t64", 64, fetch);
            threads("t200", 200, fetch);
            virtual("virtual", fetch);
            stream("pstream", fetch);
            async("async", i -> get("/item/token-" + persons.get(i), "")
                    .thenCompose(body -> get("/item/" + persons.get(i), Integer.toHexString(body.hashCode())))
                    .thenApply(fields -> (long) new Profile(persons.get(i), fields).checksum()));
        }
    }

    static final class W14 extends Bench {
        static final String URL = "jdbc:h2:mem:rental;DB_CLOSE_DELAY=-1";
        AvailabilityService service;
        List<String> stations;

        @Override
        void init(String config) throws Exception {
            alias(URL, "free_cars");
            jobs = 160;
            stations = names("station", jobs);
            service = AvailabilityConfig.service(URL);
            open.add(service);
        }

        @Override
        void arms() {
            arm("asis", () -> service.free(stations).values().stream().mapToLong(n -> n).sum());
            Job count = i -> service.count(stations.get(i));
            seq("seq", count);
            threads("pool", CORES, count);
            threads("t64", 64, count);
            threads("t200", 200, count);
            virtual("virtual", count);
            stream("pstream", count);
        }
    }

    static final class W15 extends Bench {
        static final String URL = "jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1";
        BookingTable table;
        BankFileImport load;
        final List<String> lines = new ArrayList<>();

        @Override
        void init(String config) throws Exception {
            jobs = 500;
            try (var c = DriverManager.getConnection(URL);
                    var s = c.createStatement()) {
                s.execute("CREATE TABLE account(id INT PRIMARY KEY, cents BIGINT)");
                s.execute("CREATE TABLE booking(id BIGINT GENERATED ALWAYS AS IDENTITY, account INT, cents BIGINT, text VARCHAR)");
                s.execute("INSERT INTO account SELECT x, 0 FROM SYSTEM_RANGE(0, 99)");
            }
            for (int i = 0; i < jobs; i++) {
                lines.add(i % 100 + ";" + i * 7 + ";transfer " + i);
            }
            table = new BookingTable(DriverManager.getConnection(URL));
            load = new BankFileImport(table);
            open.add(table);
        }

        @Override
        void arms() {
            arm("asis", () -> {
                table.clear();
                return (long) load.load(lines);
            });
        }
    }
}
