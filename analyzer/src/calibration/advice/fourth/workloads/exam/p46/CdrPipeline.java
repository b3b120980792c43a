package exam.p46;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pseudonymizes call records: one thread reads the file, a worker computes, a writer stores (order does not matter). */
public class CdrPipeline {
    private static final List<String> END = List.of();
    private static final int ROUNDS = 64;

    private final BlockingQueue<List<String>> read = new ArrayBlockingQueue<>(64);
    private final BlockingQueue<List<String>> done = new ArrayBlockingQueue<>(64);
    private final LongAdder rejected = new LongAdder();
    private final byte[] secret;

    CdrPipeline(byte[] secret) {
        this.secret = secret;
    }

    private void reader(Path file) throws IOException, InterruptedException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            List<String> block = new ArrayList<>();
            for (String line; (line = in.readLine()) != null; ) {
                block.add(line);
                if (block.size() == 500) {
                    read.put(block);
                    block = new ArrayList<>();
                }
            }
            if (!block.isEmpty()) {
                read.put(block);
            }
        }
        read.put(END);
    }

    private void worker() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        List<String> block;
        while ((block = read.take()) != END) {
            List<String> out = new ArrayList<>(block.size());
            for (String line : block) {
                String[] f = line.split(";");
                if (f.length < 4) {
                    rejected.increment();
                    continue;
                }
                out.add(pseudonym(mac, f[0]) + ";" + pseudonym(mac, f[1]) + ";" + f[2] + ";" + f[3]);
            }
            done.put(out);
        }
        read.put(END);
        done.put(END);
    }

    private static String pseudonym(Mac mac, String number) {
        byte[] value = number.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < ROUNDS; i++) {
            value = mac.doFinal(value);
        }
        return java.util.HexFormat.of().formatHex(value, 0, 12);
    }

    private void writer(Path file, int workers) throws IOException, InterruptedException {
        try (java.io.BufferedWriter out = Files.newBufferedWriter(file)) {
            while (workers > 0) {
                List<String> block = done.take();
                if (block == END) {
                    workers--;
                }
                for (String line : block) {
                    out.write(line);
                    out.newLine();
                }
            }
        }
    }

    interface Step {
        void run() throws Exception;
    }

    private static Thread start(String name, Step step) {
        Thread t = new Thread(() -> {
            try {
                step.run();
            } catch (Exception e) {
                e.printStackTrace();
                System.exit(1);
            }
        }, name);
        t.start();
        return t;
    }

    void process(Path from, Path to) throws InterruptedException {
        start("reader", () -> reader(from));
        start("worker", this::worker);
        start("writer", () -> writer(to, 1)).join();
    }

    public static void main(String[] args) throws Exception {
        CdrPipeline pipeline = new CdrPipeline(Files.readAllBytes(Path.of(args[0])));
        pipeline.process(Path.of(args[1]), Path.of(args[2]));
        System.out.println(pipeline.rejected + " rejected");
    }
}
