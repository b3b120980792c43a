package exam5.q37;

import java.util.LinkedList;
import java.util.zip.CRC32;

/** The belt between the producer of test blocks and the checkers holds at most 40 blocks. */
public class ParcelBelt<E> {

    private final LinkedList<E> parcels = new LinkedList<E>();
    private final int capacity;
    private boolean closed;

    public ParcelBelt(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void put(E parcel) throws InterruptedException {
        while (parcels.size() == capacity) {
            wait();
        }
        parcels.addLast(parcel);
        notifyAll();
    }

    public synchronized E take() throws InterruptedException {
        while (parcels.isEmpty()) {
            if (closed) {
                return null;
            }
            wait();
        }
        E parcel = parcels.removeFirst();
        notifyAll();
        return parcel;
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    static class Checker extends Thread {
        private final ParcelBelt<byte[]> belt;
        private long sum;

        Checker(String name, ParcelBelt<byte[]> belt) {
            super(name);
            this.belt = belt;
        }

        @Override
        public void run() {
            try {
                byte[] block;
                while ((block = belt.take()) != null) {
                    CRC32 crc = new CRC32();
                    for (int round = 0; round < 50; round++) {
                        crc.update(block);
                    }
                    sum ^= crc.getValue();
                }
            } catch (InterruptedException e) {
                interrupt();
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        ParcelBelt<byte[]> belt = new ParcelBelt<byte[]>(40);
        Checker[] checkers = new Checker[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < checkers.length; i++) {
            checkers[i] = new Checker("checker " + i, belt);
            checkers[i].start();
        }
        for (int n = 0; n < 5000; n++) {
            byte[] block = new byte[1 << 20];
            block[n] = 1;
            belt.put(block);
        }
        belt.close();
        long sum = 0;
        for (Checker checker : checkers) {
            checker.join();
            sum ^= checker.sum;
        }
        System.out.println(Long.toHexString(sum));
    }
}
