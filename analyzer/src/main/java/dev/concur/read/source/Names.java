package dev.concur.read.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names of types mean at one place of a source. */
final class Names {

  private final World world;
  private final CompilationUnit unit;
  private final String packagePrefix;
  private final String enclosing;
  private final Map<String, JType> visible;

  private Names(
      World world,
      CompilationUnit unit,
      String packagePrefix,
      String enclosing,
      Map<String, JType> visible) {
    this.world = world;
    this.unit = unit;
    this.packagePrefix = packagePrefix;
    this.enclosing = enclosing;
    this.visible = visible;
  }

  static Names of(World world, CompilationUnit unit) {
    String prefix = unit.getPackageDeclaration().map(p -> p.getNameAsString() + ".").orElse("");
    return new Names(world, unit, prefix, "", Map.of());
  }

  String packagePrefix() {
    return packagePrefix;
  }

  /** The same names inside a class. */
  Names in(String className) {
    return new Names(world, unit, packagePrefix, className, visible);
  }

  /** The same names with a local class or a type variable more. */
  Names with(String simpleName, JType meaning) {
    Map<String, JType> more = new LinkedHashMap<>(visible);
    more.put(simpleName, meaning);
    return new Names(world, unit, packagePrefix, enclosing, more);
  }

  /** The same names with type variables. */
  Names with(NodeList<TypeParameter> variables) {
    Names names = this;
    for (TypeParameter each : variables) {
      names =
          names.with(each.getNameAsString(), JType.variable(each.getNameAsString(), JType.OBJECT));
    }
    for (TypeParameter each : variables) {
      if (!each.getTypeBound().isEmpty()) {
        JType bound = JType.of(names.type(each.getTypeBound().get(0)).bound().name());
        names = names.with(each.getNameAsString(), JType.variable(each.getNameAsString(), bound));
      }
    }
    return names;
  }

  JType type(Type type) {
    if (type instanceof PrimitiveType primitive) {
      return JType.of(primitive.asString());
    }
    if (type instanceof ArrayType array) {
      return type(array.getComponentType()).array(1);
    }
    if (type instanceof ClassOrInterfaceType named) {
      return named(named);
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .or(wildcard::getSuperType)
          .map(this::type)
          .orElse(JType.OBJECT);
    }
    if (type instanceof UnionType union) {
      return type(union.getElements().get(0));
    }
    if (type instanceof IntersectionType intersection) {
      return type(intersection.getElements().get(0));
    }
    return type.isVoidType() ? JType.VOID : JType.UNKNOWN;
  }

  private JType named(ClassOrInterfaceType type) {
    List<JType> arguments = new ArrayList<>();
    type.getTypeArguments().ifPresent(given -> given.forEach(each -> arguments.add(type(each))));
    JType found = type.getScope().isEmpty() ? simple(type.getNameAsString()) : qualified(type);
    return found.isVariable() ? found : JType.of(found.name(), arguments);
  }

  private JType qualified(ClassOrInterfaceType type) {
    return JType.of(qualified(type.getNameWithScope()));
  }

  /** Binary name behind {@code Map.Entry} or {@code java.util.Map.Entry}. */
  private String qualified(String dotted) {
    String[] steps = dotted.split("\\.");
    Optional<String> first = known(steps[0]);
    if (first.isPresent() || Character.isUpperCase(steps[0].charAt(0))) {
      String name = first.orElseGet(() -> missing(steps[0]));
      for (int i = 1; i < steps.length; i++) {
        String step = steps[i];
        String owner = name;
        name = world.memberType(owner, step).orElse(owner + "$" + step);
      }
      return name;
    }
    return binary(dotted);
  }

  /** Binary name of a fully qualified one: a class inside a class has a dollar. */
  private String binary(String dotted) {
    String name = dotted;
    for (int dot = dotted.length(); dot > 0 && !world.has(name); ) {
      dot = name.lastIndexOf('.', dot - 1);
      if (dot > 0) {
        name = name.substring(0, dot) + '$' + name.substring(dot + 1);
      }
    }
    return world.has(name) ? name : byCase(dotted);
  }

  /** Of a class nobody has: what stands behind a capital is inside. */
  private static String byCase(String dotted) {
    StringBuilder name = new StringBuilder();
    boolean inside = false;
    for (String step : dotted.split("\\.")) {
      if (!name.isEmpty()) {
        name.append(inside ? '$' : '.');
      }
      name.append(step);
      inside |= Character.isUpperCase(step.charAt(0));
    }
    return name.toString();
  }

  JType simple(String name) {
    JType seen = visible.get(name);
    return seen != null ? seen : JType.of(known(name).orElseGet(() -> missing(name)));
  }

  /** Whether a name means a type, so far as can be seen. */
  Optional<JType> ifType(String name) {
    JType seen = visible.get(name);
    if (seen != null) {
      return Optional.of(seen);
    }
    Optional<String> known = known(name);
    if (known.isPresent()) {
      return known.map(JType::of);
    }
    return Character.isUpperCase(name.charAt(0))
            && !name.equals(name.toUpperCase(java.util.Locale.ROOT))
        ? Optional.of(JType.of(missing(name)))
        : Optional.empty();
  }

  /** A class named in full, such as {@code java.util.List}, if there is one. */
  Optional<JType> inFull(String dotted) {
    return Optional.of(binary(dotted)).filter(world::has).map(JType::of);
  }

  private Optional<String> known(String name) {
    JType seen = visible.get(name);
    if (seen != null) {
      return Optional.of(seen.bound().name());
    }
    for (String at = enclosing; !at.isEmpty(); at = outer(at)) {
      if (at.equals(name) || at.endsWith("." + name) || at.endsWith("$" + name)) {
        return Optional.of(at);
      }
      Optional<String> member = world.memberType(at, name);
      if (member.isPresent()) {
        return member;
      }
    }
    for (TypeDeclaration<?> each : unit.getTypes()) {
      if (each.getNameAsString().equals(name)) {
        return Optional.of(packagePrefix + name);
      }
    }
    return imported(name).or(() -> inReach(name));
  }

  private static String outer(String name) {
    int dollar = name.lastIndexOf('$');
    return dollar < 0 ? "" : name.substring(0, dollar);
  }

  private Optional<String> imported(String name) {
    for (ImportDeclaration each : unit.getImports()) {
      if (!each.isAsterisk() && each.getName().getIdentifier().equals(name)) {
        String binary = binary(each.getNameAsString());
        if (!each.isStatic() || world.has(binary)) {
          return Optional.of(binary);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inReach(String name) {
    List<String> places = new ArrayList<>(List.of(packagePrefix, "java.lang."));
    for (ImportDeclaration each : unit.getImports()) {
      if (each.isAsterisk()) {
        places.add(each.getNameAsString() + ".");
      }
    }
    return places.stream().map(place -> binary(place + name)).filter(world::has).findFirst();
  }

  /** Where a class would be that cannot be looked up: behind the only star, or in this package. */
  private String missing(String name) {
    List<String> stars =
        unit.getImports().stream()
            .filter(each -> each.isAsterisk() && !each.isStatic())
            .map(ImportDeclaration::getNameAsString)
            .filter(each -> !each.startsWith("java."))
            .toList();
    return stars.size() == 1 ? byCase(stars.get(0) + "." + name) : packagePrefix + name;
  }

  /** Classes whose static members are imported: all of them, or those of this name. */
  List<JType> staticImports(String member) {
    Map<String, JType> found = new HashMap<>();
    List<JType> ordered = new ArrayList<>();
    for (ImportDeclaration each : unit.getImports()) {
      if (!each.isStatic()) {
        continue;
      }
      String full = each.getNameAsString();
      String type =
          each.isAsterisk() ? full : full.substring(0, Math.max(0, full.lastIndexOf('.')));
      boolean fits = each.isAsterisk() || each.getName().getIdentifier().equals(member);
      if (fits && found.putIfAbsent(type, JType.of(binary(type))) == null) {
        ordered.add(JType.of(binary(type)));
      }
    }
    return ordered;
  }

  /** The class whose member of this name is imported by that name. */
  Optional<JType> staticImport(String member) {
    return unit.getImports().stream()
        .filter(each -> each.isStatic() && !each.isAsterisk())
        .filter(each -> each.getName().getIdentifier().equals(member))
        .map(each -> each.getName().getQualifier().map(q -> q.asString()).orElse(""))
        .map(each -> JType.of(binary(each)))
        .findFirst();
  }
}
