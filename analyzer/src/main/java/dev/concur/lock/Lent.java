package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.FieldFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Objects that wait in a queue until a thread takes one out for itself, alone or in a slip that
 * also notes how it is used, and those that only a pool makes: many threads have them, one at a
 * time.
 */
final class Lent {

  /** Pools of objects that are handed out to one caller each. */
  private static final Pattern POOL = Pattern.compile(".*Pool(Impl|Base|Support)?\\d*");

  private final Linked linked;
  private final Returns returns;
  private final Makings makings;
  private final Map<String, Boolean> known = new HashMap<>();

  /** The fields of what is put into queues, by the type that they are declared with. */
  private @Nullable Map<String, List<FieldRef>> slips;

  Lent(Linked linked, Returns returns, Makings makings) {
    this.linked = linked;
    this.returns = returns;
    this.makings = makings;
  }

  /** Whether objects of a class are lent. */
  boolean of(String type) {
    return known.computeIfAbsent(type, each -> queued(each) || onSlips(each) || pooled(each));
  }

  /**
   * Whether a pool makes them, and hands them out. Who has made one for himself besides has it for
   * himself.
   */
  private boolean pooled(String type) {
    return makings.sites(type).stream()
            .map(CallSite::in)
            .anyMatch(in -> POOL.matcher(in.ref().owner()).matches() && handsOut(in, type))
        && makings.of(type).stream().noneMatch(Makings.Home.InStatic.class::isInstance);
  }

  /** Whether what a method makes is what it answers with. */
  private boolean handsOut(MethodFacts in, String type) {
    String answer = in.ref().descriptor().substring(in.ref().descriptor().indexOf(')') + 1);
    return linked.subtype(type, Classes.named(answer));
  }

  private boolean queued(String type) {
    return makings.registries().of(type).stream()
        .map(field -> Classes.named(field.descriptor()))
        .anyMatch(kept -> linked.subtype(kept, "java.util.Queue"));
  }

  /** Whether each is made for a slip, and slips are queued. */
  private boolean onSlips(String type) {
    Map<String, List<FieldRef>> declared = slips();
    return Stream.concat(Stream.of(type), linked.facts().supertypes(type).stream())
        .filter(each -> !each.startsWith("java."))
        .flatMap(each -> declared.getOrDefault(each, List.of()).stream())
        .anyMatch(field -> madeFor(linked.writes(field), type));
  }

  /** Looked for once: there are thousands of classes to ask about, and as many slips. */
  private Map<String, List<FieldRef>> slips() {
    if (slips == null) {
      slips =
          makings.registries().queuedTypes().stream()
              .flatMap(slip -> linked.type(slip).stream())
              .flatMap(slip -> Classes.instanceFields(slip).stream())
              .map(FieldFacts::ref)
              .collect(Collectors.groupingBy(field -> Classes.named(field.descriptor())));
    }
    return slips;
  }

  /** Whether all that is written there was handed in by who had made it for that. */
  private boolean madeFor(List<FieldWriteSite> writes, String type) {
    return !writes.isEmpty()
        && writes.stream().allMatch(site -> given(site.in(), site.write().value()))
        && writes.stream().anyMatch(site -> made(site, type));
  }

  private boolean given(MethodFacts in, Value value) {
    return in.ref().constructor()
        && value instanceof Value.Parameter parameter
        && parameter.index() > 0
        && linked.callers(in).stream()
            .map(
                site -> returns.simplest(site.in(), site.call().arguments().get(parameter.index())))
            .noneMatch(each -> each instanceof Value.FieldOf || each instanceof Value.Parameter);
  }

  private boolean made(FieldWriteSite site, String type) {
    return linked.origins(site.in(), site.write().value()).stream()
        .map(Origin::value)
        .anyMatch(value -> value instanceof Value.New made && made.type().equals(type));
  }
}
