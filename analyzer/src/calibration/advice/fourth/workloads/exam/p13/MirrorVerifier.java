package exam.p13;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Compares the deflated map tiles on a mirror with the checksums of the master. A tile (300 kB) comes in about 150 ms
 * (the mirror is on another continent); unpacking its 8 MB and computing the checksum takes 30 ms of processor time.
 */
public class MirrorVerifier {
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI mirror;

    MirrorVerifier(URI mirror) {
        this.mirror = mirror;
    }

    private byte[] download(String tile) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(mirror.resolve(tile)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /** Polynomial checksum as the master computes it, over the unpacked bytes. */
    static long checksum(byte[] packed) throws DataFormatException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] block = new byte[1 << 15];
            long sum = 1;
            int n;
            while ((n = inflater.inflate(block)) > 0) {
                for (int i = 0; i < n; i++) {
                    sum = sum * 1_000_003L + (block[i] & 0xff);
                    sum ^= sum >>> 29;
                }
            }
            return sum;
        } finally {
            inflater.end();
        }
    }

    Map<String, String> verify(Map<String, Long> expected) throws InterruptedException {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, Long> e : expected.entrySet()) {
            String problem = verify(e.getKey(), e.getValue());
            if (problem != null) {
                wrong.put(e.getKey(), problem);
            }
        }
        return wrong;
    }

    private String verify(String tile, long expected) throws InterruptedException {
        try {
            long actual = checksum(download(tile));
            return actual == expected ? null : "checksum " + Long.toHexString(actual);
        } catch (IOException | DataFormatException ex) {
            return ex.toString();
        }
    }

    public static void main(String[] args) throws Exception {
        Map<String, Long> expected = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(args[1]))) {   // some 4,000 tiles
            String[] f = line.split("\\s+");
            expected.put(f[0], Long.parseUnsignedLong(f[1], 16));
        }
        new MirrorVerifier(URI.create(args[0])).verify(expected).forEach((tile, problem) -> System.out.println(tile + " " + problem));
    }
}
