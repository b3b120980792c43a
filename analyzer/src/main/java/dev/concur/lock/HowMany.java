package dev.concur.lock;

import dev.concur.catalogue.BeanScope;
import dev.concur.link.Linked;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many objects of a class there are, and for how long: one for all, many, one for each use. */
final class HowMany {

  private final Linked linked;
  private final LockNames names;
  private final Makings makings;
  private final Roles roles;
  private final Map<String, Optional<String>> single = new HashMap<>();

  HowMany(Linked linked, LockNames names, Makings makings, Roles roles) {
    this.linked = linked;
    this.names = names;
    this.makings = makings;
    this.roles = roles;
  }

  /**
   * What holds for each object of many says nothing of one. A name alone does not make them many:
   * of what its holder has for as long as it lives, threads that were seen count.
   */
  void forget(String type, Clues clues) {
    List<Makings.Home> homes = makings.of(type);
    boolean keptForLong =
        !homes.isEmpty()
            && homes.stream().allMatch(this::keptByWhoStays)
            && !roles.stream(type)
            && !makings.daily(type);
    if (keptForLong) {
      clues.dropIntentions();
    } else {
      clues.dropWhatHoldsForEach();
    }
  }

  /** Whether each of its objects is a part of something that is made anew for each use. */
  boolean partOfOneUse(String type) {
    List<Makings.Home> homes = makings.of(type);
    return !homes.isEmpty() && homes.stream().allMatch(this::keptByWhoComesAndGoes);
  }

  private boolean keptByWhoComesAndGoes(Makings.Home home) {
    if (!(home instanceof Makings.Home.InField kept)) {
      return false;
    }
    String holder = names.declared(kept.field()).owner();
    return single(holder).isEmpty() && !Trades.serves(holder) && makings.daily(holder);
  }

  private boolean keptByWhoStays(Makings.Home home) {
    return home instanceof Makings.Home.InField kept
        && !ownedByOneUse(names.declared(kept.field()).owner());
  }

  /** Whether objects of a class are made again and again, by what they are or by who makes them. */
  boolean oneOfMany(String type) {
    return roles.stream(type)
        || Trades.forOneUse(type)
        || (!Trades.serves(type) && makings.daily(type));
  }

  /** Why there is only one object of a class; empty when there may be more. */
  Optional<String> single(String type) {
    Optional<String> known = single.get(type);
    if (known == null) {
      known = linked.type(type).flatMap(this::findSingle);
      single.put(type, known);
    }
    return known;
  }

  private Optional<String> findSingle(ClassFacts facts) {
    if (facts.isEnum()) {
      return Optional.of("singleton: constants of enum " + facts.name());
    }
    List<String> annotations = facts.annotations().stream().map(Annotation::type).toList();
    Optional<BeanScope> scope = linked.catalogue().scopeOf(annotations);
    if (scope.isPresent() && scope.get() == BeanScope.SINGLETON) {
      return Optional.of("singleton: a container makes one " + facts.name());
    }
    List<Makings.Home> homes = makings.of(facts.name());
    boolean closed =
        facts.methods().stream()
            .filter(method -> method.ref().constructor())
            .noneMatch(MethodFacts::isPublic);
    boolean allStatic =
        !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InStatic.class::isInstance);
    if (allStatic && closed && homes.stream().distinct().count() == 1) {
      Makings.Home.InStatic home = (Makings.Home.InStatic) homes.get(0);
      return Optional.of("singleton: the only one is in static " + home.field().qualified());
    }
    return Optional.empty();
  }

  /** Whether all its objects that were seen to be made are elements of arrays. */
  boolean keptInArrays(String type) {
    List<Makings.Home> homes = makings.of(type);
    return !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InArray.class::isInstance);
  }

  /** Whether a holder is one of many that come and go, so that its parts serve one use as well. */
  boolean ownedByOneUse(String holder) {
    return roles.ofOneCaller(holder) || (single(holder).isEmpty() && oneOfMany(holder));
  }
}
