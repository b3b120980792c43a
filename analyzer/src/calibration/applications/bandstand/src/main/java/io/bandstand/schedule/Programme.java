package io.bandstand.schedule;

import io.bandstand.domain.Show;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All shows of a season. */
public final class Programme {

  public record Clash(Show first, Show second, String reason) {}

  private final NavigableMap<LocalDateTime, List<Show>> byTime = new TreeMap<>();

  public Programme(List<Show> shows) {
    shows.forEach(s -> byTime.computeIfAbsent(s.starts(), t -> new ArrayList<>()).add(s));
  }

  public List<Show> on(LocalDate day) {
    return byTime.subMap(day.atStartOfDay(), day.plusDays(1).atStartOfDay()).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  public Optional<Show> next(LocalDateTime after) {
    return Optional.ofNullable(byTime.higherEntry(after)).map(e -> e.getValue().get(0));
  }

  /** Compares every show with every other. */
  public List<Clash> clashes() {
    List<Show> all = byTime.values().stream().flatMap(List::stream).toList();
    List<Clash> clashes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int k = i + 1; k < all.size(); k++) {
        Show a = all.get(i);
        Show b = all.get(k);
        if (a.overlaps(b)) {
          clashes.add(new Clash(a, b, "stage"));
        } else if (a.starts().equals(b.starts()) && a.artists().stream().anyMatch(b::features)) {
          clashes.add(new Clash(a, b, "artist"));
        }
      }
    }
    return clashes;
  }

  public Map<String, Long> showsByArtist() {
    return byTime.values().stream()
        .flatMap(List::stream)
        .flatMap(s -> s.artists().stream())
        .collect(Collectors.groupingBy(a -> a, TreeMap::new, Collectors.counting()));
  }

  /** The programme as the press gets it. */
  public String listing() {
    StringBuilder text = new StringBuilder();
    byTime.forEach(
        (when, shows) ->
            shows.stream()
                .sorted(Comparator.comparing(Show::stage))
                .forEach(
                    s ->
                        text.append(
                                String.format("%tF %<tR  %-12s %s%n", when, s.stage(), s.title()))
                            .append("    with ")
                            .append(String.join(", ", s.artists()))
                            .append('\n')));
    return text.toString();
  }
}
