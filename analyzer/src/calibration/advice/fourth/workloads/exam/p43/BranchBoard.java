package exam.p43;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures on the screen in the hall: 28 branches, redrawn every five seconds. */
public class BranchBoard {
    record Branch(String name, BigDecimal sales, BigDecimal target) {
        BigDecimal percent() {
            return sales.multiply(BigDecimal.valueOf(100)).divide(target, 1, RoundingMode.HALF_UP);
        }
    }

    enum Light { GREEN, YELLOW, RED }

    private final List<Branch> branches;

    BranchBoard(List<Branch> branches) {
        this.branches = branches;
    }

    private static Light light(Branch b) {
        int p = b.percent().intValue();
        return p >= 100 ? Light.GREEN : p >= 85 ? Light.YELLOW : Light.RED;
    }

    String draw() {
        Map<Light, List<String>> rows = branches.stream()
                .sorted(Comparator.comparing(Branch::percent).reversed())
                .collect(Collectors.groupingBy(BranchBoard::light, LinkedHashMap::new,
                        Collectors.mapping(b -> String.format("%-20s %10.2f %6s%%", b.name(), b.sales(), b.percent()), Collectors.toList())));
        StringBuilder screen = new StringBuilder("\u001b[2J");
        rows.forEach((light, lines) -> {
            screen.append("== ").append(light).append('\n');
            lines.forEach(l -> screen.append(l).append('\n'));
        });
        return screen.toString();
    }

    public static void main(String[] args) throws InterruptedException {
        String[] names = "Aachen,Berlin,Bonn,Bremen,Celle,Dortmund,Dresden,Emden,Erfurt,Essen,Fulda,Gera,Hagen,Halle,Hamburg,Jena,Kassel,Kiel,Leer,Leipzig,Mainz,Mannheim,Passau,Rostock,Trier,Ulm,Worms,Zwickau".split(",");
        while (true) {
            List<Branch> now = java.util.Arrays.stream(names)
                    .map(n -> new Branch(n, BigDecimal.valueOf(Math.abs((n.hashCode() + System.currentTimeMillis() / 60_000) % 90_000)), BigDecimal.valueOf(60_000)))
                    .toList();
            System.out.print(new BranchBoard(now).draw());
            Thread.sleep(5_000);
        }
    }
}
