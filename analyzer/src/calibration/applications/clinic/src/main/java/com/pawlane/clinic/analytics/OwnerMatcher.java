package com.pawlane.clinic.analytics;

import com.pawlane.clinic.model.Owner;
import com.pawlane.clinic.util.Phonetics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds owners that were entered twice. */
public final class OwnerMatcher {
  public record Pair(Owner first, Owner second, int distance) {}

  public List<Pair> duplicates(List<Owner> owners) {
    Map<String, List<Owner>> blocks =
        owners.stream().collect(Collectors.groupingBy(o -> Phonetics.soundex(o.lastName())));
    return blocks.values().stream().flatMap(this::close).toList();
  }

  /** Lazy: nothing is compared before somebody reads the stream. */
  public Stream<Pair> similarTo(Owner owner, List<Owner> others) {
    return others.stream()
        .map(
            other ->
                new Pair(
                    owner, other, Phonetics.distance(owner.displayName(), other.displayName())))
        .filter(pair -> pair.distance() < 4);
  }

  private Stream<Pair> close(List<Owner> block) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      for (int j = i + 1; j < block.size(); j++) {
        int d = Phonetics.distance(block.get(i).displayName(), block.get(j).displayName());
        if (d < 3) {
          pairs.add(new Pair(block.get(i), block.get(j), d));
        }
      }
    }
    return pairs.stream();
  }
}
