package dev.concur.rule;

import dev.concur.model.HandOff;
import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import java.util.List;
import java.util.stream.Collectors;

/** Names of the scarce things that findings are about. */
final class Things {

  private Things() {}

  /**
   * What facets of one subject have in common; loops and hand-offs at one place are one pipeline.
   */
  static String of(Subject subject) {
    if (subject instanceof Subject.OfLock lock) {
      return "lock " + lock.use().lock().id();
    }
    if (subject instanceof Subject.OfHandOff handOff) {
      return place(handOff.handOff().at());
    }
    if (subject instanceof Subject.OfLoop loop) {
      return place(loop.loop().at());
    }
    if (subject instanceof Subject.OfCall call) {
      return place(call.call().at()) + " " + call.call().callee();
    }
    if (subject instanceof Subject.OfSuppression suppression) {
      return place(suppression.at()) + " " + suppression.text();
    }
    return "method " + ((Subject.OfMethod) subject).label().method();
  }

  /** What a finding's id rests on: the same while lines move. */
  static String identity(Subject subject) {
    if (subject instanceof Subject.OfLock lock) {
      return lock.use().lock().id();
    }
    if (subject instanceof Subject.OfHandOff handOff) {
      return taskNames(handOff.handOff());
    }
    if (subject instanceof Subject.OfCall call) {
      return call.call().callee().toString();
    }
    if (subject instanceof Subject.OfSuppression suppression) {
      return suppression.text();
    }
    return "";
  }

  static List<String> locks(Subject subject) {
    return subject instanceof Subject.OfLock lock ? List.of(lock.use().lock().id()) : List.of();
  }

  private static String taskNames(HandOff handOff) {
    return handOff.tasks().stream().map(MethodRef::toString).collect(Collectors.joining(" "));
  }

  private static String place(Spot at) {
    return "place " + at.methodRef() + ":" + at.line();
  }
}
