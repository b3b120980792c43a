package dev.concur.lock;

import dev.concur.link.Linked;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;

/**
 * Objects that pass calls on to another object while they hold a lock, as {@code
 * Collections.synchronizedMap} and invocation handlers of proxies do. Nobody writes one for an
 * object that a single thread uses.
 */
final class Decorators {

  /** Methods that must pass on; one or two may do so by chance. */
  private static final int METHODS = 3;

  private Decorators() {}

  /** What is passed on under a lock; empty when its holder is no decorator. */
  static Optional<String> passing(Linked linked, List<Extent> extents) {
    if (extents.stream().anyMatch(extent -> handles(linked, extent) || behind(linked, extent))) {
      return Optional.of("a proxy passes calls on");
    }
    List<Extent> passing = extents.stream().filter(extent -> passesOn(linked, extent)).toList();
    long methods = passing.stream().map(extent -> extent.in().ref()).distinct().count();
    long all = extents.stream().map(extent -> extent.in().ref()).distinct().count();
    return methods >= METHODS && 2 * methods >= all
        ? Optional.of("it passes " + methods + " of its methods on")
        : Optional.empty();
  }

  /** Whether the method asked for runs inside of {@code InvocationHandler.invoke}. */
  private static boolean handles(Linked linked, Extent extent) {
    MethodFacts in = extent.in();
    return in.ref().name().equals("invoke")
        && linked.subtype(in.ref().owner(), "java.lang.reflect.InvocationHandler")
        && extent.calls().stream()
            .filter(call -> call.callee().name().startsWith("invoke"))
            .flatMap(call -> call.arguments().stream())
            .anyMatch(Decorators::method);
  }

  /** Whether a handler of a proxy leaves its calls to a method of its own, which locks. */
  private static boolean behind(Linked linked, Extent extent) {
    return linked.running(extent.in()).stream()
        .filter(site -> site.in().ref().name().equals("invoke") && !site.in().isStatic())
        .filter(
            site -> linked.subtype(site.in().ref().owner(), "java.lang.reflect.InvocationHandler"))
        .anyMatch(
            site -> parameter(site.call().arguments(), 0) && parameter(site.call().arguments(), 3));
  }

  /** Whether a parameter is handed on. */
  private static boolean parameter(List<Value> given, int index) {
    return given.stream()
        .anyMatch(value -> value instanceof Value.Parameter each && each.index() == index);
  }

  private static boolean method(Value value) {
    return value instanceof Value.Parameter parameter
        && parameter.type().equals("Ljava/lang/reflect/Method;");
  }

  /** Whether the same method of a wrapped object of the same kind runs inside. */
  private static boolean passesOn(Linked linked, Extent extent) {
    MethodFacts in = extent.in();
    return passesOn(linked, in, extent.calls(), true);
  }

  /**
   * Whether one of some calls is the same method of what is wrapped, or the inherited one, which
   * does no more than that.
   */
  private static boolean passesOn(
      Linked linked, MethodFacts in, List<Op.Call> calls, boolean inherited) {
    return calls.stream()
        .filter(call -> call.callee().name().equals(in.ref().name()))
        .filter(call -> call.callee().descriptor().equals(in.ref().descriptor()))
        .filter(call -> linked.subtype(in.ref().owner(), call.callee().owner()))
        // What passes on to its like is a link in a chain.
        .filter(call -> !call.callee().owner().equals(in.ref().owner()))
        .anyMatch(
            call ->
                call.receiver().filter(Decorators::wrapped).isPresent()
                    || (inherited && ofParent(linked, in, call)));
  }

  private static boolean ofParent(Linked linked, MethodFacts in, Op.Call call) {
    boolean own =
        call.receiver()
            .filter(value -> value instanceof Value.Parameter self && self.index() == 0)
            .isPresent();
    return own
        && !call.callee().owner().equals(in.ref().owner())
        && linked
            .body(call.callee())
            .filter(body -> passesOn(linked, body, body.calls(), false))
            .isPresent();
  }

  private static boolean wrapped(Value value) {
    return value instanceof Value.FieldOf field
        && field.base().filter(Value.Parameter.class::isInstance).isPresent();
  }
}
