package dev.concur.lock;

import dev.concur.catalogue.Role;
import dev.concur.catalogue.Safety;
import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final List<String> PROTOCOLS =
      List.of("java.io.PrintStream", "java.io.Reader", "java.io.Writer");

  private static final Pattern WINDOW =
      Pattern.compile(
          "(java\\.awt\\.[A-Z]\\w*|java\\.applet\\.\\w+|javax\\.swing\\..+"
              + "|javafx\\.(application|scene|stage)\\..+|org\\.eclipse\\.swt\\.widgets\\..+)");

  /** Parts of parts in which a wire is looked for. */
  private static final int WIRE = 3;

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
  private boolean confined(String type) {
    return linked
        .catalogue()
        .safetyOf(type, linked.facts()::supertypes)
        .filter(Safety.UNSAFE::equals)
        .isPresent();
  }

  /**
   * Whether objects of a class are parts of a window: all of them live on the one thread that
   * paints, so their locks never keep anybody waiting.
   */
  boolean ofWindow(String type) {
    if (WINDOW.matcher(type).matches()) {
      return true;
    }
    Set<String> seen = new HashSet<>();
    for (Optional<ClassFacts> facts = linked.type(type);
        facts.isPresent() && seen.add(facts.get().name());
        facts = linked.type(facts.get().superName())) {
      if (WINDOW.matcher(facts.get().superName()).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether each caller is handed an object of this class for himself: its contract forbids threads
   * to share it, and it only stands for a connection or a document. Who has the wire itself is what
   * callers share, whatever the contract says.
   */
  boolean ofOneCaller(String type) {
    return linked.facts().isRoot(type)
        && (confined(type) || standsInForConfined(type))
        && !wired(type, WIRE, new HashSet<>())
        && linked.facts().rootsBelow(type).stream()
            .noneMatch(below -> wired(below.name(), WIRE, new HashSet<>()));
  }

  /**
   * Whether it handles the calls of proxies and leaves them to what it keeps, which threads must
   * not share: a connection behind a proxy is one caller's as well.
   */
  private boolean standsInForConfined(String type) {
    return linked.subtype(type, "java.lang.reflect.InvocationHandler")
        && linked.type(type).stream()
            .flatMap(facts -> Classes.instanceFields(facts).stream())
            .map(field -> Classes.named(field.ref().descriptor()))
            .anyMatch(this::confined);
  }

  /** Whether an object has a device, itself or in a part of a class that is known. */
  private boolean wired(String type, int depth, Set<String> seen) {
    Optional<ClassFacts> facts = linked.type(type).filter(each -> !each.isInterface());
    if (facts.isEmpty() || depth == 0 || !seen.add(type)) {
      return false;
    }
    if (facts.get().methods().stream().anyMatch(MethodFacts::isNative)) {
      return true;
    }
    for (FieldFacts field : Classes.instanceFields(facts.get())) {
      String held = Classes.named(field.ref().descriptor());
      if (confined(held)) {
        continue;
      }
      boolean device =
          bytes(held)
              || (linked.facts().inJdk(held)
                  && !held.startsWith("java.sql.")
                  && !held.startsWith("javax.sql.")
                  && of(held).filter(Roles::ownedByOne).isPresent());
      if (device || wired(held, depth - 1, seen)) {
        return true;
      }
    }
    return wired(facts.get().superName(), depth, seen);
  }

  /** Whether it carries bytes; what takes text is a protocol of what happened, not a wire. */
  private boolean bytes(String type) {
    return stream(type) && PROTOCOLS.stream().noneMatch(protocol -> linked.subtype(type, protocol));
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
    return linked.type(type).filter(ClassFacts::isInterface).isPresent()
        ? sharedRole(type)
        : ownedByClass(type);
  }

  /** What all classes behind an interface own; nothing when one of them does without. */
  private Optional<Role> sharedRole(String type) {
    Set<Optional<Role>> found = new HashSet<>();
    for (ClassFacts below : linked.facts().rootsBelow(type)) {
      if (!below.isInterface() && !below.isAbstract()) {
        found.add(inherited(below.name()));
      }
    }
    return found.size() == 1 ? found.iterator().next() : Optional.empty();
  }

  /** What an object of a class owns, in its own fields or those of its parents. */
  private Optional<Role> inherited(String type) {
    Optional<Role> own = ownedByClass(type);
    return own.isPresent()
        ? own
        : linked
            .type(type)
            .filter(facts -> linked.facts().isRoot(facts.superName()))
            .flatMap(facts -> inherited(facts.superName()));
  }

  private Optional<Role> ownedByClass(String type) {
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
