package exam.p07;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Seals the day's transactions (some 3 million lines): each record's seal covers the seal of the record before it. */
public class ChainBuilder {
    private final MessageDigest digest;
    private byte[] previous;

    ChainBuilder(byte[] genesis) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        previous = genesis.clone();
    }

    List<String> seal(List<String> records) {
        List<String> sealed = new ArrayList<>(records.size());
        for (String record : records) {
            digest.reset();
            digest.update(previous);
            digest.update(record.getBytes(StandardCharsets.UTF_8));
            previous = digest.digest();
            sealed.add(HexFormat.of().formatHex(previous) + " " + record);
        }
        return sealed;
    }

    public static void main(String[] args) throws IOException {
        ChainBuilder builder = new ChainBuilder(HexFormat.of().parseHex(args[2]));
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]));
             BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            List<String> chunk = new ArrayList<>();
            for (String line; (line = in.readLine()) != null; ) {
                chunk.add(line);
                if (chunk.size() == 10_000) {
                    write(out, builder.seal(chunk));
                    chunk.clear();
                }
            }
            write(out, builder.seal(chunk));
        }
    }

    private static void write(BufferedWriter out, List<String> lines) throws IOException {
        for (String line : lines) {
            out.write(line);
            out.newLine();
        }
    }
}
