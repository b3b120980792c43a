package dev.concur.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a program: its own classes at once, those of its libraries when asked for, and of
 * the JDK only who extends whom (JDK bodies are opaque; the catalogue speaks for them).
 */
public final class Facts {

  private final Collection<ClassFacts> ordered;
  private final Map<String, ClassFacts> roots;
  private final ClassSource source;
  private final List<ReadProblem> problems;
  private final Shelf shelf;
  private final Once once = new Once();
  private final Map<String, Optional<ClassFacts>> libraries = new ConcurrentHashMap<>();
  private final Map<String, List<String>> supertypes = new ConcurrentHashMap<>();
  private @Nullable Map<String, List<ClassFacts>> below;

  Facts(
      Map<String, ClassFacts> roots, ClassSource source, List<ReadProblem> problems, Shelf shelf) {
    this.ordered = List.copyOf(roots.values());
    this.roots = new HashMap<>(roots);
    this.source = source;
    this.problems = problems;
    this.shelf = shelf;
  }

  /** The classes of the scanned roots, ordered by name. */
  public Collection<ClassFacts> roots() {
    return ordered;
  }

  /** Whether a class belongs to the scanned roots. */
  public boolean isRoot(String name) {
    return roots.containsKey(name);
  }

  /**
   * A class of the roots or libraries with its bodies; empty for the JDK's and for missing ones.
   */
  public Optional<ClassFacts> find(String name) {
    ClassFacts root = roots.get(name);
    if (root != null) {
      return Optional.of(root);
    }
    Optional<ClassFacts> known = libraries.get(name);
    return known != null ? known : libraries.computeIfAbsent(name, this::library);
  }

  /** Whether the JDK that runs us has a class of this name. */
  public boolean inJdk(String name) {
    return JdkTypes.has(name);
  }

  /** Whether it is an interface of the JDK that is marked as functional. */
  public boolean isFunctionalInJdk(String name) {
    return JdkTypes.functional(name);
  }

  /** Whether a class is neither in the roots, nor in the libraries, nor in the JDK. */
  public boolean missing(String name) {
    return find(name).isEmpty() && !inJdk(name);
  }

  /** All supertypes of a class, nearest first, without itself. */
  public List<String> supertypes(String name) {
    List<String> known = supertypes.get(name);
    if (known == null) {
      known = List.copyOf(collectSupertypes(name));
      supertypes.put(name, known);
    }
    return known;
  }

  /** The classes of the roots that extend or implement a type, ordered by name. */
  public List<ClassFacts> rootsBelow(String type) {
    return below().getOrDefault(type, List.of());
  }

  private synchronized Map<String, List<ClassFacts>> below() {
    if (below == null) {
      below = new HashMap<>();
      for (ClassFacts root : ordered) {
        for (String parent : supertypes(root.name())) {
          below.computeIfAbsent(parent, name -> new ArrayList<>(1)).add(root);
        }
      }
    }
    return below;
  }

  /** What could not be read. */
  public List<ReadProblem> problems() {
    return List.copyOf(problems);
  }

  private Optional<ClassFacts> library(String name) {
    if (JdkTypes.has(name)) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = source.library(name);
    try {
      return bytes
          .map(file -> ClassFactsReader.read(file, once, shelf))
          .filter(facts -> facts.name().equals(name));
    } catch (UnreadableClass damaged) {
      problems.add(new ReadProblem(name, damaged.why()));
      return Optional.empty();
    }
  }

  private Set<String> collectSupertypes(String name) {
    Set<String> found = new LinkedHashSet<>();
    List<String> level = List.of(name);
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (String type : level) {
        for (String parent : parents(type)) {
          if (!parent.isEmpty() && found.add(parent)) {
            next.add(parent);
          }
        }
      }
      level = next;
    }
    found.remove(name);
    return found;
  }

  /** Direct supertypes, superclass first. */
  public List<String> parents(String name) {
    Optional<ClassFacts> facts = find(name);
    if (facts.isEmpty()) {
      return JdkTypes.parents(name);
    }
    List<String> parents = new ArrayList<>();
    if (!facts.get().superName().isEmpty()) {
      parents.add(facts.get().superName());
    }
    parents.addAll(facts.get().interfaces());
    return parents;
  }
}
