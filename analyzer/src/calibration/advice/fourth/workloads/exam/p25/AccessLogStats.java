package exam.p25;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Response time per route out of a week's access logs (6 to 8 million lines, read into memory first). */
public class AccessLogStats {
    private static final Pattern LINE = Pattern.compile(
            "^(\\S+) \\S+ (\\S+) \\[([^\\]]+)\\] \"(GET|POST|PUT|DELETE) ([^ ?\"]+)[^\"]*\" (\\d{3}) (\\d+|-) \"[^\"]*\" \"([^\"]*)\" (\\d+)$");
    private static final Pattern ID = Pattern.compile("/(?:\\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)");

    record Hit(String route, int status, long micros) {
        static Hit parse(String line) {
            Matcher m = LINE.matcher(line);
            if (!m.matches() || m.group(8).contains("bot")) {
                return null;
            }
            String route = m.group(4) + " " + ID.matcher(m.group(5)).replaceAll("/{id}");
            return new Hit(route, Integer.parseInt(m.group(6)), Long.parseLong(m.group(9)));
        }
    }

    static Map<String, LongSummaryStatistics> byRoute(List<String> lines) {
        return lines.stream()
                .map(Hit::parse)
                .filter(Objects::nonNull)
                .filter(h -> h.status() < 500)
                .collect(Collectors.groupingBy(Hit::route, Collectors.summarizingLong(Hit::micros)));
    }

    public static void main(String[] args) throws IOException {
        List<String> lines = new ArrayList<>(8_000_000);
        for (String file : args) {
            lines.addAll(Files.readAllLines(Path.of(file)));
        }
        byRoute(lines).entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -e.getValue().getAverage()))
                .limit(40)
                .forEach(e -> System.out.printf("%8d %10.1f %s%n", e.getValue().getCount(), e.getValue().getAverage() / 1000, e.getKey()));
    }
}
