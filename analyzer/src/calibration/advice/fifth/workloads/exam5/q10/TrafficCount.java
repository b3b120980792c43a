package exam5.q10;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/** Vehicles per hour from the loop detector file (one line per vehicle: epoch second, lane, length). */
public class TrafficCount {

    private final AtomicLongArray perHour = new AtomicLongArray(24);
    private final List<Thread> running = new ArrayList<Thread>();

    class Counter extends Thread {
        private final String line;

        Counter(String line) {
            this.line = line;
        }

        @Override
        public void run() {
            int comma = line.indexOf(',');
            if (comma > 0) {
                long second = Long.parseLong(line.substring(0, comma));
                perHour.incrementAndGet((int) (second / 3600 % 24));
            }
        }
    }

    void count(String file) throws IOException, InterruptedException {
        BufferedReader reader = new BufferedReader(new FileReader(file));
        try {
            String line;
            while ((line = reader.readLine()) != null) {
                Counter counter = new Counter(line);
                counter.start();
                running.add(counter);
                if (running.size() == 1000) {
                    joinAll();
                }
            }
            joinAll();
        } finally {
            reader.close();
        }
    }

    private void joinAll() throws InterruptedException {
        for (Thread t : running) {
            t.join();
        }
        running.clear();
    }

    public static void main(String[] args) throws Exception {
        TrafficCount traffic = new TrafficCount();
        traffic.count(args.length > 0 ? args[0] : "detector.csv");
        for (int hour = 0; hour < 24; hour++) {
            System.out.println(hour + "h " + traffic.perHour.get(hour));
        }
    }
}
