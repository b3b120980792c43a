package dev.concur.rule;

import dev.concur.model.Severity;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns facets into findings: one scarce thing at one place of repair is one finding, whose primary
 * rule is the most specific. Safety defects stay alone.
 */
final class Merger {

  // A reader follows a few dozen steps; a lock taken in hundreds of places shows its heaviest.
  private static final int MOST_EVIDENCE = 50;

  private static final Comparator<Facet> BY_PLACE =
      Comparator.comparing(Facet::at).thenComparing(Facet::thing);

  private Merger() {}

  static List<Finding> merge(List<Facet> facets) {
    List<List<Facet>> defects =
        byThing(facets).values().stream()
            .map(group -> group.stream().sorted(Facet.BY_RANK).toList())
            .sorted(Comparator.comparing((List<Facet> group) -> group.get(0), BY_PLACE))
            .toList();
    Map<String, Integer> seen = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (List<Facet> defect : defects) {
      String identity = FindingId.identity(defect.get(0));
      findings.add(
          finding(defect, FindingId.hash(identity, seen.merge(identity, 1, Integer::sum))));
    }
    return findings;
  }

  private static Map<String, List<Facet>> byThing(List<Facet> facets) {
    Map<String, List<Facet>> groups = new TreeMap<>();
    for (Facet facet : facets) {
      String key = facet.rule().safety() ? facet.rule().id() + " " + facet.thing() : facet.thing();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(facet);
    }
    return groups;
  }

  private static Finding finding(List<Facet> defect, String id) {
    Facet primary = defect.get(0);
    return new Finding(
        id,
        primary.rule().id(),
        defect.stream().map(Facet::severity).max(Comparator.naturalOrder()).orElse(Severity.NOTE),
        primary.confidence(),
        primary.at(),
        primary.message(),
        evidence(defect),
        distinct(defect, facet -> Stream.of(facet.rule().id())),
        distinct(defect, facet -> facet.locks().stream()),
        primary.subject(),
        Optional.empty());
  }

  private static List<Spot> evidence(List<Facet> defect) {
    return defect.stream()
        .flatMap(facet -> facet.evidence().stream())
        .distinct()
        .limit(MOST_EVIDENCE)
        .toList();
  }

  private static List<String> distinct(List<Facet> defect, Function<Facet, Stream<String>> words) {
    return defect.stream().flatMap(words).distinct().toList();
  }
}
