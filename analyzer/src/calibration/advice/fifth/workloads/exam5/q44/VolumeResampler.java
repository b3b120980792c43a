package exam5.q44;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Scales CT volumes (128 x 128 x 128 values of 16 bits) to twice the resolution for the viewer. */
public class VolumeResampler {

    static final int N = 128;
    static final int M = 2 * N;

    static void resample(Path in, Path out) throws IOException {
        float[] source = new float[N * N * N];
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(in), 1 << 16))) {
            for (int i = 0; i < source.length; i++) {
                source[i] = data.readShort();
            }
        }
        float[] result = new float[M * M * M];
        for (int z = 0; z < M; z++) {
            for (int y = 0; y < M; y++) {
                for (int x = 0; x < M; x++) {
                    result[(z * M + y) * M + x] = interpolate(source, x * 0.5f, y * 0.5f, z * 0.5f);
                }
            }
        }
        try (DataOutputStream data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(out), 1 << 16))) {
            for (float value : result) {
                data.writeShort((int) value);
            }
        }
    }

    private static float interpolate(float[] v, float x, float y, float z) {
        int x0 = (int) x, y0 = (int) y, z0 = (int) z;
        float sum = 0;
        for (int corner = 0; corner < 8; corner++) {
            int cx = Math.min(N - 1, x0 + (corner & 1));
            int cy = Math.min(N - 1, y0 + (corner >> 1 & 1));
            int cz = Math.min(N - 1, z0 + (corner >> 2));
            float weight = (1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy)) * (1 - Math.abs(z - cz));
            sum += Math.max(0, weight) * v[(cz * N + cy) * N + cx];
        }
        return sum;
    }

    public static void main(String[] args) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(64);
        Path target = Files.createDirectories(Path.of(args[1]));
        try (DirectoryStream<Path> volumes = Files.newDirectoryStream(Path.of(args[0]), "*.raw")) {
            for (Path volume : volumes) {
                executor.submit(() -> {
                    resample(volume, target.resolve(volume.getFileName()));
                    return null;
                });
            }
        }
        executor.shutdown();
        executor.awaitTermination(2, TimeUnit.DAYS);
    }
}
