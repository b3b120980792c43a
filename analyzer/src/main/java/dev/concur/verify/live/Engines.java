package dev.concur.verify.live;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Objects of the JDK's security that are had by the name of an algorithm: digests, signatures, key
 * factories and their like.
 */
final class Engines {

  /** What people use, where there is a choice. */
  private static final List<String> USUAL = List.of("SHA-256", "AES", "RSA", "X.509");

  private Engines() {}

  /** One of this class, if it is such a class. */
  static Optional<Object> of(Class<?> type) {
    if (!type.getName().startsWith("java")) {
      return Optional.empty();
    }
    List<String> algorithms = new ArrayList<>(USUAL);
    algorithms.addAll(new TreeSet<>(Security.getAlgorithms(type.getSimpleName())));
    if (algorithms.size() == USUAL.size()) {
      return Optional.empty();
    }
    return algorithms.stream().flatMap(name -> made(type, name).stream()).findFirst();
  }

  private static Optional<Object> made(Class<?> type, String algorithm) {
    try {
      Method factory = type.getMethod("getInstance", String.class);
      return Optional.ofNullable(factory.invoke(null, algorithm));
    } catch (InvocationTargetException unknown) {
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException none) {
      return Optional.empty();
    }
  }
}
