package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Scope;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks of one caller that heap up in front of an executor of one thread: a loop hands over all of
 * them, keeps what it is given for each, and waits for the answers afterwards. One caller is enough
 * then for many tasks to wait at once.
 */
final class Heaped {

  private static final Set<String> HANDLES =
      Set.of("java.util.concurrent.Future", "java.util.concurrent.CompletionStage");

  private final Linked linked;
  private final Returns returns;

  Heaped(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
  }

  /** The sharing as it was shown or, where it was not, by tasks that were seen to heap up. */
  Sharing orElse(Sharing shared, List<HandOffSite> sites) {
    if (!shared.because().isEmpty() || shared.scope() != Scope.PER_INSTANCE) {
      return shared;
    }
    return sites.stream()
        .flatMap(site -> loop(site).stream())
        .findFirst()
        .map(
            in ->
                new Sharing(
                    Scope.SHARED_INSTANCE,
                    List.of(
                        in.ref().simpleOwner()
                            + "."
                            + in.ref().name()
                            + " hands over all tasks before it waits for the first"),
                    true,
                    true,
                    false))
        .orElse(shared);
  }

  /** The method with a loop that hands over many. */
  private Optional<MethodFacts> loop(HandOffSite site) {
    if (many(site.in(), site.call())) {
      return Optional.of(site.in());
    }
    return handsBack(site)
        ? linked.callers(site.in()).stream()
            .filter(caller -> many(caller.in(), caller.call()))
            .map(CallSite::in)
            .findFirst()
        : Optional.empty();
  }

  private boolean handsBack(HandOffSite site) {
    return handle(site.in().ref().descriptor());
  }

  private boolean handle(String descriptor) {
    String type = Classes.named(descriptor.substring(descriptor.indexOf(')') + 1));
    return HANDLES.contains(type)
        || HANDLES.stream().anyMatch(handle -> linked.subtype(type, handle));
  }

  /** Whether a call stands in a loop that keeps its handles and joins none of them. */
  private boolean many(MethodFacts in, Op.Call call) {
    int loop = in.blocks().get(returns.ops(in).blockOf(call.id())).loop();
    if (loop < 0 || !handle(call.callee().descriptor())) {
      return false;
    }
    Value handle = new Value.Result(call.id(), call.callee());
    List<Op.Call> uses =
        in.blocks().stream()
            .filter(block -> block.loop() == loop)
            .map(Block::ops)
            .flatMap(List::stream)
            .filter(Op.Call.class::isInstance)
            .map(Op.Call.class::cast)
            .filter(use -> use.arguments().contains(handle))
            .toList();
    return !uses.isEmpty() && uses.stream().allMatch(use -> linked.effects(use).joins().isEmpty());
  }
}
