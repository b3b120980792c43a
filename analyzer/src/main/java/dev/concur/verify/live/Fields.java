package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives values to what a constructor left null: by its setter where there is one, since that is
 * what callers of the class have to do before they can use it, else directly.
 */
final class Fields {

  /** Shorter words are no names of fields worth looking for. */
  private static final int SHORTEST_NAME = 3;

  /** Objects deeper than this are left as they were made. */
  private static final int DEEPEST = 4;

  private final Set<String> fill;
  private final ClassLoader loader;

  /**
   * A filler.
   *
   * @param fill which fields, by name in lower case
   * @param loader of the classes whose objects are filled
   */
  Fields(Set<String> fill, ClassLoader loader) {
    this.fill = fill;
    this.loader = loader;
  }

  /** Names that a problem speaks of: a field that is null is mostly named there, or its getter. */
  static Set<String> namedIn(String problem) {
    Set<String> names = new TreeSet<>();
    for (String word : problem.split("\\W+")) {
      String name = word.replaceFirst("^(?:get|set|is)(?=[A-Z])", "");
      if (name.length() >= SHORTEST_NAME) {
        names.add(name.toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Makes what a method is called with. */
  interface Arguments {
    Object[] of(Method method, int depth) throws CannotMake;
  }

  /** Makes what a field is to have. */
  interface Values {
    Object of(Type type, String name, int depth) throws CannotMake;
  }

  /**
   * The same object, after the methods that are to bring it into a state (see {@link Guards}) were
   * called on it, as far as they return.
   */
  Object prepared(Object made, Arguments arguments, int depth) {
    for (String word : depth > DEEPEST ? Set.<String>of() : new TreeSet<>(fill)) {
      if (Guards.isMethod(word)) {
        prepare(made, Guards.parse(word), arguments, depth);
      }
    }
    return made;
  }

  private static void prepare(Object made, MethodRef by, Arguments arguments, int depth) {
    for (Class<?> type = made.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(by.owner())) {
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(by.name()))
            .filter(method -> descriptorOf(method).equals(by.descriptor()))
            .forEach(method -> call(method, made, arguments, depth));
      }
    }
  }

  private static void call(Method method, Object made, Arguments arguments, int depth) {
    try {
      method.setAccessible(true);
      method.invoke(made, arguments.of(method, depth));
    } catch (CannotMake | InvocationTargetException refused) {
      // It stays in the state in which its class left it.
    } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
      // The same.
    }
  }

  private static String descriptorOf(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  /** The same object, with the named fields of the user's classes filled where they were null. */
  Object filled(Object made, Values values, int depth) {
    for (Class<?> type = made.getClass();
        !fill.isEmpty() && depth <= DEEPEST && type != null && type.getClassLoader() == loader;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (fill.contains(field.getName().toLowerCase(Locale.ROOT))
            || fill.contains(LiveSettings.ALL)) {
          fill(made, field, values, depth);
        }
      }
    }
    return made;
  }

  private static void fill(Object made, Field field, Values values, int depth) {
    if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
      return;
    }
    try {
      field.setAccessible(true);
      if (field.get(made) != null) {
        return;
      }
      Optional<Method> setter = setter(made.getClass(), field);
      if (setter.isPresent()) {
        Type type = setter.get().getGenericParameterTypes()[0];
        setter.get().invoke(made, values.of(type, field.getName(), depth));
      } else if (!Modifier.isTransient(field.getModifiers())) {
        field.set(made, values.of(field.getGenericType(), field.getName(), depth));
      }
    } catch (CannotMake | InvocationTargetException refused) {
      // It stays null, as its class left it.
    } catch (ReflectiveOperationException | RuntimeException | LinkageError closed) {
      // The same.
    }
  }

  private static Optional<Method> setter(Class<?> type, Field field) {
    String name = "set" + field.getName().substring(0, 1).toUpperCase(Locale.ROOT);
    String full = name + field.getName().substring(1);
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(full) && method.getParameterCount() == 1)
        .min(java.util.Comparator.comparing(Method::toString));
  }
}
