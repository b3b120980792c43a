package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what is called by reflection or through a method handle, where class and name are
 * constants.
 */
final class Reflection {

  private static final String METHOD = "java.lang.reflect.Method";

  private static final Set<String> HANDLES = Set.of("invoke", "invokeExact", "invokeWithArguments");

  private static final Pattern GETS_METHOD = Pattern.compile("get(Declared)?Method");

  private static final Pattern FINDS_METHOD = Pattern.compile("find(Virtual|Static|Special)");

  private static final Pattern GETS_CONSTRUCTOR = Pattern.compile("get(Declared)?Constructor");

  private final Linked linked;

  Reflection(Linked linked) {
    this.linked = linked;
  }

  /**
   * The bodies that a reflective call runs; empty for other calls and where nothing is constant.
   */
  List<MethodFacts> bodies(MethodFacts in, Op.Call call) {
    if (call.receiver().isEmpty()) {
      return List.of();
    }
    String owner = call.callee().owner();
    String name = call.callee().name();
    if (owner.equals(METHOD) && name.equals("invoke")) {
      return found(in, call.arguments().get(0), "java.lang.Class", GETS_METHOD, 0);
    }
    if (owner.equals("java.lang.invoke.MethodHandle") && HANDLES.contains(name)) {
      return found(
          in, call.arguments().get(0), "java.lang.invoke.MethodHandles$Lookup", FINDS_METHOD, 1);
    }
    return made(in, call).stream()
        .flatMap(type -> linked.type(type).stream())
        .flatMap(type -> type.methods().stream())
        .filter(method -> method.ref().constructor())
        .toList();
  }

  /**
   * Whether the handler of a proxy runs the method that the proxy was asked for: on what that is
   * called, and what it does there, is up to whoever uses the proxy.
   */
  boolean ofProxy(MethodFacts in, Op.Call call) {
    return call.callee().owner().equals(METHOD)
        && call.callee().name().equals("invoke")
        && call.arguments().get(0) instanceof Value.Parameter handed
        && handed.type().equals("Ljava/lang/reflect/Method;")
        && linked.subtype(in.ref().owner(), "java.lang.reflect.InvocationHandler");
  }

  /** Binary name of the class of which a reflective call makes an object. */
  Optional<String> made(MethodFacts in, Op.Call call) {
    if (!call.callee().name().equals("newInstance") || call.receiver().isEmpty()) {
      return Optional.empty();
    }
    Value receiver = call.arguments().get(0);
    return call.callee().owner().equals("java.lang.Class")
        ? type(in, receiver)
        : call.callee().owner().equals("java.lang.reflect.Constructor")
            ? maker(in, receiver)
                .filter(from -> GETS_CONSTRUCTOR.matcher(from.call().callee().name()).matches())
                .flatMap(from -> type(from.in(), from.call().arguments().get(0)))
            : Optional.empty();
  }

  /** Methods by the constants that they were looked up with: a class, and behind it a name. */
  private List<MethodFacts> found(
      MethodFacts in, Value handle, String lookup, Pattern finds, int classAt) {
    Optional<CallSite> from =
        maker(in, handle)
            .filter(site -> site.call().callee().owner().equals(lookup))
            .filter(site -> finds.matcher(site.call().callee().name()).matches());
    if (from.isEmpty()) {
      return List.of();
    }
    List<Value> arguments = from.get().call().arguments();
    Optional<String> type = type(from.get().in(), arguments.get(classAt));
    Optional<String> name = text(from.get().in(), arguments.get(classAt + 1));
    return type.isPresent() && name.isPresent() ? named(type.get(), name.get()) : List.of();
  }

  private List<MethodFacts> named(String type, String name) {
    return linked.type(type).stream()
        .map(ClassFacts::methods)
        .flatMap(List::stream)
        .map(MethodFacts::ref)
        .filter(method -> method.name().equals(name))
        .map(this::body)
        .flatMap(Optional::stream)
        .filter(body -> !body.isAbstract() && !body.isSynthetic())
        .toList();
  }

  private Optional<MethodFacts> body(MethodRef method) {
    return linked.types().resolve(method);
  }

  /** The class that a value stands for: a literal, or one looked up by a constant name. */
  private Optional<String> type(MethodFacts in, Value value) {
    for (Origin origin : linked.makers(in, value)) {
      if (origin.value() instanceof Value.ClassLiteral literal) {
        return Optional.of(literal.name());
      }
      if (origin.value() instanceof Value.Result result
          && result.callee().name().matches("forName|loadClass")) {
        return linked
            .call(origin.in(), result.op())
            .flatMap(call -> text(origin.in(), call.parameter(0)));
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(MethodFacts in, Value value) {
    List<Origin> origins = linked.makers(in, value);
    return origins.size() == 1
            && origins.get(0).value() instanceof Value.Constant constant
            && constant.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private Optional<CallSite> maker(MethodFacts in, Value value) {
    List<Origin> origins = linked.makers(in, value);
    return origins.size() == 1 && origins.get(0).value() instanceof Value.Result result
        ? linked
            .call(origins.get(0).in(), result.op())
            .map(call -> CallSite.of(origins.get(0).in(), call))
        : Optional.empty();
  }
}
