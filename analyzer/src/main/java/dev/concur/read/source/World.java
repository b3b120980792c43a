package dev.concur.read.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Every class that can be looked up: those of the sources at hand, then class files. */
final class World {

  private final Function<String, Optional<byte[]>> classFiles;
  private final Map<String, Optional<ClassType>> known = new HashMap<>();

  World(Function<String, Optional<byte[]>> classFiles) {
    this.classFiles = classFiles;
  }

  void add(ClassType type) {
    known.put(type.name(), Optional.of(type));
  }

  Optional<ClassType> find(String name) {
    Optional<ClassType> found = known.get(name);
    if (found == null) {
      found = name.isEmpty() || name.equals("?") ? Optional.empty() : read(name);
      known.put(name, found);
    }
    return found;
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<ClassType> read(String name) {
    try {
      return classFiles.apply(name).map(ClassFileTypes::read).filter(t -> t.name().equals(name));
    } catch (RuntimeException damaged) {
      return Optional.empty(); // It is then as if it were missing, and said to be.
    }
  }

  /** A type and all above it, nearest first, type arguments handed up. */
  List<JType> lineage(JType type) {
    Map<String, JType> found = new LinkedHashMap<>();
    collect(type.bound(), found);
    if (!type.isPrimitive()) {
      found.putIfAbsent("java.lang.Object", JType.OBJECT);
    }
    return List.copyOf(found.values());
  }

  private void collect(JType type, Map<String, JType> found) {
    if (type.isArray() || found.putIfAbsent(type.name(), type) != null) {
      return;
    }
    find(type.name())
        .ifPresent(
            known -> {
              Map<String, JType> bindings = bindings(known, type);
              known.parents().forEach(parent -> collect(parent.with(bindings), found));
            });
  }

  /** Arguments of a type by the names of its class's variables; raw ones stay open. */
  static Map<String, JType> bindings(ClassType known, JType type) {
    Map<String, JType> bindings = new HashMap<>();
    for (int i = 0; i < known.variables().size() && i < type.arguments().size(); i++) {
      bindings.put("'" + known.variables().get(i), type.arguments().get(i));
    }
    return bindings;
  }

  boolean isSubtype(JType type, JType of) {
    if (of.is(JType.OBJECT)) {
      return !type.isPrimitive();
    }
    if (type.isArray() || of.isArray()) {
      return type.bound().is(of.bound());
    }
    return lineage(type).stream().anyMatch(each -> each.name().equals(of.bound().name()));
  }

  /** Whether all classes above a type can be looked up, so that what is not found is not there. */
  boolean isWhole(JType type) {
    return lineage(type).stream().allMatch(each -> has(each.name()));
  }

  Optional<ClassType.Field> field(JType type, String name) {
    for (JType each : lineage(type)) {
      Optional<ClassType> known = find(each.name());
      ClassType.Field field = known.map(t -> t.fields().get(name)).orElse(null);
      if (field != null) {
        return Optional.of(field.seenAs(field.type().with(bindings(known.get(), each))));
      }
    }
    return Optional.empty();
  }

  /** Methods of this name that a type has or inherits, nearest first, overridden ones left out. */
  List<ClassType.Method> methods(JType type, String name) {
    List<ClassType.Method> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JType each : lineage(type)) {
      Optional<ClassType> known = find(each.name());
      if (known.isEmpty()) {
        continue;
      }
      Map<String, JType> bindings = bindings(known.get(), each);
      for (ClassType.Method method : known.get().methods()) {
        if (method.name().equals(name)
            && seen.add(ClassType.descriptor(method.parameters(), JType.VOID))) {
          found.add(method.with(bindings));
        }
      }
      if (name.equals("<init>")) {
        return found;
      }
    }
    return found;
  }

  /** A class that is a member of a type or of one above it. */
  Optional<String> memberType(String owner, String simpleName) {
    for (JType each : lineage(JType.of(owner))) {
      String name = each.name() + "$" + simpleName;
      if (has(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The one method that a lambda of this type implements. */
  Optional<ClassType.Method> functional(JType type) {
    Optional<ClassType> known = find(type.bound().name());
    if (known.isEmpty() || !known.get().isInterface() || type.isArray()) {
      return Optional.empty();
    }
    List<ClassType.Method> found = new ArrayList<>();
    Set<String> implemented = new HashSet<>(Set.of("equals", "hashCode", "toString"));
    for (JType each : lineage(type)) {
      find(each.name())
          .ifPresent(
              at -> {
                Map<String, JType> bindings = bindings(at, each);
                for (ClassType.Method method : at.methods()) {
                  if (method.isAbstract() && !implemented.contains(method.name())) {
                    found.add(method.with(bindings));
                    implemented.add(method.name());
                  } else if (!method.isStatic()) {
                    implemented.add(method.name());
                  }
                }
              });
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
