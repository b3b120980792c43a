package dev.concur.verify;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.weave.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How long a call waits, as the catalogue has it. Waits for another thread are left to happen: a
 * queue or a latch means something to the code around it.
 */
final class CatalogueWaits implements Function<MethodRef, Optional<Interval>> {

  /**
   * They answer with code of the class path. That may be read, and nothing that is made up can
   * stand for it: a logger that finds a text in place of its provider never starts.
   */
  private static final Set<String> FINDING_CODE =
      Set.of("java.util.ServiceLoader", "java.util.ResourceBundle");

  private final Catalogue catalogue = Catalogue.bundled();

  @Override
  public Optional<Interval> apply(MethodRef method) {
    if (FINDING_CODE.contains(method.owner())) {
      return Optional.empty();
    }
    Effects effects = catalogue.effectsOf(method, CatalogueWaits::supertypes);
    return effects.waits().stream()
        .filter(wait -> wait.kind() != Kind.LOCK)
        .map(Effect.Waits::nanos)
        .findFirst()
        .or(() -> effects.promises().map(Effect.Promises::nanos))
        .or(() -> ofWire(method, effects))
        .or(() -> isStream(method) ? Optional.empty() : ofDevice(effects));
  }

  /** Of a stream of a connection: what each operation on it waits. */
  private static Optional<Interval> ofWire(MethodRef method, Effects effects) {
    return Wires.isStream(method.owner(), method.name())
        ? effects.of(Effect.Device.class).stream().findFirst().map(Effect.Device::nanos)
        : Optional.empty();
  }

  /** A connection always leads somewhere; a stream may as well be in memory. */
  private static boolean isStream(MethodRef method) {
    return method.owner().startsWith("java.io.")
        || method.owner().startsWith("java.nio.")
        || method.owner().startsWith("java.util.");
  }

  private static Optional<Interval> ofDevice(Effects effects) {
    return effects.waitsAs().stream()
        .filter(wait -> wait.place().receiver())
        .flatMap(wait -> wait.otherwise().stream())
        .filter(device -> device.kind() != Kind.LOCK && device.kind() != Kind.DISK)
        .map(Effect.Device::nanos)
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
