package dev.concur.catalogue;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Values by signature. The nearest type with a line wins; on one type later texts win over earlier
 * ones, then what says more, then the later line.
 */
final class SignatureIndex<T> {
  // More types than a large application has; beyond it they are looked up anew.
  private static final int TYPES_KEPT = 100_000;

  record Line<T>(Signature signature, T value, int tier, Source source) {
    static final Comparator<Line<?>> BEST_FIRST =
        Comparator.comparing((Line<?> line) -> line.tier())
            .reversed()
            .thenComparing(Line::signature, Signature.MOST_SPECIFIC_FIRST)
            .thenComparing(line -> -line.source().line());

    /** The same line with another value. */
    <U> Line<U> with(U other) {
      return new Line<>(signature, other, tier, source);
    }
  }

  record Found<T>(Line<T> line, boolean inherited) {}

  private final List<Line<T>> lines;
  private final Map<String, List<Line<T>>> byOwner = new HashMap<>();
  private final Map<String, List<Line<T>>> byOwnerPattern = new HashMap<>();

  /** Of the types that were asked for, where patterns have to be tried. */
  private final Map<String, List<Line<T>>> known = new ConcurrentHashMap<>();

  SignatureIndex(List<Line<T>> lines) {
    this.lines = List.copyOf(lines);
    for (Line<T> line : lines) {
      Glob owner = line.signature().owner();
      if (owner.exact()) {
        byOwner.computeIfAbsent(owner.text(), key -> new ArrayList<>()).add(line);
      } else {
        byOwnerPattern
            .computeIfAbsent(family(literalStart(owner)), key -> new ArrayList<>())
            .add(line);
      }
    }
    byOwner.values().forEach(own -> own.sort(Line.BEST_FIRST));
  }

  List<Line<T>> lines() {
    return lines;
  }

  Optional<Found<T>> find(MethodRef method, Hierarchy hierarchy) {
    Optional<Line<T>> own = on(method.owner(), method);
    if (own.isPresent() || method.constructor()) {
      return own.map(line -> new Found<>(line, false));
    }
    for (String type : hierarchy.supertypes(method.owner())) {
      Optional<Line<T>> line = on(type, method);
      if (line.isPresent()) {
        return line.map(found -> new Found<>(found, true));
      }
    }
    return Optional.empty();
  }

  private Optional<Line<T>> on(String type, MethodRef method) {
    for (Line<T> line : of(type)) {
      if (line.signature().matches(method.name(), method.descriptor())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private List<Line<T>> of(String type) {
    if (byOwnerPattern.isEmpty()) {
      return byOwner.getOrDefault(type, List.of());
    }
    List<Line<T>> found = known.get(type);
    if (found == null) {
      found = gather(type);
      if (known.size() < TYPES_KEPT) {
        known.put(type, found);
      }
    }
    return found;
  }

  private List<Line<T>> gather(String type) {
    List<Line<T>> exact = byOwner.getOrDefault(type, List.of());
    List<Line<T>> patterns =
        Stream.of(family(type), "")
            .flatMap(family -> byOwnerPattern.getOrDefault(family, List.of()).stream())
            .filter(line -> line.signature().owner().matches(type))
            .toList();
    return patterns.isEmpty()
        ? exact
        : Stream.concat(exact.stream(), patterns.stream()).sorted(Line.BEST_FIRST).toList();
  }

  private static String literalStart(Glob owner) {
    return owner.text().substring(0, owner.text().indexOf('*'));
  }

  // The first two parts of a name, such as com.amazonaws: few types share them with a pattern.
  private static String family(String name) {
    int second = name.indexOf('.', name.indexOf('.') + 1);
    return second < 0 ? "" : name.substring(0, second);
  }
}
