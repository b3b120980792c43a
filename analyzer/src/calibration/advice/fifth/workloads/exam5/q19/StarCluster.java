package exam5.q19;

import java.util.Random;

/** Plain particle-particle simulation of a star cluster with softened gravity. */
public class StarCluster {

    static final int STARS = 3000;
    static final int STEPS = 1000;
    static final double DT = 1e-3;
    static final double EPS2 = 1e-4;

    final double[] x = new double[STARS], y = new double[STARS], z = new double[STARS];
    final double[] vx = new double[STARS], vy = new double[STARS], vz = new double[STARS];
    final double[] ax = new double[STARS], ay = new double[STARS], az = new double[STARS];
    final double[] mass = new double[STARS];

    StarCluster(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < STARS; i++) {
            x[i] = random.nextGaussian();
            y[i] = random.nextGaussian();
            z[i] = random.nextGaussian();
            mass[i] = (0.5 + random.nextDouble()) / STARS;
        }
    }

    void accelerations() {
        for (int i = 0; i < STARS; i++) {
            double sx = 0, sy = 0, sz = 0;
            for (int k = 0; k < STARS; k++) {
                double dx = x[k] - x[i];
                double dy = y[k] - y[i];
                double dz = z[k] - z[i];
                double r2 = dx * dx + dy * dy + dz * dz + EPS2;
                double f = mass[k] / (r2 * Math.sqrt(r2));
                sx += f * dx;
                sy += f * dy;
                sz += f * dz;
            }
            ax[i] = sx;
            ay[i] = sy;
            az[i] = sz;
        }
    }

    void step() {
        for (int i = 0; i < STARS; i++) {
            vx[i] += ax[i] * DT;
            vy[i] += ay[i] * DT;
            vz[i] += az[i] * DT;
            x[i] += vx[i] * DT;
            y[i] += vy[i] * DT;
            z[i] += vz[i] * DT;
        }
    }

    double kinetic() {
        double sum = 0;
        for (int i = 0; i < STARS; i++) {
            sum += 0.5 * mass[i] * (vx[i] * vx[i] + vy[i] * vy[i] + vz[i] * vz[i]);
        }
        return sum;
    }

    public static void main(String[] args) {
        StarCluster cluster = new StarCluster(3);
        for (int t = 0; t < STEPS; t++) {
            cluster.accelerations();
            cluster.step();
            if (t % 100 == 0) {
                System.out.println(t * DT + " " + cluster.kinetic());
            }
        }
    }
}
