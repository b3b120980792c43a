package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Role;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Executor;
import dev.concur.model.Kind;
import dev.concur.model.Remark;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is odd about single places, by the values that meet there. */
final class Remarks {

  private final Linked linked;

  Remarks(Linked linked) {
    this.linked = linked;
  }

  List<Remark> of(MethodFacts method) {
    List<Remark> found = new ArrayList<>();
    for (Op.Call call : method.calls()) {
      undrained(method, call).ifPresent(found::add);
      vain(method, call).ifPresent(found::add);
      kept(method, call).ifPresent(found::add);
    }
    for (Block block : method.blocks()) {
      if (block.loop() >= 0 && Summaries.counts(block)) {
        block.ops().forEach(op -> jvm(method, op).ifPresent(found::add));
      }
    }
    return found;
  }

  // A process that is waited for before anybody reads what it says.

  private Optional<Remark> undrained(MethodFacts method, Op.Call wait) {
    if (!endlesslyWaitsForProcess(wait)) {
      return Optional.empty();
    }
    return startedHere(method, wait.arguments().get(0))
        .filter(start -> !redirected(method, start) && !handled(method, start, wait))
        .map(
            start ->
                new Remark.UndrainedProcess(
                    method.spot(wait.line(), "waits for its end"),
                    method.spot(start.line(), "starts a process")));
  }

  private boolean endlesslyWaitsForProcess(Op.Call call) {
    return call.receiver().isPresent()
        && isProcess(call.callee().owner())
        && linked.effects(call).waits().stream()
            .anyMatch(waits -> waits.kind() == Kind.PROCESS && waits.timeout().isEmpty());
  }

  private boolean isProcess(String type) {
    return linked
        .catalogue()
        .roleOf(type, linked.facts()::supertypes)
        .filter(role -> role == Role.PROCESS)
        .isPresent();
  }

  /** The call of this method that started the process. */
  private Optional<Op.Call> startedHere(MethodFacts method, Value process) {
    List<Origin> origins = linked.origins(method, process);
    return origins.size() == 1
            && origins.get(0).in().ref().equals(method.ref())
            && origins.get(0).value() instanceof Value.Result started
        ? linked.call(method, started.op()).filter(call -> device(call) == Kind.PROCESS)
        : Optional.empty();
  }

  /** What the result of a call waits for; nothing is a lock, which no device is. */
  private Kind device(Op.Call call) {
    return linked.effects(call).device().map(Effect.Device::kind).orElse(Kind.LOCK);
  }

  private boolean redirected(MethodFacts method, Op.Call start) {
    return method.calls().stream()
        .filter(call -> call.id() < start.id())
        .anyMatch(call -> linked.effects(call).has(Effect.Redirects.class));
  }

  /** Whether its output is asked for before, or somebody else gets hold of it. */
  private boolean handled(MethodFacts method, Op.Call start, Op.Call wait) {
    return method.calls().stream()
        .filter(call -> call.id() > start.id() && call.id() < wait.id())
        .anyMatch(call -> reads(method, start, call) || passes(method, start, call));
  }

  private boolean reads(MethodFacts method, Op.Call start, Op.Call call) {
    return call.receiver().filter(receiver -> comesFrom(method, receiver, start)).isPresent()
        && device(call) == Kind.PROCESS;
  }

  private boolean passes(MethodFacts method, Op.Call start, Op.Call call) {
    int first = call.receiver().isPresent() ? 1 : 0;
    return call.arguments().stream()
        .skip(first)
        .anyMatch(
            argument ->
                comesFrom(method, argument, start)
                    || (argument instanceof Value.Lambda lambda
                        && lambda.captured().stream()
                            .anyMatch(captured -> comesFrom(method, captured, start))));
  }

  private boolean comesFrom(MethodFacts method, Value value, Op.Call start) {
    return linked.origins(method, value).stream()
        .anyMatch(
            origin ->
                origin.in().ref().equals(method.ref())
                    && origin.value() instanceof Value.Result result
                    && result.op() == start.id());
  }

  // A virtual thread that is asked for what only a platform thread grants.

  private Optional<Remark> vain(MethodFacts method, Op.Call call) {
    boolean wish = linked.effects(call).has(Effect.PlatformOnly.class);
    return wish && !grants(call) && isVirtual(method, call.arguments().get(0))
        ? Optional.of(
            new Remark.VainWish(
                method.spot(call.line(), "a virtual thread"),
                call.callee().simpleOwner() + "." + call.callee().name()))
        : Optional.empty();
  }

  /** To be a daemon is what a virtual thread is anyway. */
  private static boolean grants(Op.Call call) {
    return call.callee().descriptor().startsWith("(Z)")
        && call.parameter(0) instanceof Value.Constant said
        && Integer.valueOf(1).equals(said.value());
  }

  private boolean isVirtual(MethodFacts method, Value thread) {
    List<Origin> origins = linked.origins(method, thread);
    return !origins.isEmpty() && origins.stream().allMatch(this::madeVirtual);
  }

  private boolean madeVirtual(Origin origin) {
    return origin.value() instanceof Value.Result made
        && linked
            .call(origin.in(), made.op())
            .map(linked::effects)
            .filter(Remarks::virtual)
            .isPresent();
  }

  private static boolean virtual(Effects effects) {
    boolean makes = effects.makes().filter(m -> m.kind() == Executor.Kind.VIRTUAL).isPresent();
    return makes
        || effects.starts().stream()
            .anyMatch(
                starts ->
                    starts.by() instanceof Effect.By.Own own
                        && own.kind() == Executor.Kind.VIRTUAL);
  }

  // A Java process for each round of a loop.

  private Optional<Remark> jvm(MethodFacts method, Op op) {
    return op instanceof Op.Call call && device(call) == Kind.PROCESS && startsJava(method, call)
        ? Optional.of(new Remark.JvmEachRound(method.spot(call.line(), "starts a JVM")))
        : Optional.empty();
  }

  /** Whether the command that led here names the launcher of Java. */
  private boolean startsJava(MethodFacts method, Op.Call start) {
    return start.callee().name().matches("start|exec")
        && method.calls().stream()
            .filter(call -> call.id() <= start.id())
            .filter(call -> call.callee().owner().matches("java\\.lang\\.(ProcessBuilder|Runtime)"))
            .flatMap(call -> call.arguments().stream())
            .anyMatch(value -> namesJava(method, value, new HashSet<>()));
  }

  /** Strings may be joined in loops, where each came from the other; each is looked at once. */
  private boolean namesJava(MethodFacts method, Value value, Set<Origin> seen) {
    if (value instanceof Value.NewArray array) {
      return method.blocks().stream()
          .flatMap(block -> block.ops().stream())
          .anyMatch(
              op ->
                  op instanceof Op.ArrayWrite write
                      && write.array().equals(array)
                      && namesJava(method, write.value(), seen));
    }
    return linked.origins(method, value).stream()
        .anyMatch(origin -> seen.add(origin) && launcher(origin, seen));
  }

  private boolean launcher(Origin origin, Set<Origin> seen) {
    if (origin.value() instanceof Value.Constant constant) {
      return constant.value().toString().matches("(.*[/ ])?(java|java\\.home)( .*)?");
    }
    return origin.value() instanceof Value.Result made
        && linked
            .call(origin.in(), made.op())
            .filter(call -> linked.facts().inJdk(call.callee().owner()))
            .filter(
                call ->
                    call.arguments().stream()
                        .anyMatch(
                            value -> !value.equals(made) && namesJava(origin.in(), value, seen)))
            .isPresent();
  }

  // What a thread keeps for itself.

  private Optional<Remark> kept(MethodFacts method, Op.Call call) {
    boolean asks =
        call.callee().name().equals("get")
            && call.callee().descriptor().startsWith("()")
            && linked.subtype(call.callee().owner(), "java.lang.ThreadLocal");
    return asks && call.receiver().isPresent()
        ? linked.tasks(method, call.receiver().get(), List.of("initialValue", "get")).stream()
            .flatMap(maker -> made(maker).stream())
            .findFirst()
            .map(made -> kept(method, call, made))
        : Optional.empty();
  }

  private static Optional<Value> made(MethodFacts maker) {
    return maker.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(Op.Return.class::isInstance)
        .flatMap(op -> ((Op.Return) op).value().stream())
        .filter(value -> value instanceof Value.NewArray || costly(value))
        .findFirst();
  }

  private static boolean costly(Value value) {
    return value instanceof Value.New object
        && object
            .type()
            .matches(
                "java\\.(text\\..*|lang\\.StringBu.*|nio\\..*Buffer|io\\..*)|javax\\.xml\\..*");
  }

  private static Remark kept(MethodFacts method, Op.Call call, Value made) {
    Spot at = method.spot(call.line(), "what the thread keeps");
    if (made instanceof Value.NewArray array) {
      boolean known = array.length() instanceof Value.Constant;
      long bytes = known ? elementBytes(array.type()) * length(array) : 0;
      return new Remark.KeptByThread(at, "array", bytes);
    }
    String type = ((Value.New) made).type();
    return new Remark.KeptByThread(at, type.substring(type.lastIndexOf('.') + 1), 0);
  }

  private static long length(Value.NewArray array) {
    return ((Value.Constant) array.length()).value() instanceof Number number
        ? number.longValue()
        : 0;
  }

  private static long elementBytes(String type) {
    return switch (type) {
      case "[B", "[Z" -> 1;
      case "[C", "[S" -> 2;
      case "[J", "[D" -> 8;
      default -> 4;
    };
  }
}
