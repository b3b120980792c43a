package exam.p08;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Starts the order monitor: reads its configuration once, then reports in a loop. */
public class Bootstrap {
    private final Map<String, Properties> sections = new TreeMap<>();

    /** conf.d holds about a dozen files of 20 to 50 lines. */
    void loadConfiguration(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.properties")) {
            for (Path file : files) {
                Properties section = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    section.load(in);
                }
                String name = file.getFileName().toString();
                sections.put(name.substring(0, name.lastIndexOf('.')), expand(section));
            }
        }
    }

    private static Properties expand(Properties raw) {
        Properties out = new Properties();
        raw.forEach((k, v) -> {
            String value = v.toString();
            for (Map.Entry<String, String> env : System.getenv().entrySet()) {
                value = value.replace("${" + env.getKey() + "}", env.getValue());
            }
            out.put(k, value);
        });
        return out;
    }

    int port(String section, int otherwise) {
        Properties p = sections.getOrDefault(section, new Properties());
        return Integer.parseInt(p.getProperty("port", Integer.toString(otherwise)));
    }

    public static void main(String[] args) throws Exception {
        Bootstrap bootstrap = new Bootstrap();
        bootstrap.loadConfiguration(Path.of(args.length > 0 ? args[0] : "conf.d"));
        Map<String, Integer> ports = new HashMap<>();
        for (String name : bootstrap.sections.keySet()) {
            ports.put(name, bootstrap.port(name, 8080));
        }
        System.out.println("listening " + ports);
        while (!Thread.interrupted()) {
            Thread.sleep(60_000);
            System.out.println("alive " + ports.size());
        }
    }
}
