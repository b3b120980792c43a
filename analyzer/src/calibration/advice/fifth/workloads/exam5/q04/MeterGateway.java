package exam5.q04;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

public class MeterGateway {

    private static final int METERS = 300;
    private static final int PERIOD_SECONDS = 5;

    static class Reading {
        final Instant time;
        final long wattHours;

        Reading(Instant time, long wattHours) {
            this.time = time;
            this.wattHours = wattHours;
        }
    }

    private class Poll implements Runnable {
        private final int unit;
        private final InetSocketAddress address;

        Poll(int unit) {
            this.unit = unit;
            this.address = new InetSocketAddress("10.8." + unit / 100 + "." + (10 + unit % 100), 502);
        }

        @Override
        public void run() {
            try {
                latest.put(unit, new Reading(Instant.now(), query()));
            } catch (IOException e) {
                latest.remove(unit);
            }
        }

        /** Modbus/TCP over GPRS modems, a good 200 ms per exchange. */
        private long query() throws IOException {
            try (Socket socket = new Socket()) {
                socket.setSoTimeout(3000);
                socket.connect(address, 3000);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(1);
                out.writeShort(0);
                out.writeShort(6);
                out.writeByte(unit & 0xff);
                out.writeByte(3);
                out.writeShort(0x5000);
                out.writeShort(4);
                out.flush();
                DataInputStream in = new DataInputStream(socket.getInputStream());
                in.skipBytes(9);
                return in.readLong();
            }
        }
    }

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
    private final Map<Integer, Reading> latest = new ConcurrentHashMap<>();

    void start() {
        for (int unit = 1; unit <= METERS; unit++) {
            scheduler.scheduleAtFixedRate(new Poll(unit), 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        }
    }

    long total() {
        return latest.values().stream().mapToLong(r -> r.wattHours).sum();
    }

    public static void main(String[] args) throws InterruptedException {
        MeterGateway gateway = new MeterGateway();
        gateway.start();
        while (!Thread.interrupted()) {
            Thread.sleep(60_000);
            System.out.println(gateway.latest.size() + " meters, " + gateway.total() + " Wh");
        }
    }
}
