package arms;

import auth.tokens.ComputeCache;
import auth.tokens.MorningStart;
import auth.tokens.OutsideCache;
import auth.tokens.StripedCache;
import auth.tokens.TokenCache;
import auth.tokens.TokenServer;
import exchange.match.Bid;
import exchange.match.OrderBook;
import exchange.match.TradingDay;
import invoices.print.Invoice;
import invoices.print.InvoiceText;
import invoices.print.OwnFormatsText;
import invoices.print.PrintRun;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import market.dashboard.Dashboard;
import market.dashboard.DayReplay;
import market.dashboard.Delivery;
import market.dashboard.Sale;
import market.dashboard.SplitDashboard;
import museum.images.GalleryIndex;
import museum.images.NarrowPack;
import museum.images.PackFile;
import proxy.routes.LogReplay;
import proxy.routes.ReadWriteTable;
import proxy.routes.Route;
import proxy.routes.RouteTable;
import proxy.routes.SnapshotTable;
import savings.accounts.Account;
import savings.accounts.AccountBook;
import savings.accounts.ComputeBook;
import savings.accounts.LockPerAccountBook;
import savings.accounts.Posting;
import savings.accounts.YearEnd;
import traffic.counters.AdderCounters;
import traffic.counters.CensusDay;
import traffic.counters.MergeCounters;
import traffic.counters.Passage;
import traffic.counters.PassageCounters;
import traffic.counters.StripedCounters;
import wood.cutting.CuttingOptimizer;
import wood.cutting.Order;
import wood.cutting.OwnKnapsack;
import wood.cutting.Sawmill;

/** Workloads held back by locks. */
final class Locks {
    static final class W24 extends Bench {
        final List<Sale> sales = new ArrayList<>();
        final List<Delivery> deliveries = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 12_000;
            Random random = new Random(24);
            for (int i = 0; i < jobs / 2; i++) {
                sales.add(new Sale(i % 9, 100 + random.nextInt(9000), random.nextInt(1440)));
                deliveries.add(new Delivery(i % 99, 1 + random.nextInt(50), random.nextInt(1440)));
            }
        }

        private long figures(Dashboard dashboard) {
            return dashboard.turnover()
                    + dashboard.pieces()
                    + Math.round(dashboard.salesPeak() * 1000)
                    + Math.round(dashboard.deliveryPeak() * 1000);
        }

        private long replay(Dashboard dashboard) throws Exception {
            try (DayReplay replay = new DayReplay(dashboard)) {
                replay.replay(sales, deliveries);
            }
            return figures(dashboard);
        }

        @Override
        void arms() {
            arm("asis", () -> replay(new Dashboard()));
            arm("split+asis", () -> replay(new SplitDashboard()));
            arm("seq", () -> {
                Dashboard dashboard = new Dashboard();
                sales.forEach(dashboard::sold);
                deliveries.forEach(dashboard::delivered);
                return figures(dashboard);
            });
            if (VIRTUAL) {
                arm("virtual", () -> {
                    Dashboard dashboard = new Dashboard();
                    submitAll(newVirtual(), 2, i -> {
                        if (i == 0) {
                            sales.forEach(dashboard::sold);
                        } else {
                            deliveries.forEach(dashboard::delivered);
                        }
                        return 0;
                    });
                    return figures(dashboard);
                });
            }
        }
    }

    static final class W27 extends Bench {
        final Sawmill mill = new Sawmill();
        final List<Order> orders = new ArrayList<>();

        @Override
        void init(String config) {
            open.add(mill);
            jobs = 60;
            Random random = new Random(27);
            for (int i = 0; i < jobs; i++) {
                int[] lengths = new int[60];
                int[] values = new int[60];
                for (int p = 0; p < 60; p++) {
                    lengths[p] = 40 + random.nextInt(900);
                    values[p] = lengths[p] + random.nextInt(100);
                }
                orders.add(new Order(4000 + 10 * i, lengths, values));
            }
        }

        @Override
        void arms() {
            arm("asis", () -> mill.plan(orders));
            Job locked = i -> CuttingOptimizer.optimize(orders.get(i));
            seq("seq", locked);
            threads("t200", 200, locked);
            virtual("virtual", locked);
            stream("pstream", locked);
            ThreadLocal<OwnKnapsack> own = ThreadLocal.withInitial(OwnKnapsack::new);
            Job mine = i -> own.get().optimize(orders.get(i));
            threads("confinement+asis", CORES, mine);
            chunks("confinement+pool-chunk", mine);
            virtual("confinement+virtual", mine);
            stream("confinement+pstream", mine);
            procs("procs", orders::get, o -> (Integer) o);
        }

        @Override
        Serializable work(Object input) {
            return CuttingOptimizer.optimize((Order) input);
        }
    }

    static final class W28 extends Bench {
        final List<Invoice> invoices = new ArrayList<>();
        final PrintRun run = new PrintRun();

        @Override
        void init(String config) {
            open.add(run);
            jobs = 80;
            Random random = new Random(28);
            for (int i = 0; i < jobs; i++) {
                List<Invoice.Item> items = new ArrayList<>();
                for (int k = 0; k < 25; k++) {
                    items.add(new Invoice.Item(
                            "thing " + k, new Date(1_700_000_000_000L + random.nextInt(2_000_000_000)), random.nextInt(900_000) / 100.0));
                }
                invoices.add(new Invoice("R" + i, new Date(1_714_000_000_000L + i * 86_400_000L), items));
            }
        }

        @Override
        void arms() {
            arm("asis", () -> run.render(invoices).stream().mapToLong(String::hashCode).sum());
            InvoiceText text = new InvoiceText();
            Job locked = i -> text.render(invoices.get(i)).hashCode();
            seq("seq", locked);
            threads("t200", 200, locked);
            virtual("virtual", locked);
            stream("pstream", locked);
            ThreadLocal<OwnFormatsText> own = ThreadLocal.withInitial(OwnFormatsText::new);
            Job mine = i -> own.get().render(invoices.get(i)).hashCode();
            threads("per-instance+asis", 4, mine);
            threads("per-instance+pool", CORES, mine);
            chunks("per-instance+pool-chunk", mine);
            virtual("per-instance+virtual", mine);
            stream("per-instance+pstream", mine);
        }
    }

    static final class W29 extends Bench {
        final List<String> paths = new ArrayList<>();
        static final int SLICE = 50;

        @Override
        void init(String config) {
            jobs = 24;
            Random random = new Random(29);
            for (int i = 0; i < jobs * SLICE; i++) {
                paths.add("/shop/" + random.nextInt(40) + "/item/" + random.nextInt(40) + "/view" + random.nextInt(9));
            }
        }

        private RouteTable filled(RouteTable table) {
            Random random = new Random(30);
            for (int i = 0; i < 200; i++) {
                table.add(new Route(
                        "/shop/" + random.nextInt(40) + "/*/" + random.nextInt(40) + "/v*" + random.nextInt(9), "backend" + i % 20));
            }
            return table;
        }

        private long digest(Map<String, Integer> counts) {
            long sum = 0;
            for (Map.Entry<String, Integer> count : counts.entrySet()) {
                sum += (long) count.getKey().hashCode() * count.getValue();
            }
            return sum;
        }

        private Job slice(RouteTable table) {
            return i -> {
                long sum = 0;
                for (String path : paths.subList(i * SLICE, (i + 1) * SLICE)) {
                    sum += table.target(path).hashCode();
                }
                return sum;
            };
        }

        @Override
        void arms() {
            RouteTable plain = filled(new RouteTable("/"));
            RouteTable readWrite = filled(new ReadWriteTable());
            RouteTable snapshot = filled(new SnapshotTable());
            LogReplay asis = new LogReplay(plain);
            LogReplay readWriteReplay = new LogReplay(readWrite);
            LogReplay snapshotReplay = new LogReplay(snapshot);
            open.add(asis);
            open.add(readWriteReplay);
            open.add(snapshotReplay);
            arm("asis", () -> digest(asis.replay(paths)));
            seq("seq", slice(plain));
            virtual("virtual", slice(plain));
            stream("pstream", slice(plain));
            threads("t200", 200, slice(plain));
            arm("read-write+asis", () -> digest(readWriteReplay.replay(paths)));
            arm("snapshot+asis", () -> digest(snapshotReplay.replay(paths)));
            threads("read-write+pool", CORES, slice(readWrite));
            threads("snapshot+pool", CORES, slice(snapshot));
            stream("snapshot+pstream", slice(snapshot));
            virtual("snapshot+virtual", slice(snapshot));
        }
    }

    static final class W30 extends Bench {
        final List<List<Passage>> loops = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 16;
            Random random = new Random(30);
            for (int i = 0; i < jobs; i++) {
                List<Passage> loop = new ArrayList<>();
                for (int k = 0; k < 10_000; k++) {
                    loop.add(new Passage(i, 150 + random.nextInt(1600), 30 + random.nextInt(110)));
                }
                loops.add(loop);
            }
        }

        private long digest(PassageCounters counters) {
            long sum = 0;
            for (Map.Entry<String, Long> count : counters.report().entrySet()) {
                sum += count.getKey().hashCode() * count.getValue();
            }
            return sum;
        }

        private void day(String name, PassageCounters counters) {
            CensusDay day = new CensusDay(counters);
            open.add(day);
            arm(name, () -> {
                counters.clear();
                day.count(loops);
                return digest(counters);
            });
        }

        private static void count(List<Passage> loop, PassageCounters counters) {
            for (Passage passage : loop) {
                counters.increment(CensusDay.kind(passage));
                if (passage.speed() > 130) {
                    counters.increment("fast");
                }
            }
        }

        @Override
        void arms() {
            day("asis", new PassageCounters());
            day("adder+asis", new AdderCounters());
            day("concurrent-collection+asis", new MergeCounters());
            day("stripe+asis", new StripedCounters());
            arm("seq", () -> {
                PassageCounters counters = new PassageCounters();
                loops.forEach(loop -> count(loop, counters));
                return digest(counters);
            });
            arm("confinement+asis", () -> {
                PassageCounters[] own = new PassageCounters[jobs];
                submitAll(pool(CORES), i -> {
                    own[i] = new PassageCounters();
                    count(loops.get(i), own[i]);
                    return 0;
                });
                long sum = 0;
                for (PassageCounters counters : own) {
                    sum += digest(counters);
                }
                return sum;
            });
        }
    }

    static final class W31 extends Bench {
        final List<List<Posting>> byAccount = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 200;
            Random random = new Random(31);
            for (int i = 0; i < jobs; i++) {
                List<Posting> postings = new ArrayList<>();
                for (int k = 1; k <= 36; k++) {
                    postings.add(new Posting("A" + i, k * 10, random.nextInt(100_000) / 100.0));
                }
                byAccount.add(postings);
            }
        }

        private AccountBook filled(AccountBook book) {
            for (int i = 0; i < jobs; i++) {
                book.open(new Account("A" + i, 0.01 + i / 10_000.0));
            }
            return book;
        }

        private void year(String name, AccountBook book) {
            YearEnd year = new YearEnd(filled(book));
            open.add(year);
            arm(name, () -> {
                book.reset();
                return Math.round(year.run(byAccount));
            });
        }

        private Job all(AccountBook book) {
            return i -> {
                double last = 0;
                for (Posting posting : byAccount.get(i)) {
                    last = book.post(posting.account(), posting.day(), posting.amount());
                }
                return Math.round(last);
            };
        }

        @Override
        boolean same(long expected, long actual) {
            return Math.abs(expected - actual) <= jobs;
        }

        @Override
        void arms() {
            AccountBook plain = new AccountBook();
            year("asis", plain);
            AccountBook own = new LockPerAccountBook();
            year("stripe+asis", own);
            year("concurrent-collection+asis", new ComputeBook());
            prepared(plain::reset, () -> {
                seq("seq", all(plain));
                stream("pstream", all(plain));
                virtual("virtual", all(plain));
                threads("t200", 200, all(plain));
            });
            prepared(own::reset, () -> {
                threads("stripe+pool", CORES, all(own));
                chunks("stripe+pool-chunk", all(own));
                stream("stripe+pstream", all(own));
                virtual("stripe+virtual", all(own));
            });
        }
    }

    static final class W32 extends Bench {
        final List<List<Bid>> members = new ArrayList<>();
        final OrderBook book = new OrderBook();

        @Override
        void init(String config) {
            jobs = 16_000;
            Random random = new Random(32);
            for (int m = 0; m < 4; m++) {
                List<Bid> bids = new ArrayList<>();
                for (int i = 0; i < jobs / 4; i++) {
                    bids.add(new Bid(random.nextBoolean(), 900 + random.nextInt(200), 1 + random.nextInt(200)));
                }
                members.add(bids);
            }
        }

        @Override
        void arms() {
            TradingDay day = new TradingDay(book);
            open.add(day);
            arm("asis", () -> {
                book.clear();
                return day.trade(members);
            });
            Job member = i -> {
                members.get(i).forEach(book::submit);
                return 0;
            };
            arm("seq", () -> {
                book.clear();
                for (int m = 0; m < 4; m++) {
                    member.run(m);
                }
                return book.balance();
            });
            arm("pool", () -> {
                book.clear();
                submitAll(pool(CORES), 4, member);
                return book.balance();
            });
            if (VIRTUAL) {
                arm("virtual", () -> {
                    book.clear();
                    submitAll(newVirtual(), 4, member);
                    return book.balance();
                });
            }
        }
    }

    static final class W33 extends Bench {
        TokenServer server;
        List<String> tenants;

        @Override
        String boot() throws Exception {
            return "http://127.0.0.1:" + Net.http(3);
        }

        @Override
        void init(String config) {
            jobs = 80;
            tenants = Waits.names("tenant", jobs);
            server = new TokenServer(config);
        }

        private void warm(String name, TokenCache cache) {
            MorningStart start = new MorningStart(cache);
            open.add(start);
            arm(name, () -> {
                cache.forget();
                return (long) start.warm(tenants);
            });
        }

        @Override
        boolean same(long expected, long actual) {
            return (int) expected == (int) actual;
        }

        @Override
        void arms() {
            TokenCache plain = new TokenCache(server);
            warm("asis", plain);
            OutsideCache outside = new OutsideCache(server);
            warm("move-wait-out+asis", outside);
            warm("concurrent-collection+asis", new ComputeCache(server));
            warm("stripe+asis", new StripedCache(server));
            Job locked = i -> plain.token(tenants.get(i)).hashCode();
            prepared(plain::forget, () -> {
                seq("seq", locked);
                threads("t200", 200, locked);
                virtual("virtual", locked);
            });
            Job free = i -> outside.token(tenants.get(i)).hashCode();
            prepared(outside::forget, () -> {
                threads("move-wait-out+pool", CORES, free);
                threads("move-wait-out+t64", 64, free);
                threads("move-wait-out+t200", 200, free);
                virtual("move-wait-out+virtual", free);
                stream("move-wait-out+pstream", free);
            });
        }
    }

    static final class W34 extends Bench {
        final List<Long> offsets = new ArrayList<>();
        Path path;

        @Override
        void init(String config) throws Exception {
            jobs = 64;
            path = Waits.temp("museum").resolve("images.pack");
            Random random = new Random(34);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            for (int i = 0; i < jobs; i++) {
                byte[] image = new byte[65_536];
                for (int b = 1; b < image.length; b++) {
                    image[b] = (byte) (image[b - 1] + random.nextInt(5) - 2);
                }
                Deflater deflater = new Deflater(6);
                deflater.setInput(image);
                deflater.finish();
                byte[] packed = new byte[image.length + 100];
                int size = deflater.deflate(packed);
                deflater.end();
                offsets.add((long) out.size());
                out.writeInt(size + 4);
                out.writeInt(image.length);
                out.write(packed, 0, size);
            }
            Files.write(path, bytes.toByteArray());
        }

        private GalleryIndex gallery(PackFile pack) {
            GalleryIndex gallery = new GalleryIndex(pack);
            open.add(gallery);
            open.add(pack);
            return gallery;
        }

        private GalleryIndex own() {
            try {
                return new GalleryIndex(new PackFile(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        void arms() throws Exception {
            GalleryIndex plain = gallery(new PackFile(path));
            GalleryIndex narrow = gallery(new NarrowPack(path));
            arm("asis", () -> plain.index(offsets));
            arm("narrow+asis", () -> narrow.index(offsets));
            Job locked = i -> plain.brightness(offsets.get(i));
            seq("seq", locked);
            threads("t200", 200, locked);
            virtual("virtual", locked);
            stream("pstream", locked);
            Job free = i -> narrow.brightness(offsets.get(i));
            threads("narrow+pool", CORES, free);
            chunks("narrow+pool-chunk", free);
            stream("narrow+pstream", free);
            virtual("narrow+virtual", free);
            ThreadLocal<GalleryIndex> own = ThreadLocal.withInitial(this::own);
            threads("per-instance+asis", 4, i -> own.get().brightness(offsets.get(i)));
            stream("per-instance+pstream", i -> own.get().brightness(offsets.get(i)));
        }
    }
}
