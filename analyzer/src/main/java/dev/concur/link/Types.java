package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks methods and fields up along the class hierarchy (JVMS 17, 5.4.3). */
final class Types {

  private static final int FINAL = 0x0010;

  private final Facts facts;
  private final Table<String, Optional<Members>> members = new Table<>();
  private final Table<String, List<Members>> lines = new Table<>();
  private final Table<FieldRef, FieldRef> fields = new Table<>();
  private final Table<String, Boolean> functional = new Table<>();

  Types(Facts facts) {
    this.facts = facts;
  }

  /** The method that runs when this one is called on an object of exactly this owner. */
  Optional<MethodFacts> resolve(MethodRef ref) {
    return resolve(ref.owner(), ref);
  }

  /**
   * The method that runs when this one is called on an object of exactly that type. Answers are not
   * kept: they would be as many as types times methods.
   */
  Optional<MethodFacts> resolve(String type, MethodRef ref) {
    MethodFacts abstractOne = null;
    for (Members members : line(type)) {
      MethodFacts there = members.find(ref.name(), ref.descriptor());
      if (there != null && !there.isAbstract()) {
        return Optional.of(there);
      }
      abstractOne = abstractOne == null ? there : abstractOne;
    }
    return Optional.ofNullable(abstractOne);
  }

  /** The methods of a type and those of its supertypes, nearest first, as far as they were read. */
  private List<Members> line(String type) {
    List<Members> known = lines.get(type);
    if (known == null) {
      List<Members> found = new ArrayList<>();
      members(type).ifPresent(found::add);
      facts.supertypes(type).forEach(parent -> members(parent).ifPresent(found::add));
      known = List.copyOf(found);
      lines.put(type, known);
    }
    return known;
  }

  private Optional<Members> members(String type) {
    Optional<Members> known = members.get(type);
    if (known == null) {
      known = facts.find(type).map(Members::new);
      members.put(type, known);
    }
    return known;
  }

  /** The field by the class that declares it. */
  FieldRef resolve(FieldRef ref) {
    return fields.computeIfAbsent(ref, this::declaring);
  }

  private FieldRef declaring(FieldRef ref) {
    List<String> candidates = new ArrayList<>();
    candidates.add(ref.owner());
    candidates.addAll(facts.supertypes(ref.owner()));
    for (String type : candidates) {
      Optional<FieldRef> here =
          facts.find(type).stream()
              .flatMap(found -> found.fields().stream())
              .map(FieldFacts::ref)
              .filter(field -> same(field, ref))
              .findFirst();
      if (here.isPresent()) {
        return here.get();
      }
    }
    return ref;
  }

  private static boolean same(FieldRef a, FieldRef b) {
    return a.name().equals(b.name()) && a.descriptor().equals(b.descriptor());
  }

  /** Whether a field is declared final; no when its class was not read. */
  boolean isFinal(FieldRef ref) {
    FieldRef declared = resolve(ref);
    return facts.find(declared.owner()).stream()
        .flatMap(type -> type.fields().stream())
        .anyMatch(field -> same(field.ref(), ref) && (field.access() & FINAL) != 0);
  }

  boolean subtype(String sub, String sup) {
    return sub.equals(sup) || facts.supertypes(sub).contains(sup);
  }

  /** Whether an interface has exactly one abstract method, so that a lambda may stand behind it. */
  boolean functional(String type) {
    return functional.computeIfAbsent(type, this::hasOneAbstractMethod);
  }

  private boolean hasOneAbstractMethod(String type) {
    Optional<ClassFacts> found = facts.find(type);
    if (found.isEmpty()) {
      return type.startsWith("java.util.function.")
          || type.startsWith("kotlin.jvm.functions.")
          || facts.isFunctionalInJdk(type);
    }
    return found.get().isInterface()
        && found.get().methods().stream().filter(MethodFacts::isAbstract).count() == 1
        && found.get().interfaces().stream().allMatch(this::marks);
  }

  /** Whether an interface has nothing to implement, as that of all function types of Kotlin. */
  private boolean marks(String type) {
    return type.equals("java.io.Serializable")
        || facts
            .find(type)
            .filter(ClassFacts::isInterface)
            .filter(found -> found.methods().stream().noneMatch(MethodFacts::isAbstract))
            .filter(found -> found.interfaces().stream().allMatch(this::marks))
            .isPresent();
  }
}
