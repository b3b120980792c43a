package dev.concur.advise;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Safety;
import dev.concur.model.Happening;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
