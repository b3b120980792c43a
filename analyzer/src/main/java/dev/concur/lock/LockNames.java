package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.read.ClassFacts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out which lock a value is, across getters, aliases, constructor parameters, arrays and
 * maps.
 *
 * <p>A field stands for itself unless all that is ever stored in it comes from elsewhere; a
 * parameter stands for what callers pass; an object of a class that locks itself stands for its
 * class.
 */
final class LockNames {

  /** Calls up from a parameter, and fields behind fields. */
  private static final int DEPTH = 4;

  /** More callers than this, and a parameter is anybody's. */
  private static final int CALLERS = 40;

  /** More locks than this behind one value, and we cannot say which. */
  private static final int CANDIDATES = 6;

  private static final Pattern LOOKUP =
      Pattern.compile(
          "get|getOrDefault|computeIfAbsent|putIfAbsent|compute|merge|elementAt|getUnchecked|striped");

  private static final Set<String> BOXES =
      Set.of(
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.String");

  private final Linked linked;
  private final Returns returns;
  private final SelfLocking selfLocking;
  private final LockedTypes lockedTypes;
  private final Map<FieldRef, Optional<List<LockName>>> stored = new HashMap<>();

  LockNames(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
    this.selfLocking = new SelfLocking(linked);
    this.lockedTypes = new LockedTypes(linked, selfLocking);
  }

  SelfLocking selfLocking() {
    return selfLocking;
  }

  /** The locks that a value may be; one in most cases, never none. */
  List<LockName> of(MethodFacts in, Value value) {
    Set<LockName> found = names(in, value, DEPTH);
    if (found.size() > 1) {
      found.removeIf(LockName.Unresolved.class::isInstance);
    }
    if (found.isEmpty()) {
      found.add(unresolved(in, "a value that was not followed"));
    }
    return found.size() <= CANDIDATES
        ? List.copyOf(found)
        : List.of(unresolved(in, "one of " + found.size() + " locks"));
  }

  /**
   * The name of the lock that a busy flag is; that of an object which is nothing else is the name
   * of the field that keeps it.
   */
  LockName ofFlag(Value.FieldOf flag) {
    return flag.base().filter(Value.FieldOf.class::isInstance).isPresent()
        ? new LockName.Flag(declared(((Value.FieldOf) flag.base().get()).field()))
        : new LockName.Flag(declared(flag.field()));
  }

  /** The field with the class that declares it. */
  FieldRef declared(FieldRef field) {
    String owner = field.owner();
    for (Optional<ClassFacts> facts = linked.type(owner);
        facts.isPresent();
        facts = linked.type(facts.get().superName())) {
      boolean here =
          facts.get().fields().stream().anyMatch(f -> f.ref().name().equals(field.name()));
      if (here) {
        return new FieldRef(facts.get().name(), field.name(), field.descriptor());
      }
      if (facts.get().superName().isEmpty()) {
        break;
      }
    }
    return field;
  }

  private Set<LockName> names(MethodFacts in, Value raw, int depth) {
    Set<LockName> found = new LinkedHashSet<>();
    Value value = returns.simplest(in, raw);
    if (value instanceof Value.Phi) {
      for (Value input : returns.ops(in).inputs(value)) {
        if (!(input instanceof Value.Null) && depth >= 0) {
          found.addAll(names(in, input, depth - 1));
        }
      }
      return found;
    }
    found.addAll(one(in, value, depth));
    return found;
  }

  private Set<LockName> one(MethodFacts in, Value value, int depth) {
    if (value instanceof Value.ClassLiteral literal) {
      return Set.of(new LockName.OfClass(literal.name()));
    }
    if (value instanceof Value.Constant constant) {
      return Set.of(new LockName.Constant("\"" + constant.value() + "\"", false));
    }
    if (value instanceof Value.Element element) {
      return parts(in, element.array(), depth);
    }
    if (value instanceof Value.FieldOf field) {
      return field.base().isEmpty() ? staticField(field.field(), depth) : field(field, depth);
    }
    if (value instanceof Value.Parameter parameter) {
      return parameter(in, parameter, depth);
    }
    if (value instanceof Value.Result result) {
      return result(in, result, depth);
    }
    if (value instanceof Value.New made) {
      return Set.of(made(in, made));
    }
    if (value instanceof Value.NewArray made) {
      return Set.of(new LockName.Fresh(in.ref().toString(), made.type()));
    }
    if (value instanceof Value.Opaque opaque) {
      return lockedTypes
          .byType(opaque.type())
          .map(Set::of)
          .orElse(Set.of(unresolved(in, "a value that was not followed")));
    }
    return Set.of(
        unresolved(in, "a " + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)));
  }

  private LockName made(MethodFacts in, Value.New made) {
    if (!Escapes.escapes(in, made)) {
      return new LockName.Fresh(in.ref().toString(), made.type());
    }
    return lockedTypes
        .byClass(made.type())
        .orElse(unresolved(in, "a new " + made.type() + " that leaves the method"));
  }

  private Set<LockName> parts(MethodFacts in, Value of, int depth) {
    Set<LockName> parts = new LinkedHashSet<>();
    if (depth >= 0) {
      for (LockName whole : names(in, of, depth - 1)) {
        parts.add(whole instanceof LockName.Part ? whole : new LockName.Part(whole));
      }
    }
    return parts;
  }

  private Set<LockName> staticField(FieldRef field, int depth) {
    FieldRef declared = declared(field);
    Optional<LockName> literal = OldLiterals.of(declared);
    if (literal.isPresent()) {
      return Set.of(literal.get());
    }
    Optional<LockName> instance = lockedTypes.byType(field.descriptor());
    if (instance.isPresent()) {
      return Set.of(
          lockedTypes.theOnlyOne(declared) ? instance.get() : new LockName.StaticField(declared));
    }
    return depth <= 0
        ? Set.of(new LockName.StaticField(declared))
        : stored(declared, depth)
            .map(Set::copyOf)
            .orElse(Set.of(new LockName.StaticField(declared)));
  }

  private Set<LockName> field(Value.FieldOf value, int depth) {
    FieldRef declared = declared(value.field());
    Optional<List<LockName>> elsewhere = depth <= 0 ? Optional.empty() : stored(declared, depth);
    if (elsewhere.isPresent()) {
      return aliased(declared, elsewhere.get());
    }
    return Set.of(lockedTypes.byType(declared.descriptor()).orElse(new LockName.Field(declared)));
  }

  private static Set<LockName> aliased(FieldRef field, List<LockName> names) {
    List<FieldRef> statics = new ArrayList<>();
    for (LockName name : names) {
      if (!(name instanceof LockName.StaticField known)) {
        return new LinkedHashSet<>(names);
      }
      statics.add(known.field());
    }
    return statics.size() == 1
        ? new LinkedHashSet<>(names)
        : Set.of(new LockName.Alias(field, statics));
  }

  /** The locks that a field is filled with from elsewhere; empty when it holds one of its own. */
  private Optional<List<LockName>> stored(FieldRef field, int depth) {
    Optional<List<LockName>> known = stored.get(field);
    if (known == null) {
      stored.put(field, Optional.empty());
      known = findStored(field, depth);
      stored.put(field, known);
    }
    return known;
  }

  private Optional<List<LockName>> findStored(FieldRef field, int depth) {
    Set<LockName> found = new LinkedHashSet<>();
    for (FieldWriteSite site : linked.writes(field)) {
      for (Value value : returns.ops(site.in()).inputs(site.write().value())) {
        if (value instanceof Value.Null) {
          continue;
        }
        if (!comesFromElsewhere(value) && !gotten(site.in(), value)) {
          return Optional.empty();
        }
        found.addAll(names(site.in(), value, depth - 1));
      }
    }
    boolean clear =
        !found.isEmpty() && found.stream().noneMatch(LockName.Unresolved.class::isInstance);
    return clear && found.size() <= CANDIDATES * 4
        ? Optional.of(List.copyOf(found))
        : Optional.empty();
  }

  /** Whether it is what a getter of another object answers with, a field of that. */
  private boolean gotten(MethodFacts in, Value value) {
    return value instanceof Value.Result
        && returns.simplest(in, value) instanceof Value.FieldOf field
        && field.base().isPresent();
  }

  private static boolean comesFromElsewhere(Value value) {
    return (value instanceof Value.Result result && interned(result))
        || value instanceof Value.Parameter
        || value instanceof Value.FieldOf
        || value instanceof Value.ClassLiteral
        || value instanceof Value.Constant;
  }

  /** Whether equal values are one object: boxed numbers and interned strings. */
  private static boolean interned(Value.Result result) {
    String owner = result.callee().owner();
    boolean boxed = result.callee().name().equals("valueOf") && BOXES.contains(owner);
    return boxed || (result.callee().name().equals("intern") && owner.equals("java.lang.String"));
  }

  private Set<LockName> parameter(MethodFacts in, Value.Parameter parameter, int depth) {
    if (parameter.index() == 0 && !in.isStatic()) {
      String owner = in.ref().owner();
      return Set.of(new LockName.Instance(selfLocking.root(owner).orElse(owner)));
    }
    Optional<LockName> typed = lockedTypes.byType(parameter.type());
    if (typed.isPresent()) {
      return Set.of(typed.get());
    }
    List<CallSite> callers = depth <= 0 ? List.of() : linked.callers(in);
    if (callers.isEmpty() || callers.size() > CALLERS) {
      return Set.of(
          unresolved(
              in,
              callers.isEmpty()
                  ? "parameter " + parameter.index() + " of a method without a caller that was seen"
                  : "parameter "
                      + parameter.index()
                      + " of a method with "
                      + callers.size()
                      + " callers"));
    }
    Set<LockName> found = new LinkedHashSet<>();
    for (CallSite site : callers) {
      Op.Call call = site.call();
      if (parameter.index() < call.arguments().size()) {
        found.addAll(names(site.in(), call.arguments().get(parameter.index()), depth - 1));
      }
    }
    return found.isEmpty() ? Set.of(unresolved(in, "parameter " + parameter.index())) : found;
  }

  private Set<LockName> result(MethodFacts in, Value.Result result, int depth) {
    Optional<Op.Call> call = returns.ops(in).call(result.op());
    String name = result.callee().name();
    if (name.equals("getClass") && result.callee().descriptor().equals("()Ljava/lang/Class;")) {
      return Set.of(new LockName.OfRuntimeClass(in.ref().owner()));
    }
    Optional<LockName> literal = call.flatMap(OldLiterals::of);
    if (literal.isPresent()) {
      return Set.of(literal.get());
    }
    if (interned(result)) {
      String shown =
          name.equals("intern") ? "interned string" : "boxed " + result.callee().simpleOwner();
      boolean computed =
          call.stream()
              .flatMap(each -> each.arguments().stream())
              .noneMatch(Value.Constant.class::isInstance);
      return Set.of(new LockName.Constant(shown, computed));
    }
    if (call.isPresent()
        && call.get().how() != Op.How.STATIC
        && call.get().parameters() > 0
        && LOOKUP.matcher(name).matches()) {
      return parts(in, call.get().arguments().get(0), depth);
    }
    Set<LockName> inside =
        depth > 0 && call.isPresent() ? returned(in, call.get(), depth) : Set.of();
    if (!inside.isEmpty()) {
      return inside;
    }
    return lockedTypes
        .byType(returned(result))
        .map(Set::of)
        .orElse(Set.of(answer(in, result, call)));
  }

  /** The answer of a getter of the program is one lock for each of its objects. */
  private LockName answer(MethodFacts in, Value.Result result, Optional<Op.Call> call) {
    boolean getter =
        call.isPresent()
            && call.get().parameters() == 0
            && call.get().how() != Op.How.STATIC
            && linked.facts().isRoot(result.callee().owner())
            // What answers with its like is a node among many.
            && !linked.subtype(Classes.named(returned(result)), result.callee().owner());
    return getter
        ? new LockName.Returned(result.callee())
        : unresolved(
            in,
            "what " + result.callee().simpleOwner() + "." + result.callee().name() + " returns");
  }

  /** What the bodies of a call return, when that is a field or an object in each of them. */
  private Set<LockName> returned(MethodFacts in, Op.Call call, int depth) {
    List<MethodFacts> bodies = linked.targets(in, call).bodies();
    Set<LockName> found = new LinkedHashSet<>();
    if (bodies.isEmpty() || bodies.size() > CANDIDATES) {
      return found;
    }
    for (MethodFacts body : bodies) {
      for (var block : body.blocks()) {
        for (Op op : block.ops()) {
          if (op instanceof Op.Return result && result.value().isPresent()) {
            found.addAll(names(body, result.value().get(), depth - 2));
          }
        }
      }
    }
    return found.stream().anyMatch(LockName.Unresolved.class::isInstance) ? Set.of() : found;
  }

  private static String returned(Value.Result result) {
    String descriptor = result.callee().descriptor();
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }

  private static LockName unresolved(MethodFacts in, String why) {
    return new LockName.Unresolved(in.ref().toString(), why);
  }
}
