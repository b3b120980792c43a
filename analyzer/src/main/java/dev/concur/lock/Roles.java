package dev.concur.lock;

import dev.concur.catalogue.Role;
import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What scarce or costly things objects are and own. */
final class Roles {

  private static final List<String> STREAMS =
      List.of(
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.Reader",
          "java.io.Writer",
          "java.io.DataInput",
          "java.io.DataOutput");

  private final Linked linked;
  private final SelfLocking selfLocking;
  private final Map<String, Optional<Role>> owned = new HashMap<>();

  Roles(Linked linked, SelfLocking selfLocking) {
    this.linked = linked;
    this.selfLocking = selfLocking;
  }

  /** What an object of a type is. */
  Optional<Role> of(String type) {
    return linked.catalogue().roleOf(type, linked.facts()::supertypes);
  }

  /** Whether the contract of a type forbids threads to share its objects. */
  boolean confined(String type) {
    return stream(type)
        || linked
            .catalogue()
            .safetyOf(type, linked.facts()::supertypes)
            .filter(Safety.UNSAFE::equals)
            .isPresent();
  }

  /** Whether objects of a type are streams, which one thread reads or writes from end to end. */
  boolean stream(String type) {
    return STREAMS.stream().anyMatch(stream -> linked.subtype(type, stream));
  }

  /**
   * What the object in a field is, or owns in turn. Things of the program that have locks of their
   * own are not in the care of their holder.
   */
  Optional<Role> owned(FieldRef field) {
    String type = Classes.named(field.descriptor());
    return linked.facts().isRoot(type) ? owned.computeIfAbsent(type, this::ownedBy) : of(type);
  }

  private Optional<Role> ownedBy(String type) {
    Optional<ClassFacts> facts = linked.type(type).filter(each -> !each.isInterface());
    if (facts.isEmpty() || selfLocking.root(type).isPresent() || hasLock(facts.get())) {
      return Optional.empty();
    }
    for (FieldFacts field : Classes.instanceFields(facts.get())) {
      String held = Classes.named(field.ref().descriptor());
      Optional<Role> role =
          linked.facts().isRoot(held) ? Optional.empty() : of(held).filter(Roles::ownedByOne);
      if (role.isPresent()) {
        return role;
      }
    }
    return Optional.empty();
  }

  private boolean hasLock(ClassFacts facts) {
    return Classes.instanceFields(facts).stream()
        .map(field -> Classes.named(field.ref().descriptor()))
        .anyMatch(type -> linked.subtype(type, "java.util.concurrent.locks.Lock"));
  }

  /** Whether there are few of them, so that callers share. */
  static boolean scarce(Role role) {
    return switch (role) {
      case CONNECTION, FILE, POOL, CACHE, PROCESS, NATIVE -> true;
      case THREAD, REGISTRY, COSTLY -> false;
    };
  }

  /** Whether who has one has it alone: pools and caches are handed around. */
  static boolean ownedByOne(Role role) {
    return scarce(role) && role != Role.POOL && role != Role.CACHE;
  }

  static String word(Role role) {
    return switch (role) {
      case NATIVE -> "native resource";
      case COSTLY -> "costly object";
      default -> role.name().toLowerCase(Locale.ROOT);
    };
  }
}
