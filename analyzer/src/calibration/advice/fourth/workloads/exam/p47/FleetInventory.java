package exam.p47;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks 2,000 shop terminals over ssh which packages are outdated; most sit behind slow lines, one takes 10 to 15 seconds. */
public class FleetInventory {
    record Outdated(String host, String packageName, String installed, String available) { }

    static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = out.readLine()) != null) {
                lines.add(line);
            }
        }
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
        return lines;
    }

    private static List<Outdated> query(String host) throws InterruptedException {
        List<Outdated> found = new ArrayList<>();
        try {
            for (String line : run("ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20", "inventory@" + host, "apt", "list", "--upgradable")) {
                String[] f = line.split("[/ ]");
                if (f.length >= 7) {
                    found.add(new Outdated(host, f[0], f[6].replace("]", ""), f[2]));
                }
            }
        } catch (IOException e) {
            System.err.println(host + ": " + e.getMessage());
        }
        return found;
    }

    static Map<String, List<Outdated>> inventory(List<String> hosts) throws InterruptedException {
        Map<String, List<Outdated>> byPackage = new TreeMap<>();
        for (String host : hosts) {
            for (Outdated o : query(host)) {
                byPackage.computeIfAbsent(o.packageName(), p -> new ArrayList<>()).add(o);
            }
        }
        return byPackage;
    }

    public static void main(String[] args) throws Exception {
        inventory(Files.readAllLines(Path.of(args[0]))).forEach((name, list) -> {
            System.out.println(name + " " + list.size());
            list.forEach(o -> System.out.println("  " + o.host() + " " + o.installed() + " -> " + o.available()));
        });
    }
}
