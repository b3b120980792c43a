package dev.concur.advise;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Safety;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds objects that compute for all and bear only one thread at a time. */
final class Unsafe {

  private Unsafe() {}

  /**
   * The type of such an object behind the heaviest computing; empty when it is made on the way
   * there, and so belongs to the pass.
   */
  static Optional<String> computing(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Computes.class::isInstance)
        .findFirst()
        .flatMap(computes -> called(computes.chain(), program));
  }

  /**
   * The types of the objects that a lock is there for, when each of them is used anew in each pass
   * and bears one thread at a time, such as a format; empty when it guards anything else.
   */
  static List<String> onlyTools(LockUse use, Program program) {
    boolean contents = use.guards().stream().allMatch(field -> field.endsWith("[]"));
    List<MethodRef> used =
        use.regions().stream()
            .map(region -> region.at().methodRef())
            .distinct()
            .flatMap(method -> onOthers(method, program))
            .toList();
    boolean anew = used.stream().allMatch(call -> used.stream().anyMatch(by -> renews(by, call)));
    return !contents || !anew || used.size() < use.guards().size()
        ? List.of()
        : used.stream().map(MethodRef::owner).distinct().sorted().toList();
  }

  /** Calls on objects that bear one thread and are not made there. */
  private static Stream<MethodRef> onOthers(MethodRef method, Program program) {
    List<MethodRef> calls = program.calls(method).stream().map(Program.Call::callee).toList();
    return calls.stream()
        .filter(callee -> !callee.constructor() && bearsOne(callee.owner()))
        .filter(
            callee ->
                calls.stream()
                    .noneMatch(made -> made.constructor() && made.owner().equals(callee.owner())));
  }

  /** Whether a call leaves nothing in a mere tool of what was done with it before or after. */
  private static boolean renews(MethodRef call, MethodRef other) {
    int given = parameters(call.descriptor());
    return call.owner().equals(other.owner())
        && Catalogue.bundled()
            .reusableOf(call.owner(), Unsafe::supertypes)
            .filter(how -> !how.data())
            .filter(
                how ->
                    how.begins(call.name(), given)
                        || how.ends(call.name(), given)
                        || how.each(call.name(), given))
            .isPresent();
  }

  private static int parameters(String descriptor) {
    String inside = descriptor.substring(1, descriptor.indexOf(')'));
    return inside.replaceAll("\\[*(L[^;]+;|[A-Z])", "x").length();
  }

  private static Optional<String> called(List<Spot> chain, Program program) {
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Spot leaf = chain.get(chain.size() - 1);
    return program.calls(leaf.methodRef()).stream()
        .filter(call -> call.at().line() == leaf.line())
        .map(Program.Call::callee)
        .filter(callee -> !callee.constructor())
        .map(MethodRef::owner)
        .filter(Unsafe::bearsOne)
        .filter(Predicate.not(type -> madeIn(chain, type, program)))
        .findFirst();
  }

  private static boolean bearsOne(String type) {
    return Catalogue.bundled()
        .safetyOf(type, Unsafe::supertypes)
        .filter(safety -> safety == Safety.UNSAFE)
        .isPresent();
  }

  /** Supertypes of a class of the JDK, nearest first; nothing is known here of other classes. */
  private static List<String> supertypes(String type) {
    List<String> names = new ArrayList<>();
    try {
      Class<?> at = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
      for (Class<?> up = at.getSuperclass(); up != null; up = up.getSuperclass()) {
        names.add(up.getName());
      }
    } catch (ClassNotFoundException e) {
      return List.of(); // not of this JDK
    }
    return names;
  }

  private static boolean madeIn(List<Spot> chain, String type, Program program) {
    String gives = ")L" + type.replace('.', '/') + ";";
    return chain.stream()
        .map(Spot::methodRef)
        .flatMap(method -> program.calls(method).stream())
        .map(Program.Call::callee)
        .anyMatch(
            callee ->
                callee.descriptor().endsWith(gives)
                    || (callee.constructor() && callee.owner().equals(type)));
  }
}
