package dev.concur.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Who extends whom in the JDK that runs us, read from its class files without loading them. */
final class JdkTypes {

  private static final Map<String, List<String>> PARENTS = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> FUNCTIONAL = new ConcurrentHashMap<>();
  private static final List<String> ABSENT = List.of("absent");

  /** Looking for a class of any other package takes as long as reading one. */
  private static final Set<String> PACKAGES =
      ModuleLayer.boot().modules().stream()
          .flatMap(module -> module.getPackages().stream())
          .collect(Collectors.toUnmodifiableSet());

  private JdkTypes() {}

  static boolean has(String name) {
    return lookup(name) != ABSENT;
  }

  /** Direct supertypes, superclass first; none for a class the JDK does not have. */
  static List<String> parents(String name) {
    List<String> found = lookup(name);
    return found == ABSENT ? List.of() : found;
  }

  /** Whether it is marked as a functional interface. */
  static boolean functional(String name) {
    return FUNCTIONAL.computeIfAbsent(name, JdkTypes::marked);
  }

  private static boolean marked(String name) {
    try (InputStream in = open(name)) {
      if (in == null) {
        return false;
      }
      boolean[] marked = {false};
      new ClassReader(in)
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(
                    String descriptor, boolean visible) {
                  marked[0] |= descriptor.equals("Ljava/lang/FunctionalInterface;");
                  return null;
                }
              },
              ClassReader.SKIP_CODE);
      return marked[0];
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static @Nullable InputStream open(String name) {
    if (!PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
      return null;
    }
    String resource = name.replace('.', '/') + ".class";
    return ClassLoader.getPlatformClassLoader().getResourceAsStream(resource);
  }

  private static List<String> lookup(String name) {
    List<String> known = PARENTS.get(name);
    if (known == null) {
      known = read(name);
      PARENTS.put(name, known);
    }
    return known;
  }

  private static List<String> read(String name) {
    try (InputStream in = open(name)) {
      if (in == null) {
        return ABSENT;
      }
      ClassReader reader = new ClassReader(in);
      List<String> parents = new ArrayList<>();
      if (reader.getSuperName() != null) {
        parents.add(reader.getSuperName().replace('/', '.'));
      }
      for (String type : reader.getInterfaces()) {
        parents.add(type.replace('/', '.'));
      }
      return List.copyOf(parents);
    } catch (IOException | IllegalArgumentException unreadable) {
      return ABSENT;
    }
  }
}
