package dev.concur;

import dev.concur.input.Inputs;
import dev.concur.input.Root;
import dev.concur.model.Target;
import dev.concur.model.Target.Mode;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import java.util.Set;
import java.util.stream.Collectors;

/** What the advice is for: as the user said, or else as the code and its packaging say. */
final class TargetChoice {

  private static final int JAVA_1_MAJOR = 44;
  private static final int OLDEST = 5;

  private final Request request;
  private final Inputs inputs;
  private final Facts facts;

  TargetChoice(Request request, Inputs inputs, Facts facts) {
    this.request = request;
    this.inputs = inputs;
    this.facts = facts;
  }

  Target target() {
    int release = request.release() > 0 ? request.release() : newestRelease();
    int runtime = request.runtime() > 0 ? request.runtime() : release;
    return new Target(release, runtime, mode());
  }

  /**
   * The newest class file tells, since that is what the code needs to run at all; sources that have
   * none are taken to be for the Java that reads them.
   */
  private int newestRelease() {
    int newest = facts.roots().stream().mapToInt(ClassFacts::major).max().orElse(0);
    return newest == 0 ? Runtime.version().feature() : Math.max(OLDEST, newest - JAVA_1_MAJOR);
  }

  private Mode mode() {
    Set<Mode> said = inputs.roots().stream().map(Root::mode).collect(Collectors.toSet());
    if (said.size() == 1 && !said.contains(Mode.MIXED)) {
      return said.iterator().next();
    }
    boolean starts = facts.roots().stream().anyMatch(TargetChoice::hasMain);
    return starts && !said.contains(Mode.LIBRARY) ? Mode.APPLICATION : Mode.MIXED;
  }

  private static boolean hasMain(ClassFacts type) {
    return type.methods().stream()
        .anyMatch(
            method ->
                method.isStatic()
                    && method.ref().name().equals("main")
                    && method.ref().descriptor().equals("([Ljava/lang/String;)V"));
  }
}
