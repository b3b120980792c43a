package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other methods of its class give, as an argument: what {@code encrypt} makes is what {@code
 * decrypt} takes, where any other text ends it.
 */
final class Siblings {

  /** Among what is filled, before such a method. */
  private static final String GIVEN_BY = "<";

  /** More are not tried. */
  private static final int MOST = 4;

  private Siblings() {}

  /** Those that give what the method takes, as words among what is filled; public ones first. */
  static List<String> of(MethodRef subject, ClassLoader loader) {
    try {
      Class<?> owner = Class.forName(subject.owner(), false, loader);
      List<Class<?>> taken =
          MethodType.fromMethodDescriptorString(subject.descriptor(), loader).parameterList();
      return Arrays.stream(owner.getDeclaredMethods())
          .filter(method -> taken.contains(method.getReturnType()))
          .filter(method -> !method.getReturnType().isPrimitive())
          .filter(method -> !Modifier.isAbstract(method.getModifiers()) && !method.isSynthetic())
          .filter(method -> !(method.getName() + descriptorOf(method)).equals(nameOf(subject)))
          .sorted(
              Comparator.comparing((Method method) -> !Modifier.isPublic(method.getModifiers()))
                  .thenComparing(method -> method.getParameterCount() != taken.size())
                  .thenComparing(Method::toString))
          .limit(MOST)
          .map(method -> GIVEN_BY + subject.owner() + "#" + method.getName() + descriptorOf(method))
          .toList();
    } catch (ClassNotFoundException | TypeNotPresentException | LinkageError absent) {
      return List.of();
    }
  }

  private static String nameOf(MethodRef subject) {
    return subject.name() + subject.descriptor();
  }

  /** The one among these words; empty when none is, or it is not in this class. */
  static Optional<Method> in(Set<String> fill, Class<?> owner) {
    return fill.stream()
        .filter(word -> word.startsWith(GIVEN_BY))
        .map(word -> Guards.parse(word.substring(GIVEN_BY.length())))
        .flatMap(
            ref ->
                Arrays.stream(owner.getDeclaredMethods())
                    .filter(method -> method.getName().equals(ref.name()))
                    .filter(method -> descriptorOf(method).equals(ref.descriptor())))
        .findFirst();
  }

  private static String descriptorOf(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  /**
   * The same arguments, with what the sibling gives in the place of the first that may be it.
   *
   * @param plain all of them
   * @param types those that the method declares
   * @param receiver that both are called on, or null
   * @param itsOwn what the sibling is called with
   */
  record Fed(
      Given plain, List<Class<?>> types, Method sibling, @Nullable Object receiver, Given itsOwn)
      implements Given {

    @Override
    public Object[] arguments() throws CannotMake {
      Object[] arguments = plain.arguments();
      arguments[types.indexOf(sibling.getReturnType())] = given();
      return arguments;
    }

    private @Nullable Object given() throws CannotMake {
      try {
        sibling.setAccessible(true);
        return sibling.invoke(receiver, itsOwn.arguments());
      } catch (InvocationTargetException thrown) {
        Throwable problem = thrown.getTargetException();
        throw new CannotMake(sibling.getName() + " ends with " + problem, thrown);
      } catch (ReflectiveOperationException | RuntimeException closed) {
        throw new CannotMake(sibling.getName() + " cannot be called: " + closed, closed);
      }
    }
  }
}
