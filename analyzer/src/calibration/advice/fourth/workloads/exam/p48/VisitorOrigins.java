package exam.p48;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which providers do the visitors of the last month come from? Some 25,000 different addresses, resolved backwards. */
public class VisitorOrigins {
    private final Function<String, String> resolver;

    VisitorOrigins(Function<String, String> resolver) {
        this.resolver = resolver;
    }

    /** A PTR lookup against the provider's name server takes 30 to 200 ms. */
    static String reverse(String address) {
        try {
            String name = InetAddress.getByName(address).getCanonicalHostName();
            return name.equals(address) ? "unknown" : name;
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String domain(String host) {
        String[] labels = host.split("\\.");
        return labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }

    Map<String, Long> origins(Stream<String> addresses) {
        return addresses
                .distinct()
                .map(resolver)
                .map(VisitorOrigins::domain)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    public static void main(String[] args) throws IOException {
        VisitorOrigins origins = new VisitorOrigins(VisitorOrigins::reverse);
        try (Stream<String> lines = Files.lines(Path.of(args[0]))) {
            origins.origins(lines.map(l -> l.substring(0, l.indexOf(' '))))
                    .entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                    .limit(30)
                    .forEach(e -> System.out.println(e.getValue() + " " + e.getKey()));
        }
    }
}
