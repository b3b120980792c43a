package dev.concur.verify;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Effect;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long a call waits, as the catalogue has it. Waits for another thread are left to happen: a
 * queue or a latch means something to the code around it.
 */
final class CatalogueWaits implements Function<MethodRef, Optional<Interval>> {

  private final Catalogue catalogue = Catalogue.bundled();

  @Override
  public Optional<Interval> apply(MethodRef method) {
    return catalogue.effectsOf(method, CatalogueWaits::supertypes).waits().stream()
        .filter(wait -> wait.kind() != Kind.LOCK)
        .map(Effect.Waits::nanos)
        .findFirst();
  }

  /** Of classes of the JDK, which may be looked at without running anything of the user's. */
  private static List<String> supertypes(String name) {
    List<String> all = new ArrayList<>();
    try {
      collect(Class.forName(name, false, ClassLoader.getPlatformClassLoader()), all);
    } catch (ClassNotFoundException | LinkageError foreign) {
      return List.of();
    }
    return all;
  }

  private static void collect(Class<?> type, List<String> all) {
    List<Class<?>> next = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      next.add(0, type.getSuperclass());
    }
    for (Class<?> each : next) {
      if (!all.contains(each.getName())) {
        all.add(each.getName());
        collect(each, all);
      }
    }
  }
}
