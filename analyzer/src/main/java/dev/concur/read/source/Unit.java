package dev.concur.read.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.ClassNode;

/** One source file on its way into class files. */
final class Unit {

  private final String file;
  private final CompilationUnit tree;
  private final World world;
  private final Map<String, byte[]> made = new LinkedHashMap<>();
  private final Map<String, EnumDeclaration> enums = new HashMap<>();
  private final Map<String, ClassMaker> inner = new HashMap<>();
  private final Map<String, List<String>> captures = new HashMap<>();

  Unit(String file, CompilationUnit tree, World world) {
    this.file = file;
    this.tree = tree;
    this.world = world;
  }

  World world() {
    return world;
  }

  String file() {
    return file;
  }

  /** Adds names, then parents, then members of all its classes to the world, a pass each. */
  void declare(int pass) {
    Names names = Names.of(world, tree);
    for (TypeDeclaration<?> each : tree.getTypes()) {
      declare(pass, names.packagePrefix() + each.getNameAsString(), each, names);
    }
  }

  void declare(int pass, String name, TypeDeclaration<?> type, Names around) {
    Names names = around.with(SourceTypes.variables(type)).in(name);
    world.add(
        switch (pass) {
          case 0 -> SourceTypes.named(name, type);
          case 1 -> SourceTypes.parented(name, type, names);
          default -> SourceTypes.full(name, type, names);
        });
    type.getMembers().stream()
        .filter(each -> each instanceof TypeDeclaration<?>)
        .map(each -> (TypeDeclaration<?>) each)
        .forEach(each -> declare(pass, name + "$" + each.getNameAsString(), each, names));
  }

  /** All class files of this source, by binary name. */
  Map<String, byte[]> make() {
    Names names = Names.of(world, tree);
    for (TypeDeclaration<?> each : tree.getTypes()) {
      begin(names.packagePrefix() + each.getNameAsString(), each, names, Optional.empty(), true)
          .make();
    }
    return made;
  }

  /** Begins a class that has a name; its outer class makes it. */
  ClassMaker begin(
      String name,
      TypeDeclaration<?> type,
      Names names,
      Optional<ClassMaker> outer,
      boolean inStatic) {
    if (type instanceof EnumDeclaration constants) {
      enums.put(name, constants);
    }
    ClassMaker begun = ClassMaker.of(this, name, type, names, outer, inStatic);
    if (!begun.isStatic) {
      outer.ifPresent(each -> inner.put(name, each));
    }
    return begun;
  }

  /** The class in whose instances those of a class of this source are made. */
  Optional<ClassMaker> innerOf(String name) {
    return Optional.ofNullable(inner.get(name));
  }

  Optional<EnumDeclaration> enumOf(String name) {
    return Optional.ofNullable(enums.get(name));
  }

  void captures(String className, Set<String> variables) {
    captures.put(className, List.copyOf(variables));
  }

  void made(ClassNode node) {
    made.put(node.name.replace('/', '.'), ClassMaker.bytes(node));
  }

  /** Local variables that a local class of this source is handed with each instance. */
  List<String> capturedBy(String className) {
    return captures.getOrDefault(className, List.of());
  }
}
