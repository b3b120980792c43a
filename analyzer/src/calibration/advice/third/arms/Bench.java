package arms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One workload: its data, its services and its arms. An arm runs a whole batch and returns a checksum. */
abstract class Bench {
    interface Job {
        long run(int i) throws Exception;
    }

    static final int CORES = Runtime.getRuntime().availableProcessors();
    static final boolean VIRTUAL = Runtime.version().feature() >= 21;

    final Map<String, Callable<Long>> arms = new LinkedHashMap<>();
    final List<AutoCloseable> open = new ArrayList<>();
    private final Map<Integer, ExecutorService> pools = new LinkedHashMap<>();
    private Workers workers;
    String id;
    String config = "";
    int jobs;

    /** Starts servers and writes files (main process only); returns the configuration for all processes. */
    String boot() throws Exception {
        return "";
    }

    /** Makes data and services (main and worker processes). */
    abstract void init(String config) throws Exception;

    /** Declares the arms; "asis" first. */
    abstract void arms() throws Exception;

    /** One job in a worker process. */
    Serializable work(Object input) throws Exception {
        throw new UnsupportedOperationException();
    }

    boolean same(long expected, long actual) {
        return expected == actual;
    }

    final void arm(String name, Callable<Long> batch) {
        arms.put(name, batch);
    }

    final ExecutorService pool(int size) {
        return pools.computeIfAbsent(size, s -> Executors.newFixedThreadPool(s, r -> {
            Thread t = new Thread(r);
            t.setDaemon(true);
            return t;
        }));
    }

    final void seq(String name, Job job) {
        arm(name, () -> {
            long sum = 0;
            for (int i = 0; i < jobs; i++) {
                sum += job.run(i);
            }
            return sum;
        });
    }

    /** A task for each job on a long-lived pool. */
    final void threads(String name, int size, Job job) {
        ExecutorService pool = pool(size);
        arm(name, () -> submitAll(pool, job));
    }

    /** Four tasks a core on a pool of the cores. */
    final void chunks(String name, Job job) {
        ExecutorService pool = pool(CORES);
        arm(name, () -> submitSlices(pool, jobs, job));
    }

    static long submitSlices(ExecutorService pool, int jobs, Job job) throws Exception {
        int slice = Math.max(1, jobs / (CORES * 4));
        List<Future<Long>> parts = new ArrayList<>();
        for (int from = 0; from < jobs; from += slice) {
            int start = from;
            int end = Math.min(jobs, from + slice);
            parts.add(pool.submit(() -> {
                long sum = 0;
                for (int i = start; i < end; i++) {
                    sum += job.run(i);
                }
                return sum;
            }));
        }
        return sum(parts);
    }

    final void virtual(String name, Job job) {
        if (VIRTUAL) {
            arm(name, () -> {
                ExecutorService executor = newVirtual();
                try {
                    return submitAll(executor, job);
                } finally {
                    executor.shutdown();
                }
            });
        }
    }

    final void stream(String name, Job job) {
        arm(name, () -> IntStream.range(0, jobs)
                .parallel()
                .mapToLong(i -> {
                    try {
                        return job.run(i);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .sum());
    }

    interface Input {
        Serializable of(int i);
    }

    interface Digest {
        long of(Object output);
    }

    /** Two worker processes that are sent the inputs in batches and send back the results. */
    final void procs(String name, Input input, Digest digest) {
        arm(name, () -> {
            if (workers == null) {
                workers = new Workers(id, config, CORES);
                open.add(workers);
            }
            return workers.run(jobs, input, digest);
        });
    }

    /** All jobs as one input in one worker process. */
    final void whole(String name, Input input, Digest digest) {
        arm(name, () -> {
            if (workers == null) {
                workers = new Workers(id, config, 1);
                open.add(workers);
            }
            return workers.run(1, input, digest);
        });
    }

    /** Runs before each batch of the arms declared by the given code. */
    final void prepared(Runnable before, Runnable declaration) {
        java.util.Set<String> known = new java.util.HashSet<>(arms.keySet());
        declaration.run();
        for (Map.Entry<String, Callable<Long>> arm : arms.entrySet()) {
            if (!known.contains(arm.getKey())) {
                Callable<Long> batch = arm.getValue();
                arm.setValue(() -> {
                    before.run();
                    return batch.call();
                });
            }
        }
    }

    final void cpu(String prefix, Job job) {
        threads(prefix + "pool", CORES, job);
        chunks(prefix + "pool-chunk", job);
        threads(prefix + "t200", 200, job);
        virtual(prefix + "virtual", job);
        stream(prefix + "pstream", job);
    }

    final void waits(String prefix, Job job) {
        threads(prefix + "pool", CORES, job);
        threads(prefix + "t16", 16, job);
        threads(prefix + "t64", 64, job);
        threads(prefix + "t200", 200, job);
        virtual(prefix + "virtual", job);
        stream(prefix + "pstream", job);
    }

    interface Stage {
        CompletableFuture<Long> of(int i) throws Exception;
    }

    /** All started at once, joined afterwards. */
    final void async(String name, Stage stage) {
        arm(name, () -> {
            List<CompletableFuture<Long>> all = new ArrayList<>(jobs);
            for (int i = 0; i < jobs; i++) {
                all.add(stage.of(i));
            }
            long sum = 0;
            for (CompletableFuture<Long> one : all) {
                sum += one.join();
            }
            return sum;
        });
    }

    final long submitAll(ExecutorService executor, Job job) throws Exception {
        return submitAll(executor, jobs, job);
    }

    static long submitAll(ExecutorService executor, int jobs, Job job) throws Exception {
        List<Future<Long>> futures = new ArrayList<>(jobs);
        for (int i = 0; i < jobs; i++) {
            int index = i;
            futures.add(executor.submit(() -> job.run(index)));
        }
        return sum(futures);
    }

    static long sum(List<Future<Long>> futures) throws Exception {
        long sum = 0;
        for (Future<Long> future : futures) {
            sum += future.get();
        }
        return sum;
    }

    static ExecutorService newVirtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        pools.values().forEach(ExecutorService::shutdownNow);
        for (AutoCloseable c : open) {
            try {
                c.close();
            } catch (Exception e) {
                System.err.println("close: " + e);
            }
        }
    }
}
