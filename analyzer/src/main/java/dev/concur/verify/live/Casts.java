package dev.concur.verify.live;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What objects must be that are declared as something vaguer, as casts tell that failed: attributes
 * of a session, beans of a context, rows of a query, nodes of a document. One of them at a time:
 * the last that was asked for.
 */
final class Casts {

  /** Among what is filled: the class that an object of no declared type is to be. */
  private static final String CAST = "cast:";

  private static final Pattern FAILED = Pattern.compile("cannot be cast to (?:class )?([\\w.$]+)");

  private Casts() {}

  /** Adds what a failed cast asked for, in place of what was asked for before. */
  static void add(Optional<Throwable> thrown, Set<String> fill) {
    thrown
        .filter(ClassCastException.class::isInstance)
        .map(failed -> FAILED.matcher(String.valueOf(failed.getMessage())))
        .filter(Matcher::find)
        .ifPresent(
            found -> {
              fill.removeIf(word -> word.startsWith(CAST));
              fill.add(CAST + found.group(1));
            });
  }

  /** Whether what is declared as this may be the other: nothing more exact is known of it. */
  static boolean concerns(Class<?> declared, Class<?> wanted) {
    boolean vague = declared == Object.class || Modifier.isAbstract(declared.getModifiers());
    return vague && declared != wanted && declared.isAssignableFrom(wanted);
  }

  /** What was asked for; empty when nothing was, or it is not there. */
  static Optional<Class<?>> in(Set<String> fill, ClassLoader loader) {
    for (String word : fill) {
      if (word.startsWith(CAST)) {
        try {
          return Optional.of(Class.forName(word.substring(CAST.length()), false, loader));
        } catch (ClassNotFoundException | LinkageError absent) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
