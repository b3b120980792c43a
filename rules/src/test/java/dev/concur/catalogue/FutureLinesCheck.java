package dev.concur.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.model.MethodRef;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs in the profile {@code catalogue-libraries}: what hands back a future starts, whatever a line
 * for all overloads says that its blocking twin waits.
 */
class FutureLinesCheck {

  /** A line for a method of a plain type. */
  private static final Pattern LINE = Pattern.compile("([\\w.$]+)\\.[\\w*]+(?:\\(\\S*\\))?\\s.*");

  private final ClassLoader loader = getClass().getClassLoader();

  @Test
  void no_line_makes_a_method_wait_that_hands_back_a_future() {
    Set<String> types = new TreeSet<>();
    Bundled.files().stream()
        .filter(file -> file.name().startsWith("lib-"))
        .flatMap(file -> file.text().lines())
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .forEach(line -> types.add(line.group(1)));
    List<String> waiting = new ArrayList<>();
    int futures = 0;
    for (String type : types) {
      for (Method method : methods(type)) {
        if (later(method.getReturnType()) && !method.isBridge()) {
          futures++;
          if (waits(type, method)) {
            waiting.add(type + "." + method.getName() + descriptor(method));
          }
        }
      }
    }
    assertEquals(List.of(), waiting);
    assertTrue(futures > 500, "only " + futures + " were checked");
  }

  private boolean waits(String type, Method method) {
    MethodRef ref = new MethodRef(type, method.getName(), descriptor(method));
    return Catalogue.bundled().effectsOf(ref, this::supertypes).all().stream()
        .anyMatch(Effect.Waits.class::isInstance);
  }

  private List<Method> methods(String type) {
    try {
      return Arrays.asList(Class.forName(type, false, loader).getMethods());
    } catch (ClassNotFoundException | LinkageError e) {
      // That a type is there is another check's concern; optional parts of libraries are not.
      return List.of();
    }
  }

  private static boolean later(Class<?> type) {
    return Future.class.isAssignableFrom(type) || CompletionStage.class.isAssignableFrom(type);
  }

  private static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private List<String> supertypes(String type) {
    Set<String> found = new TreeSet<>();
    try {
      above(Class.forName(type, false, loader), found);
    } catch (ClassNotFoundException | LinkageError e) {
      found.clear();
    }
    return List.copyOf(found);
  }

  private static void above(Class<?> type, Set<String> found) {
    List<Class<?>> parents = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      parents.add(type.getSuperclass());
    }
    for (Class<?> parent : parents) {
      if (found.add(parent.getName())) {
        above(parent, found);
      }
    }
  }
}
