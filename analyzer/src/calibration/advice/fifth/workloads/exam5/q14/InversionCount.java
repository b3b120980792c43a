package exam5.q14;

import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/** Number of inversions of a ranking (Kendall's tau) by merge sort. */
public class InversionCount extends RecursiveTask<Long> {

    private static final int SMALL = 1 << 14;

    private final int[] values;
    private final int[] buffer;
    private final int from;
    private final int to;

    InversionCount(int[] values, int[] buffer, int from, int to) {
        this.values = values;
        this.buffer = buffer;
        this.from = from;
        this.to = to;
    }

    @Override
    protected Long compute() {
        if (to - from <= SMALL) {
            return sort(from, to);
        }
        int middle = (from + to) >>> 1;
        InversionCount left = new InversionCount(values, buffer, from, middle);
        InversionCount right = new InversionCount(values, buffer, middle, to);
        left.fork();
        long count = right.compute();
        count += left.join();
        return count + merge(from, middle, to);
    }

    private long sort(int lo, int hi) {
        if (hi - lo < 2) {
            return 0;
        }
        int mid = (lo + hi) >>> 1;
        return sort(lo, mid) + sort(mid, hi) + merge(lo, mid, hi);
    }

    private long merge(int lo, int mid, int hi) {
        System.arraycopy(values, lo, buffer, lo, hi - lo);
        long inversions = 0;
        int i = lo;
        int j = mid;
        for (int k = lo; k < hi; k++) {
            if (j >= hi || i < mid && buffer[i] <= buffer[j]) {
                values[k] = buffer[i++];
            } else {
                values[k] = buffer[j++];
                inversions += mid - i;
            }
        }
        return inversions;
    }

    public static double tau(int[] ranking) {
        long n = ranking.length;
        int[] copy = ranking.clone();
        long inversions = ForkJoinPool.commonPool().invoke(new InversionCount(copy, new int[copy.length], 0, copy.length));
        return 1 - 4.0 * inversions / (n * (n - 1));
    }

    public static void main(String[] args) {
        int[] ranking = new Random(11).ints(40_000_000).toArray();
        System.out.println(tau(ranking));
    }
}
