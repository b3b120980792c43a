package io.bandstand.payment;

import io.bandstand.domain.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bank's list of what it paid, and whether it agrees with ours. */
public final class Settlement {

  public record Item(String reference, LocalDate day, Money amount) {}

  public record Difference(String reference, Money bank, Money office) {}

  private Settlement() {}

  /** Lines of fixed width: 12 of reference, 8 of date, 10 of cents, 3 of currency. */
  public static List<Item> parse(Reader source) throws IOException {
    List<Item> items = new ArrayList<>();
    BufferedReader lines = new BufferedReader(source);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.length() >= 33 && line.charAt(0) != '#') {
        items.add(item(line));
      }
    }
    return items;
  }

  static Item item(String line) {
    return new Item(
        line.substring(0, 12).strip(),
        LocalDate.parse(line.substring(12, 20), DateTimeFormatter.BASIC_ISO_DATE),
        new Money(Long.parseLong(line.substring(20, 30).strip()), line.substring(30, 33)));
  }

  public static List<Difference> reconcile(List<Item> bank, List<Item> office) {
    Map<String, Money> ours = new HashMap<>();
    office.forEach(i -> ours.merge(i.reference(), i.amount(), Money::plus));
    Map<String, Money> theirs = new HashMap<>();
    bank.forEach(i -> theirs.merge(i.reference(), i.amount(), Money::plus));
    List<Difference> differences = new ArrayList<>();
    theirs.forEach(
        (reference, amount) -> {
          Money known = ours.getOrDefault(reference, Money.NOTHING);
          if (known.compareTo(amount) != 0) {
            differences.add(new Difference(reference, amount, known));
          }
        });
    ours.forEach(
        (reference, amount) -> {
          if (!theirs.containsKey(reference)) {
            differences.add(new Difference(reference, Money.NOTHING, amount));
          }
        });
    differences.sort(
        Comparator.comparing((Difference d) -> d.office().minus(d.bank()))
            .thenComparing(Difference::reference));
    return differences;
  }
}
