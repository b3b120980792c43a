package dev.concur.verify.live;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways in which objects of a class are made: constants, factories, constructors, builders. */
final class Ways {

  private final Maker maker;

  Ways(Maker maker) {
    this.maker = maker;
  }

  /** One way of making an object. */
  interface Way {
    @Nullable Object make(int depth) throws ReflectiveOperationException, CannotMake;
  }

  /** The ways that a class offers, the likelier ones first. */
  List<Way> of(Class<?> raw) {
    List<Way> ways = new ArrayList<>();
    for (Field field : raw.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && raw.isAssignableFrom(field.getType())) {
        ways.add(depth -> accessible(field).get(null));
      }
    }
    Arrays.stream(raw.getDeclaredMethods())
        .filter(method -> isFactory(method, raw))
        .sorted(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString))
        .forEach(method -> ways.add(depth -> factory(method, depth)));
    if (!Modifier.isAbstract(raw.getModifiers())) {
      Arrays.stream(raw.getDeclaredConstructors())
          .sorted(
              Comparator.<Constructor<?>>comparingInt(
                      each -> Modifier.isPublic(each.getModifiers()) ? 0 : 1)
                  .thenComparingInt(Constructor::getParameterCount)
                  .thenComparing(Constructor::toString))
          .forEach(constructor -> ways.add(depth -> construct(constructor, depth)));
    }
    Arrays.stream(raw.getDeclaredMethods())
        .filter(Ways::isBuilder)
        .sorted(Comparator.comparing(Method::toString))
        .forEach(method -> ways.add(depth -> build(method, raw)));
    if (raw.getEnclosingClass() != null && !Modifier.isStatic(raw.getModifiers())) {
      ways.add(0, ways.remove(ways.size() - 1));
    }
    return ways;
  }

  private static boolean isFactory(Method method, Class<?> raw) {
    return Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(method.getModifiers())
        && raw.isAssignableFrom(method.getReturnType())
        && Arrays.stream(method.getParameterTypes()).noneMatch(type -> type == raw);
  }

  private static boolean isBuilder(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && (method.getName().equals("builder") || method.getName().equals("newBuilder"));
  }

  private @Nullable Object factory(Method method, int depth)
      throws ReflectiveOperationException, CannotMake {
    return accessible(method).invoke(null, maker.arguments(method, List.of(), depth));
  }

  private Object construct(Constructor<?> constructor, int depth)
      throws ReflectiveOperationException, CannotMake {
    return accessible(constructor).newInstance(maker.arguments(constructor, List.of(), depth));
  }

  private static @Nullable Object build(Method method, Class<?> raw)
      throws ReflectiveOperationException, CannotMake {
    Object builder = accessible(method).invoke(null);
    for (Method each : method.getReturnType().getMethods()) {
      if (each.getParameterCount() == 0 && raw.isAssignableFrom(each.getReturnType())) {
        return accessible(each).invoke(builder);
      }
    }
    throw new CannotMake("its builder builds nothing");
  }

  private static <T extends java.lang.reflect.AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }
}
