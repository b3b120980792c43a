package arms;

import archive.chain.SealedArchive;
import backup.pack.BackupWriter;
import backup.pack.BlockPacker;
import backup.pack.Packed;
import bank.iban.PaymentForm;
import bank.risk.DeskRisk;
import bank.risk.Position;
import bank.risk.RiskReport;
import bank.risk.Scenario;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveTask;
import logistics.depot.Customer;
import logistics.depot.DepotPlanner;
import logistics.depot.Site;
import mail.language.InboxSorter;
import mail.language.LanguageDetector;
import phylo.tree.Likelihood;
import phylo.tree.Node;
import survey.weights.Respondent;
import survey.weights.SurveyTally;
import survey.weights.Weighting;
import tariff.engine.InvoiceRun;
import tariff.engine.Program;
import tariff.engine.TariffEngine;
import tariff.engine.TariffService;

/** Workloads that compute. */
final class Computing {
    static final class W17 extends Bench {
        DepotPlanner planner;
        final List<Site> sites = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 40;
            Random random = new Random(17);
            List<Customer> customers = new ArrayList<>();
            for (int i = 0; i < 4000; i++) {
                customers.add(new Customer(47 + 8 * random.nextDouble(), 6 + 9 * random.nextDouble(), 1 + i % 3));
            }
            for (int i = 0; i < jobs; i++) {
                sites.add(new Site("site" + i, 47 + 8 * random.nextDouble(), 6 + 9 * random.nextDouble(), 1000 * i));
            }
            planner = new DepotPlanner(customers);
        }

        @Override
        void arms() {
            arm("asis", () -> planner.compare(sites).stream().mapToLong(DepotPlanner.Plan::cents).sum());
            cpu("", i -> planner.cost(sites.get(i)));
            procs("procs", sites::get, o -> (Long) o);
        }

        @Override
        Serializable work(Object input) {
            return planner.cost((Site) input);
        }
    }

    static final class W18 extends Bench {
        final PaymentForm form = new PaymentForm();
        final List<PaymentForm.Line> lines = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 60;
            for (int i = 0; i < jobs; i++) {
                PaymentForm.Line line = new PaymentForm.Line(
                        "Payee " + i, i % 7 == 3 ? "DE89 3704 0044 0532 0130 01" : "DE89 3704 0044 0532 0130 00", 100 + i);
                lines.add(line);
                form.add(line);
            }
        }

        @Override
        void arms() {
            arm("asis", () -> (long) form.problems().size());
            cpu("", i -> PaymentForm.problem(lines.get(i)) == null ? 0 : 1);
        }
    }

    static final class W19 extends Bench {
        final SealedArchive archive = new SealedArchive();
        List<String> events;

        @Override
        void init(String config) {
            jobs = 1000;
            events = Waits.names("event of the day ", jobs);
        }

        @Override
        void arms() {
            arm("asis", () -> {
                archive.startDay();
                return (long) archive.append(events).hashCode();
            });
            chain("chain+pool", pool(CORES));
            if (VIRTUAL) {
                chain("chain+virtual", newVirtual());
            }
        }

        private void chain(String name, ExecutorService executor) {
            arm(name, () -> {
                archive.startDay();
                for (String event : events) {
                    executor.submit(() -> archive.appendOne(event)).get();
                }
                return (long) archive.lastSeal().hashCode();
            });
        }
    }

    static final class W20 extends Bench {
        static final String[] LANGUAGES = {"de", "en", "fr", "nl", "es", "it"};
        final float[][] models = new float[LANGUAGES.length][27 * 27 * 27];
        final List<String> letters = new ArrayList<>();
        InboxSorter sorter;

        @Override
        void init(String config) {
            jobs = 150;
            Random random = new Random(20);
            for (float[] model : models) {
                for (int i = 0; i < model.length; i++) {
                    model[i] = -10 * random.nextFloat();
                }
            }
            for (int i = 0; i < jobs; i++) {
                StringBuilder letter = new StringBuilder();
                for (int w = 0; w < 150; w++) {
                    for (int c = 1 + random.nextInt(9); c > 0; c--) {
                        letter.append((char) ('a' + random.nextInt(26)));
                    }
                    letter.append(' ');
                }
                letters.add(letter.toString());
            }
            sorter = new InboxSorter(detector());
        }

        private LanguageDetector detector() {
            return new LanguageDetector(LANGUAGES, models);
        }

        @Override
        void arms() {
            arm("asis", () -> {
                long sum = 0;
                for (Map.Entry<String, List<Integer>> team : sorter.sort(letters).entrySet()) {
                    sum += (long) team.getKey().hashCode() * team.getValue().size();
                }
                return sum;
            });
            ThreadLocal<LanguageDetector> own = ThreadLocal.withInitial(this::detector);
            cpu("confinement+", i -> own.get().detect(letters.get(i)).hashCode());
            procs("procs", letters::get, Object::hashCode);
        }

        private LanguageDetector mine;

        @Override
        Serializable work(Object input) {
            if (mine == null) {
                mine = detector();
            }
            return mine.detect((String) input);
        }
    }

    static final class W21 extends Bench {
        static final int SITES = 400;
        final Likelihood likelihood = new Likelihood(SITES);
        final List<Node> trees = new ArrayList<>();

        private static Node tree(Random random, int depth) {
            if (depth == 0) {
                StringBuilder sequence = new StringBuilder();
                for (int i = 0; i < SITES; i++) {
                    sequence.append("ACGT".charAt(random.nextInt(4)));
                }
                return Node.leaf(sequence.toString(), 0.1 + random.nextDouble());
            }
            return Node.inner(tree(random, depth - 1), tree(random, depth - 1), 0.1 + random.nextDouble());
        }

        @Override
        void init(String config) {
            jobs = 4;
            for (int i = 0; i < jobs; i++) {
                trees.add(tree(new Random(i), 7));
            }
        }

        final class Part extends RecursiveTask<double[]> {
            final transient Node node;
            final int depth;

            Part(Node node, int depth) {
                this.node = node;
                this.depth = depth;
            }

            @Override
            protected double[] compute() {
                if (depth == 0 || node.isLeaf()) {
                    return likelihood.partial(node);
                }
                Part left = new Part(node.left(), depth - 1);
                left.fork();
                double[] right = new Part(node.right(), depth - 1).compute();
                return likelihood.join(node, left.join(), right);
            }
        }

        private double[] fork(ExecutorService executor, Node node, int depth) throws Exception {
            if (depth == 0 || node.isLeaf()) {
                return likelihood.partial(node);
            }
            Future<double[]> left = executor.submit(() -> fork(executor, node.left(), depth - 1));
            double[] right = fork(executor, node.right(), depth - 1);
            return likelihood.join(node, left.get(), right);
        }

        private long value(double[] root) {
            return Math.round(likelihood.logLikelihood(root) * 1000);
        }

        interface Root {
            double[] of(Node tree) throws Exception;
        }

        private void all(String name, Root root) {
            arm(name, () -> {
                long sum = 0;
                for (Node tree : trees) {
                    sum += value(root.of(tree));
                }
                return sum;
            });
        }

        @Override
        void arms() {
            arm("asis", () -> {
                Node best = likelihood.best(trees);
                long sum = best == null ? 0 : asis;
                return sum;
            });
            for (Node tree : trees) {
                asis += value(likelihood.partial(tree));
            }
            all("pstream", tree -> new Part(tree, 4).invoke());
            threads("pool", CORES, i -> value(likelihood.partial(trees.get(i))));
            all("t200", tree -> fork(pool(200), tree, 4));
            if (VIRTUAL) {
                ExecutorService executor = newVirtual();
                all("virtual", tree -> fork(executor, tree, 4));
            }
        }

        private long asis;
    }

    static final class W22 extends Bench {
        final List<DeskRisk> desks = new ArrayList<>();
        final List<Scenario> scenarios = new ArrayList<>();
        RiskReport report;

        @Override
        void init(String config) {
            jobs = 24;
            Random random = new Random(22);
            for (int d = 0; d < jobs; d++) {
                List<Position> positions = new ArrayList<>();
                for (int p = 0; p < 250; p++) {
                    positions.add(new Position(1 + random.nextInt(1000), random.nextDouble(), random.nextDouble()));
                }
                desks.add(new DeskRisk("desk" + d, positions));
            }
            for (int s = 0; s < 40; s++) {
                scenarios.add(new Scenario(s, 0.2 * (random.nextDouble() - 0.5)));
            }
            report = new RiskReport(desks);
            open.add(report);
        }

        private double sequential(DeskRisk desk) {
            double worst = 0;
            for (Scenario scenario : scenarios) {
                worst = Math.min(
                        worst,
                        desk.positions().stream()
                                .mapToDouble(position -> DeskRisk.change(position, scenario))
                                .sum());
            }
            return worst;
        }

        @Override
        boolean same(long expected, long actual) {
            return Math.abs(expected - actual) <= jobs;
        }

        @Override
        void arms() {
            arm("asis", () -> {
                long sum = 0;
                for (double loss : report.worst(scenarios).values()) {
                    sum += Math.round(loss * 100);
                }
                return sum;
            });
            Job nested = i -> Math.round(desks.get(i).worst(scenarios) * 100);
            Job plain = i -> Math.round(sequential(desks.get(i)) * 100);
            seq("seq", plain);
            seq("inner-only", nested);
            threads("inner-seq+asis", CORES, plain);
            virtual("inner-seq+virtual", plain);
            stream("inner-seq+pstream", plain);
            stream("pstream", nested);
            virtual("virtual", nested);
            threads("t200", 200, nested);
        }
    }

    static final class W23 extends Bench {
        final List<Respondent> respondents = new ArrayList<>();
        SurveyTally tally;

        @Override
        void init(String config) {
            jobs = 5000;
            Random random = new Random(23);
            for (int i = 0; i < jobs; i++) {
                respondents.add(new Respondent(
                        18 + random.nextInt(70), random.nextInt(16), random.nextBoolean(), random.nextInt(2)));
            }
            tally = new SurveyTally(new Weighting(
                    new double[] {1, 0.9, 1.2, 1.1, 0.8, 1, 1.3}, new double[] {1, 1.1, 1.2, 0.9, 0.8, 1, 1.1, 1.5}));
            open.add(tally);
        }

        @Override
        void arms() {
            arm("asis", () -> tally.yes(respondents));
            Job weigh = i -> tally.weigh(respondents.get(i));
            seq("seq", weigh);
            cpu("", weigh);
        }
    }

    static final class W25 extends Bench {
        final BlockPacker packer = new BlockPacker(6);
        final BackupWriter writer = new BackupWriter(packer);
        final List<byte[]> blocks = new ArrayList<>();

        @Override
        void init(String config) {
            jobs = 40;
            Random random = new Random(25);
            for (int i = 0; i < jobs; i++) {
                byte[] block = new byte[16_384];
                for (int b = 0; b < block.length; b++) {
                    block[b] = (byte) "etaoin shrdlu cmf".charAt(random.nextInt(17) & random.nextInt(17));
                }
                blocks.add(block);
            }
        }

        @Override
        void arms() {
            arm("asis", () -> writer.write(blocks).stream().mapToLong(Packed::checksum).sum());
            Job pack = i -> packer.pack(i, blocks.get(i)).checksum();
            seq("seq", pack);
            cpu("", pack);
            async("async", i -> CompletableFuture.supplyAsync(() -> packer.pack(i, blocks.get(i)).checksum()));
            procs("procs", blocks::get, o -> (Long) o);
        }

        @Override
        Serializable work(Object input) {
            return packer.pack(0, (byte[]) input).checksum();
        }
    }

    static final class W26 extends Bench {
        Program program;
        long[] units;
        InvoiceRun run;

        @Override
        void init(String config) {
            jobs = 80;
            program = new Program("night", new int[] {
                Program.LOAD, 0, Program.STORE, 3, // units left
                Program.LOAD, 2, Program.LOAD, 1, Program.PUSH, 17, Program.MUL, 0, Program.ADD, 0, // 4: fee + class * 17
                Program.LOAD, 3, Program.PUSH, 97, Program.MOD, 0, Program.ADD, 0, Program.STORE, 2, // + left mod 97
                Program.LOAD, 3, Program.PUSH, -1, Program.ADD, 0, Program.STORE, 3,
                Program.LOAD, 3, Program.JUMP_POSITIVE, 4,
                Program.END, 0
            });
            units = new long[jobs];
            for (int i = 0; i < jobs; i++) {
                units[i] = 1500 + 37L * i;
            }
            TariffService service = new TariffService(program);
            open.add(service);
            run = new InvoiceRun(service);
        }

        @Override
        void arms() {
            arm("asis", () -> run.total(units));
            TariffEngine engine = new TariffEngine(program);
            seq("seq", i -> engine.run(units[i], i % 5));
            ThreadLocal<TariffEngine> own = ThreadLocal.withInitial(() -> new TariffEngine(program));
            cpu("per-instance+", i -> own.get().run(units[i], i % 5));
            procs("procs", i -> new long[] {units[i], i % 5}, o -> (Long) o);
        }

        private TariffEngine mine;

        @Override
        Serializable work(Object input) {
            if (mine == null) {
                mine = new TariffEngine(program);
            }
            long[] question = (long[]) input;
            return mine.run(question[0], question[1]);
        }
    }
}
