package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.link.CallSite;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what a program does beside its work: it says how it is used and ends, or it reports what
 * went wrong. All that lead there do so on such a way only.
 *
 * <p>A way that ends the process is beside the work when its method goes on to more on another way:
 * who calls {@code System.exit} behind all that it does has worked before.
 */
final class Asides {

  /** Callers of callers; further away the ways say little. */
  private static final int DEPTH = 5;

  /** With more callers than this one of them is at work. */
  private static final int CALLERS = 40;

  /** The program goes on to so many times the calls of a way that ends it; ours. */
  private static final int MORE = 3;

  private static final Pattern USAGE =
      Pattern.compile(
          "(usage|help|(print|show|display|dump|output|write)\\w*(Usage|Help|Version|Licen[cs]e|Copyright|Banner)\\w*)");

  private final Linked linked;
  private final Set<MethodRef> entries;
  private final PerMethod<Boolean> known = new PerMethod<>();

  Asides(Linked linked) {
    this.linked = linked;
    this.entries =
        linked.entries().stream()
            .map(Entry::at)
            .map(at -> at.methodRef())
            .collect(Collectors.toSet());
  }

  /** Whether a method is called beside the work only. */
  boolean only(MethodFacts method) {
    Boolean found = known.get(method);
    if (found == null) {
      found = only(method, DEPTH, new HashSet<>());
      known.put(method, found);
    }
    return found;
  }

  private boolean only(MethodFacts method, int depth, Set<MethodRef> seen) {
    if (USAGE.matcher(method.ref().name()).matches()) {
      return true;
    }
    if (depth == 0 || !seen.add(method.ref())) {
      return false;
    }
    List<CallSite> callers = linked.callers(method);
    return !callers.isEmpty()
        && callers.size() <= CALLERS
        && !open(method, callers)
        && callers.stream().allMatch(site -> aside(site) || only(site.in(), depth - 1, seen));
  }

  /** Whether outsiders may call it as well, as far as we see. */
  private boolean open(MethodFacts method, List<CallSite> callers) {
    if (linked.foreign(method) || (entries.contains(method.ref()) && !method.isPublic())) {
      return true;
    }
    String file = outermost(method.ref());
    return method.isPublic()
        && callers.stream().allMatch(site -> outermost(site.in().ref()).equals(file));
  }

  private static String outermost(MethodRef method) {
    String type = method.owner();
    int nested = type.indexOf('$', type.lastIndexOf('.') + 2);
    return nested < 0 ? type : type.substring(0, nested);
  }

  private boolean aside(CallSite site) {
    MethodFacts in = site.in();
    return in.block(site.call().id())
        .filter(block -> block.path() == Path.ERROR || endsBesideMore(in, block))
        .isPresent();
  }

  /** Whether a way through a block ends the process, and another goes on to more. */
  private boolean endsBesideMore(MethodFacts in, Block block) {
    for (int top = block.index(); top > 0; top = in.blocks().get(top).dominator()) {
      int from = top;
      Predicate<Block> way = each -> dominated(in, each, from);
      if (ends(in, way) && goesOn(in, from) >= MORE * calls(in, way)) {
        return true;
      }
    }
    return false;
  }

  /** The calls of the longest way that parts from this one. */
  private long goesOn(MethodFacts in, int way) {
    int parts = in.blocks().get(way).dominator();
    return in.blocks().stream()
        .filter(other -> other.dominator() == parts && other.index() != way)
        .mapToLong(other -> calls(in, each -> dominated(in, each, other.index())))
        .max()
        .orElse(0);
  }

  /** Whether nothing leads out of some blocks but the end of the process. */
  private boolean ends(MethodFacts in, Predicate<Block> way) {
    return in.blocks().stream()
        .filter(way)
        .filter(block -> block.ops().stream().noneMatch(this::exits))
        .allMatch(
            block ->
                !block.successors().isEmpty()
                    && block.successors().stream().map(in.blocks()::get).allMatch(way));
  }

  private boolean exits(Op op) {
    return op instanceof Op.Call call && linked.effects(call).has(Effect.Exits.class);
  }

  private static boolean dominated(MethodFacts in, Block block, int by) {
    int at = block.index();
    while (at >= 0 && at != by) {
      at = in.blocks().get(at).dominator();
    }
    return at == by;
  }

  /** Calls of methods of the program in such blocks. */
  private long calls(MethodFacts in, Predicate<Block> wanted) {
    return in.blocks().stream()
        .filter(wanted)
        .flatMap(block -> block.ops().stream())
        .filter(op -> op instanceof Op.Call call && linked.body(call.callee()).isPresent())
        .count();
  }
}
