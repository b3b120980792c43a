package dev.concur.lock;

import dev.concur.catalogue.BeanScope;
import dev.concur.catalogue.Role;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the class of an object, its fields, and those that keep it say of who shares it. */
final class Holders {

  /** Holders of holders; further away it is no longer this object that is shared. */
  private static final int DEPTH = 4;

  private final Linked linked;
  private final LockNames names;
  private final Makings makings;
  private final Roles roles;
  private final HowMany howMany;
  private @Nullable Map<String, Entry> entered;

  Holders(Linked linked, LockNames names, Makings makings, Roles roles, HowMany howMany) {
    this.linked = linked;
    this.names = names;
    this.makings = makings;
    this.roles = roles;
    this.howMany = howMany;
  }

  /** Adds what they say of objects of a class. */
  void of(String type, Clues clues) {
    objectClues(type, clues, DEPTH, new HashSet<>());
  }

  /** What the class of the object, its fields and its holders say. */
  private void objectClues(String type, Clues clues, int depth, Set<String> seen) {
    if (!seen.add(type)) {
      return;
    }
    roles.of(type).ifPresent(role -> isA(type, role, clues));
    Optional<ClassFacts> facts = linked.type(type);
    if (facts.isEmpty()) {
      return;
    }
    if (facts.get().annotations().stream().anyMatch(a -> a.simpleType().equals("ThreadSafe"))) {
      clues.strong("it is declared @ThreadSafe");
    }
    if (linked.catalogue().scopeOf(type, linked.facts()::supertypes).stream()
        .anyMatch(BeanScope.SINGLETON::equals)) {
      clues.strong("a container sets it up, for all who ask");
    }
    if (Trades.serves(type)) {
      clues.weak("its name says that it serves many");
    }
    entryClue(type, clues);
    makings
        .manyOf(type)
        .ifPresent(
            many -> {
              String text =
                  "it hands itself to the many " + Classes.simple(many) + " that it keeps";
              if (Trades.serves(type)) {
                clues.strong(text);
              } else {
                clues.weak(text);
              }
            });
    homeClues(type, clues, depth, seen);
    writtenForThreads(facts.get(), clues);
  }

  /**
   * Objects that are scarce by their type and lock themselves are shared; a stream is passed from
   * hand to hand.
   */
  private void isA(String type, Role role, Clues clues) {
    String text = "it is a " + Roles.word(role) + " that callers share";
    if (Roles.scarce(role) && !roles.stream(type) && !roles.ofOneCaller(type)) {
      clues.strong(text);
    } else if (role == Role.REGISTRY) {
      clues.weak(text);
    }
  }

  private void entryClue(String type, Clues clues) {
    Entry entry = entered().get(type);
    if (entry != null) {
      clues.strong("several threads enter " + entry.at().method() + " of the same object");
    }
  }

  /** The first method of each class that several threads enter from outside. */
  private Map<String, Entry> entered() {
    if (entered == null) {
      Map<String, Entry> first = new HashMap<>();
      linked.entries().stream()
          .filter(Entry::concurrent)
          .filter(entry -> entry.kind() != Entry.Kind.PUBLIC && entry.kind() != Entry.Kind.TASK)
          .forEach(entry -> first.putIfAbsent(entry.at().className(), entry));
      entered = first;
    }
    return entered;
  }

  /**
   * Where its objects are kept. When some are made and dropped elsewhere, the others prove less.
   */
  private void homeClues(String type, Clues clues, int depth, Set<String> seen) {
    List<Makings.Home> homes = makings.of(type);
    boolean mixed =
        (Trades.forOneUse(type) && !onlyInFields(homes))
            || homes.stream()
                .anyMatch(home -> home instanceof Makings.Home.Elsewhere other && other.dropped());
    Clues found = new Clues();
    List<Makings.Home.InStatic> statics =
        homes.stream()
            .filter(Makings.Home.InStatic.class::isInstance)
            .map(Makings.Home.InStatic.class::cast)
            .toList();
    if (!statics.isEmpty()) {
      clues.inStatic();
      String text = "one is kept in static " + statics.get(0).field().qualified();
      // One among many others that were made is not the one that callers meet.
      if (homes.size() <= 2 * statics.size()) {
        found.strong(text);
      } else {
        clues.weak(text);
      }
    }
    for (Makings.Home home : homes) {
      if (home instanceof Makings.Home.InCollection kept) {
        if (kept.ofClass()) {
          found.strong("kept in the registry static " + kept.field().qualified());
        } else if (makings.registries().takenOut(kept.field())) {
          held(kept.field(), "kept in the registry ", found, depth, seen);
        }
      } else if (home instanceof Makings.Home.InField kept) {
        held(kept.field(), "kept in ", found, depth, seen);
      }
    }
    makings
        .registries()
        .ownMap(type)
        .ifPresent(field -> found.strong("found by key in static " + field.qualified()));
    for (FieldRef field : makings.registries().of(type)) {
      if (makings.registries().takenOut(field)) {
        held(field, "kept in the registry ", found, depth, seen);
      }
    }
    if (found.foundByAll()) {
      clues.inStatic();
    }
    found.texts().stream()
        .findFirst()
        .ifPresent(
            text -> {
              if (mixed) {
                clues.weak(text);
              } else {
                clues.strong(text);
              }
            });
  }

  /** Whether each object was seen to become a part of another. */
  private static boolean onlyInFields(List<Makings.Home> homes) {
    return !homes.isEmpty() && homes.stream().allMatch(Makings.Home.InField.class::isInstance);
  }

  private void held(FieldRef field, String how, Clues clues, int depth, Set<String> seen) {
    String holder = names.declared(field).owner();
    if (depth == 0 || seen.contains(holder) || howMany.ownedByOneUse(holder)) {
      return;
    }
    Clues ofHolder = new Clues();
    howMany.single(holder).ifPresent(ofHolder::strong);
    objectClues(holder, ofHolder, depth - 1, seen);
    if (ofHolder.sure()) {
      if (ofHolder.foundByAll()) {
        clues.inStatic();
      }
      clues.strong(
          how + field.qualified() + ", whose object is shared: " + ofHolder.texts().get(0));
    }
  }

  /**
   * Volatile fields and concurrent collections are written by people who expect several threads.
   */
  private void writtenForThreads(ClassFacts facts, Clues clues) {
    for (FieldFacts field : Classes.instanceFields(facts)) {
      String type = Classes.named(field.ref().descriptor());
      // A lock is a sign of its own, and one fact counts once.
      boolean lock = type.startsWith("java.util.concurrent.locks.");
      if (Classes.isVolatile(field) || (type.startsWith("java.util.concurrent.") && !lock)) {
        clues.intent("written for several threads: " + field.ref().qualified());
        return;
      }
    }
  }
}
