package dev.concur;

import dev.concur.advise.Advice;
import dev.concur.advise.LockChange;
import dev.concur.advise.Model;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.model.Executor;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import dev.concur.read.edit.Edit;
import dev.concur.read.edit.SafeEdits;
import dev.concur.report.Patch;
import dev.concur.report.SourceTexts;
import dev.concur.rule.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns advice into a patch where the change is small and was understood in full. */
final class SourcePatches {

  // Without the semaphore of the advice virtual threads are only for what bears them all at once.
  private static final Set<Kind> BOUNDED = EnumSet.of(Kind.DATABASE, Kind.DISK, Kind.PROCESS);

  private static final String ONE_A_CORE = "Runtime.getRuntime().availableProcessors()";

  private final SourceTexts sources;

  SourcePatches(SourceTexts sources) {
    this.sources = sources;
  }

  Optional<Patch> of(Advice advice) {
    Remedy remedy = advice.first();
    if (remedy.status() != Remedy.Status.RECOMMENDED) {
      return Optional.empty();
    }
    Subject subject = advice.finding().subject();
    if (subject instanceof Subject.OfHandOff handOff) {
      return pool(handOff.handOff().executor(), remedy);
    }
    return subject instanceof Subject.OfLock lock
        ? remedy.lockChange().flatMap(change -> atLock(change, lock.use(), advice))
        : Optional.empty();
  }

  private static boolean bearsAll(Remedy remedy) {
    return remedy
        .predicted()
        .map(Prediction::assumedWaits)
        .filter(waits -> waits.keySet().stream().noneMatch(BOUNDED::contains))
        .isPresent();
  }

  private Optional<Patch> pool(Executor pool, Remedy remedy) {
    Spot made = pool.created();
    if (remedy.model() == Model.VIRTUAL_THREADS && bearsAll(remedy)) {
      return patch(made, SafeEdits.poolToVirtualThreads(sources.textOf(made), made.line()));
    }
    return remedy.model() == Model.THREADS && pool.kind() == Executor.Kind.FIXED && computes(remedy)
        ? patch(made, SafeEdits.poolOf(sources.textOf(made), made.line(), ONE_A_CORE))
        : Optional.empty();
  }

  /** How many may wait at once is for others to say; how many may compute is not. */
  private static boolean computes(Remedy remedy) {
    return remedy.predicted().filter(each -> each.assumedWaits().isEmpty()).isPresent();
  }

  private Optional<Patch> atLock(LockChange change, LockUse use, Advice advice) {
    Spot at = advice.finding().at();
    String text = sources.textOf(at);
    boolean number = use.guards().stream().noneMatch(field -> field.endsWith("[]"));
    if (change == LockChange.ADDER && use.guards().size() == 1 && number) {
      return patch(at, SafeEdits.counterToAdder(text, simple(use.guards().iterator().next())));
    }
    if (change == LockChange.PER_INSTANCE && use.lock().kind() == LockKind.SEED) {
      return patch(at, SafeEdits.generatorOfTheThread(text, simple(use.lock().identity())));
    }
    return change == LockChange.MOVE_WAITING_OUT ? callOut(use, text, at) : Optional.empty();
  }

  /** The call in the block itself, which is the first step to what waits. */
  private Optional<Patch> callOut(LockUse use, String text, Spot at) {
    return use.hot().stream()
        .filter(region -> region.at().file().equals(at.file()))
        .flatMap(region -> waits(region).stream())
        .map(call -> outOfTheLock(text, call.line()))
        .filter(edits -> !edits.isEmpty())
        .findFirst()
        .flatMap(edits -> patch(at, edits));
  }

  private static List<Edit> outOfTheLock(String text, int line) {
    List<Edit> moved = SafeEdits.callOutOfBlock(text, line);
    return moved.isEmpty() ? SafeEdits.sleepWithoutLock(text, line) : moved;
  }

  private static Optional<Spot> waits(Region region) {
    return region.all(Happening.Waits.class).stream()
        .flatMap(wait -> wait.chain().stream())
        .filter(spot -> spot.methodRef().equals(region.at().methodRef()))
        .findFirst();
  }

  private Optional<Patch> patch(Spot at, List<Edit> edits) {
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Patch(
                sources.pathOf(at),
                sources.textOf(at),
                edits.stream()
                    .map(
                        edit ->
                            new Patch.Replacement(
                                edit.line(),
                                edit.column(),
                                edit.endLine(),
                                edit.endColumn(),
                                edit.text()))
                    .toList()));
  }

  private static String simple(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }
}
