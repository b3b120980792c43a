package dev.concur.link;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Claim;
import dev.concur.catalogue.Effects;
import dev.concur.model.MethodRef;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the catalogue says of calls and of annotated methods, asked once for each of them. */
final class KnownEffects {

  private final Facts facts;
  private final Catalogue catalogue;
  private final Types types;
  private final Table<MethodRef, Effects> ofCallees = new Table<>();
  private final PerMethod<Effects> around = new PerMethod<>();

  KnownEffects(Facts facts, Catalogue catalogue, Types types) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.types = types;
  }

  /** What a call does by the catalogue, whether or not bodies were found. */
  Effects of(Op.Call call) {
    Effects known = ofCallees.get(call.callee());
    if (known == null) {
      known = catalogue.effectsOf(call.callee(), facts::supertypes);
      if (!known.known() && unread(call.callee().owner())) {
        known = catalogue.unread(call.callee().owner());
      }
      ofCallees.put(call.callee(), known);
    }
    return known;
  }

  /** Whether a class is neither among those that were read nor the JDK's. */
  boolean unread(String owner) {
    return facts.find(owner).isEmpty() && !facts.inJdk(owner);
  }

  /** What annotations of others claim of a method, by itself or by its type. */
  Optional<Claim> claim(MethodRef method) {
    List<Annotation> own = types.resolve(method).map(MethodFacts::annotations).orElse(List.of());
    return catalogue.claimOf(names(own, method.owner()));
  }

  /** What the annotations of a method and its class add to a call of it from another object. */
  Effects around(MethodFacts method) {
    Effects known = around.get(method);
    if (known == null) {
      known = catalogue.aroundOf(names(method.annotations(), method.ref().owner()));
      around.put(method, known);
    }
    return known;
  }

  private List<String> names(List<Annotation> own, String owner) {
    List<String> names = new ArrayList<>(names(own));
    facts.find(owner).map(ClassFacts::annotations).ifPresent(all -> names.addAll(names(all)));
    return names;
  }

  /** Binary names of annotations, with the value where one is given: {@code a.Scope(prototype)}. */
  static List<String> names(List<Annotation> annotations) {
    List<String> names = new ArrayList<>();
    for (Annotation annotation : annotations) {
      names.add(annotation.type());
      annotation.values().values().stream()
          .filter(String.class::isInstance)
          .forEach(value -> names.add(annotation.type() + "(" + value + ")"));
    }
    return names;
  }
}
