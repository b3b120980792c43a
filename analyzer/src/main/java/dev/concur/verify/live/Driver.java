package dev.concur.verify.live;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A method of the user's that runs one task: a fixture, or a JUnit test. What a test does before
 * each is done once, before the first task.
 */
final class Driver {

  private static final Set<String> BEFORE =
      Set.of("Lorg/junit/Before;", "Lorg/junit/jupiter/api/BeforeEach;");

  private Driver() {}

  /** The method that {@code class#method} names. */
  static Method method(String driver, ClassLoader loader)
      throws ReflectiveOperationException, CannotMake {
    int hash = driver.indexOf('#');
    if (hash < 1) {
      throw new CannotMake("the fixture must name class#method, not " + driver);
    }
    Class<?> type = Class.forName(driver.substring(0, hash), true, loader);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(driver.substring(hash + 1)))
        .filter(each -> each.getParameterCount() == 0)
        .findFirst()
        .orElseThrow(
            () -> new CannotMake("the fixture " + driver + " is no method without parameters"));
  }

  /** The object to call it on, made ready; null for a static one. */
  static @Nullable Object receiver(Method method) throws ReflectiveOperationException, IOException {
    if (Modifier.isStatic(method.getModifiers())) {
      return null;
    }
    Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    Object receiver = constructor.newInstance();
    Deque<Class<?>> types = new ArrayDeque<>();
    for (Class<?> type = receiver.getClass();
        type.getClassLoader() != null;
        type = type.getSuperclass()) {
      types.push(type);
    }
    for (Class<?> type : types) {
      Set<String> names = before(type);
      for (Method each : type.getDeclaredMethods()) {
        if (names.contains(each.getName()) && each.getParameterCount() == 0) {
          each.setAccessible(true);
          each.invoke(receiver);
        }
      }
    }
    return receiver;
  }

  /** By the class file, since the annotation itself need not be on the class path. */
  private static Set<String> before(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    Set<String> names = new HashSet<>();
    try (InputStream in = type.getResourceAsStream(file)) {
      if (in == null) {
        return names;
      }
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
      for (MethodNode method : node.methods) {
        if (method.visibleAnnotations != null
            && method.visibleAnnotations.stream().anyMatch(each -> BEFORE.contains(each.desc))) {
          names.add(method.name);
        }
      }
    }
    return names;
  }
}
