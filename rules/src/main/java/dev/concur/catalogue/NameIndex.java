package dev.concur.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values by the name of a type or annotation; exact names win over patterns, later lines over
 * earlier ones.
 */
final class NameIndex<T> {

  record Line<T>(Glob name, T value, Source source) {}

  private final List<Line<T>> lines;
  private final Map<String, T> exact = new HashMap<>();
  private final List<Line<T>> patterns = new ArrayList<>();

  /** Lines in rising priority. */
  NameIndex(List<Line<T>> lines) {
    this.lines = List.copyOf(lines);
    for (Line<T> line : lines) {
      if (line.name().exact()) {
        exact.put(line.name().text(), line.value());
      } else {
        patterns.add(0, line);
      }
    }
  }

  List<Line<T>> lines() {
    return lines;
  }

  Optional<T> find(String name) {
    T value = exact.get(name);
    if (value != null) {
      return Optional.of(value);
    }
    return patterns.stream()
        .filter(line -> line.name().matches(name))
        .<T>map(Line::value)
        .findFirst();
  }

  /** The value of the first of these names that has one. */
  Optional<T> findFirst(List<String> names) {
    return names.stream().flatMap(name -> find(name).stream()).findFirst();
  }

  /** The value of the type itself or of its nearest supertype that has one. */
  Optional<T> find(String type, Hierarchy hierarchy) {
    Optional<T> own = find(type);
    return own.isPresent() ? own : findFirst(hierarchy.supertypes(type));
  }
}
