package bank.iban;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a collective order as they were typed in. */
public class PaymentForm {
  /** A line of the form; there are at most 60. */
  public record Line(String payee, String account, long cents) {}

  private static final int MAX_LINES = 60;
  private final List<Line> lines = new ArrayList<>();

  public void add(Line line) {
    if (lines.size() == MAX_LINES) {
      throw new IllegalStateException("at most " + MAX_LINES + " lines");
    }
    lines.add(line);
  }

  public Map<Integer, String> problems() {
    Map<Integer, String> problems = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String problem = problem(lines.get(i));
      if (problem != null) {
        problems.put(i + 1, problem);
      }
    }
    return problems;
  }

  public static String problem(Line line) {
    if (line.payee().isBlank()) {
      return "payee is missing";
    }
    if (line.cents() <= 0) {
      return "amount is missing";
    }
    return Iban.of(line.account()).valid() ? null : "no such account";
  }
}
