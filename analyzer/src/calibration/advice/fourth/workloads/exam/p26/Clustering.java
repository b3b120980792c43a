package exam.p26;

import java.util.Arrays;
import java.util.SplittableRandom;

/** k-means over customers' feature vectors. */
public class Clustering {
    private final double[][] points;
    private final double[][] centers;
    private final int[] assignment;
    private final double[][] sums;
    private final int[] counts;

    Clustering(double[][] points, int k) {
        this.points = points;
        int dimensions = points[0].length;
        centers = new double[k][];
        for (int c = 0; c < k; c++) {
            centers[c] = points[c * (points.length / k)].clone();
        }
        assignment = new int[points.length];
        sums = new double[k][dimensions];
        counts = new int[k];
    }

    int iterate() {
        int moved = 0;
        for (double[] s : sums) {
            Arrays.fill(s, 0);
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < points.length; i++) {
            int c = nearest(points[i]);
            if (c != assignment[i]) {
                assignment[i] = c;
                moved++;
            }
            counts[c]++;
            double[] s = sums[c];
            for (int d = 0; d < s.length; d++) {
                s[d] += points[i][d];
            }
        }
        for (int c = 0; c < centers.length; c++) {
            for (int d = 0; d < centers[c].length; d++) {
                if (counts[c] > 0) {
                    centers[c][d] = sums[c][d] / counts[c];
                }
            }
        }
        return moved;
    }

    private int nearest(double[] p) {
        int best = 0;
        double bestDistance = Double.MAX_VALUE;
        for (int c = 0; c < centers.length; c++) {
            double distance = 0;
            double[] center = centers[c];
            for (int d = 0; d < p.length; d++) {
                double diff = p[d] - center[d];
                distance += diff * diff;
            }
            if (distance < bestDistance) {
                bestDistance = distance;
                best = c;
            }
        }
        return best;
    }

    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        SplittableRandom random = new SplittableRandom(7);
        double[][] points = new double[n][];
        for (int i = 0; i < n; i++) {
            points[i] = random.doubles(24).toArray();
        }
        Clustering clustering = new Clustering(points, 64);
        int rounds = 0;
        int moved;
        do {
            moved = clustering.iterate();
            rounds++;
        } while (moved > n / 1000 && rounds < 200);
        System.out.println(rounds + " rounds, sizes " + Arrays.toString(clustering.counts));
    }
}
