package dev.concur.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/** Who extends whom in the JDK that runs us, read from its class files without loading them. */
final class JdkTypes {

  private static final Map<String, List<String>> PARENTS = new ConcurrentHashMap<>();
  private static final List<String> ABSENT = List.of("absent");

  private JdkTypes() {}

  static boolean has(String name) {
    return lookup(name) != ABSENT;
  }

  /** Direct supertypes, superclass first; none for a class the JDK does not have. */
  static List<String> parents(String name) {
    List<String> found = lookup(name);
    return found == ABSENT ? List.of() : found;
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
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(resource)) {
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
