package exam.p21;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/** Sorts the spans of a trace dump (10 to 30 million) by start time; the order of equal spans must be kept. */
public class TraceSorter {
    record Span(long start, long duration, int service) { }

    static <T> void mergeSort(T[] a, Comparator<? super T> order) {
        sort(a, a.clone(), 0, a.length, order);
    }

    /** Sorts source[from, to) into target; both hold the same elements at the start. */
    private static <T> void sort(T[] target, T[] source, int from, int to, Comparator<? super T> order) {
        if (to - from <= 32) {
            insertionSort(target, from, to, order);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(source, target, from, middle, order);
        sort(source, target, middle, to, order);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right >= to || left < middle && order.compare(source[left], source[right]) <= 0) {
                target[i] = source[left++];
            } else {
                target[i] = source[right++];
            }
        }
    }

    private static <T> void insertionSort(T[] a, int from, int to, Comparator<? super T> order) {
        for (int i = from + 1; i < to; i++) {
            T x = a[i];
            int j = i - 1;
            while (j >= from && order.compare(a[j], x) > 0) {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = x;
        }
    }

    static Span[] read(Path file) throws IOException {
        Span[] spans = new Span[1 << 20];
        int n = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (true) {
                if (n == spans.length) {
                    spans = Arrays.copyOf(spans, n * 2);
                }
                spans[n] = new Span(in.readLong(), in.readLong(), in.readInt());
                n++;
            }
        } catch (EOFException end) {
            return Arrays.copyOf(spans, n);
        }
    }

    public static void main(String[] args) throws IOException {
        Span[] spans = read(Path.of(args[0]));
        mergeSort(spans, Comparator.comparingLong(Span::start).thenComparingLong(Span::duration));
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20))) {
            for (Span s : spans) {
                out.writeLong(s.start());
                out.writeLong(s.duration());
                out.writeInt(s.service());
            }
        }
    }
}
