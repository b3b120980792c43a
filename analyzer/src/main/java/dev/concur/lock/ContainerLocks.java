package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.Region.Side;
import dev.concur.model.Scope;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Locks that a container takes around the methods of its beans, as annotations ask it to. */
final class ContainerLocks {

  private final Linked linked;
  private final Passages passages;

  ContainerLocks(Linked linked, Passages passages) {
    this.linked = linked;
    this.passages = passages;
  }

  List<Described> find() {
    List<Described> found = new ArrayList<>();
    for (ClassFacts type : linked.facts().roots()) {
      List<Draft> drafts = new ArrayList<>();
      for (MethodFacts method : managed(type) ? type.methods() : List.<MethodFacts>of()) {
        side(method).ifPresent(side -> drafts.add(passages.around(method, side)));
      }
      if (!drafts.isEmpty()) {
        found.add(described(type.name(), drafts));
      }
    }
    return found;
  }

  /** Whether the bean leaves its locking to the container. */
  private static boolean managed(ClassFacts type) {
    return Linked.names(type.annotations()).stream()
        .noneMatch(name -> name.endsWith(".ConcurrencyManagement(BEAN)"));
  }

  private static Described described(String type, List<Draft> drafts) {
    String because = "the container makes one " + type + " and locks it";
    return new Described(
        new LockName.OfContainer(type),
        new Sharing(Scope.GLOBAL, List.of(because)),
        drafts,
        Map.of());
  }

  /**
   * The side that the container takes around a method; empty when it takes none. What is said at
   * the method goes before what is said at the class, and there a lock that is asked for before the
   * write lock of a singleton that asks for nothing (Jakarta Enterprise Beans 4.0, 4.8.5.4).
   */
  private Optional<Side> side(MethodFacts method) {
    boolean business =
        method.isPublic()
            && !method.isStatic()
            && !method.isSynthetic()
            && !method.isAbstract()
            && !method.ref().constructor();
    return business
        ? sides(method.annotations())
            .or(() -> linked.type(method.ref().owner()).flatMap(type -> sides(type.annotations())))
        : Optional.empty();
  }

  /** Of what annotations say, the read side when it is among it. */
  private Optional<Side> sides(List<Annotation> annotations) {
    return linked.catalogue().aroundOf(Linked.names(annotations)).acquires().stream()
        .map(acquires -> acquires.side() == Effect.Side.READ ? Side.READ : Side.WRITE)
        .min(Comparator.comparing(side -> side != Side.READ));
  }
}
