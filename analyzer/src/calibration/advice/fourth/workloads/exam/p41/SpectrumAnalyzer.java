package exam.p41;

import java.io.DataInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Dominant frequencies of a hydrophone recording: a day at 96 kHz, read in windows of 8,192 samples (about a million windows). */
public class SpectrumAnalyzer {

    static class Fft {
        private final int n;
        private final double[] cos;
        private final double[] sin;
        private final double[] re;
        private final double[] im;

        Fft(int n) {
            this.n = n;
            cos = new double[n / 2];
            sin = new double[n / 2];
            for (int i = 0; i < n / 2; i++) {
                cos[i] = Math.cos(-2 * Math.PI * i / n);
                sin[i] = Math.sin(-2 * Math.PI * i / n);
            }
            re = new double[n];
            im = new double[n];
        }

        int strongest(short[] samples) {
            int shift = 33 - Integer.numberOfTrailingZeros(n) - 1;
            for (int i = 0; i < n; i++) {
                re[Integer.reverse(i) >>> shift] = samples[i] * (0.5 - 0.5 * cos[i % (n / 2)]);
                im[i] = 0;
            }
            for (int size = 2; size <= n; size *= 2) {
                int half = size / 2;
                int stride = n / size;
                for (int base = 0; base < n; base += size) {
                    for (int k = 0; k < half; k++) {
                        double c = cos[k * stride];
                        double s = sin[k * stride];
                        int a = base + k;
                        int b = a + half;
                        double tr = re[b] * c - im[b] * s;
                        double ti = re[b] * s + im[b] * c;
                        re[b] = re[a] - tr;
                        im[b] = im[a] - ti;
                        re[a] += tr;
                        im[a] += ti;
                    }
                }
            }
            int best = 1;
            for (int i = 2; i < n / 2; i++) {
                if (re[i] * re[i] + im[i] * im[i] > re[best] * re[best] + im[best] * im[best]) {
                    best = i;
                }
            }
            return best;
        }
    }

    private final Fft fft = new Fft(8192);

    int[] analyze(List<short[]> windows) {
        int[] bins = new int[windows.size()];
        for (int w = 0; w < bins.length; w++) {
            bins[w] = fft.strongest(windows.get(w));
        }
        return bins;
    }

    public static void main(String[] args) throws IOException {
        SpectrumAnalyzer analyzer = new SpectrumAnalyzer();
        long[] count = new long[4096];
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(Path.of(args[0])), 1 << 20))) {
            long left = Files.size(Path.of(args[0])) / 2 / 8192;
            while (left > 0) {
                List<short[]> windows = new ArrayList<>();
                for (; windows.size() < 4096 && left > 0; left--) {
                    byte[] raw = in.readNBytes(2 * 8192);
                    short[] samples = new short[8192];
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = (short) (raw[2 * i] & 0xff | raw[2 * i + 1] << 8);
                    }
                    windows.add(samples);
                }
                for (int bin : analyzer.analyze(windows)) {
                    count[bin]++;
                }
            }
        }
        for (int i = 0; i < count.length; i++) {
            System.out.println(i * 96_000 / 8192 + " Hz " + count[i]);
        }
    }
}
