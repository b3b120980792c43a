package dev.concur.read;

import dev.concur.model.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Says of every edge of a method's flow how often it is taken, by what is tested before it. */
final class Branches {

  private static final Pattern DEBUG_GUARD =
      Pattern.compile("is(Debug|Trace|Fine|Finer|Finest|Verbose)(Enabled|Mode|On|ging)?");

  /** Asks for a level that is handed in; only some levels are for finding mistakes. */
  private static final Pattern LEVEL_GUARD = Pattern.compile("is(Loggable|Enabled|EnabledFor)");

  private static final Pattern DEBUG_LEVEL =
      Pattern.compile("CONFIG|FINE|FINER|FINEST|DEBUG|TRACE|ALL|VERBOSE");

  /** Names of flags that are off on all but the days on which somebody looks for a mistake. */
  private static final Pattern DEBUG_FLAG =
      Pattern.compile("(?i)(.*_)?(is)?(debug|trace|verbose)(_.*|ging|enabled|mode|on)?");

  private final Body body;
  private final Flow flow;
  private final Resets resets;
  private final Tested tested;
  private final Fillings fillings;
  private final Lookups lookups;
  private final Retries retries;
  private final boolean[] fails;
  private final Map<Long, Path> edges = new HashMap<>();

  Branches(Body body, Resets resets, Tested tested) {
    this.body = body;
    this.flow = body.flow();
    this.resets = resets;
    this.tested = tested;
    this.fillings = new Fillings(body, resets);
    this.lookups = new Lookups(body, resets, tested);
    this.retries = new Retries(body);
    this.fails = fails();
  }

  /** How often the edge is taken, once its block is passed. */
  Path edge(int from, int to) {
    return edges.computeIfAbsent(((long) from << 32) | to, key -> judge(from, to));
  }

  private Path judge(int from, int to) {
    if (flow.successors[from].length < 2) {
      return Path.HOT;
    }
    if (fails[to]) {
      return Path.ERROR;
    }
    Optional<Op.Branch> branch = body.branch(from);
    if (branch.isEmpty() || branch.get().then() == branch.get().otherwise()) {
      return Path.HOT;
    }
    // Where all else throws, whoever gets on passes here, were it for the first time or not.
    Path path = judge(branch.get(), from, to);
    return path != Path.ERROR && othersFail(from, to) ? Path.HOT : path;
  }

  private boolean othersFail(int from, int to) {
    return IntStream.of(flow.successors[from]).allMatch(other -> other == to || fails[other]);
  }

  private Path judge(Op.Branch branch, int from, int to) {
    Op.Test test = to == branch.then() ? branch.test() : negated(branch.test());
    if (guardsDebugging(branch.left(), test) || retries.triesAgain(branch, from, to)) {
      return Path.ERROR;
    }
    if (resets.latches().letsOneThrough(body, branch, test)
        || WornOut.readAnew(body, branch.left(), test, flow.behind(to))) {
      return Path.ONCE;
    }
    if (fillings.renewsWhatIsOld(branch, to)) {
      return Path.MISS;
    }
    List<Value> inputs = new ArrayList<>(tested.inputs(branch.left()));
    tested.justStored(branch.left(), from).ifPresent(inputs::add);
    for (Value input : inputs) {
      Value asked = tested.behindReference(input, from);
      Optional<Path> filling =
          asked instanceof Value.FieldOf field
              ? fillings.path(field, branch, test, to)
              : Optional.empty();
      if (filling.isPresent()) {
        return filling.get();
      }
      if (lookups.missed(asked, branch, test, from, to)) {
        return lookups.missedOnce(asked) ? Path.ONCE : Path.MISS;
      }
    }
    return Path.HOT;
  }

  /** Blocks from which every way ends in a throw; none when the whole method only throws. */
  private boolean[] fails() {
    boolean[] failing = new boolean[flow.size];
    for (int i = flow.order.length - 1; i >= 0; i--) {
      int block = flow.order[i];
      int[] next = flow.successors[block];
      boolean all = next.length > 0;
      for (int to : next) {
        all &= failing[to] && !flow.closesLoop(block, to);
      }
      failing[block] = all || (next.length == 0 && throwsAtEnd(block)) || callsThrower(block);
    }
    return failing[0] ? new boolean[flow.size] : failing;
  }

  private boolean callsThrower(int block) {
    return body.ops().get(block).stream().anyMatch(resets.throwers()::has);
  }

  private boolean throwsAtEnd(int block) {
    List<Op> ops = body.ops().get(block);
    return !ops.isEmpty() && ops.get(ops.size() - 1) instanceof Op.Throw;
  }

  private boolean guardsDebugging(Value tested, Op.Test test) {
    if (tested instanceof Value.FieldOf field
        && field.field().name().equals("$assertionsDisabled")) {
      return test == Op.Test.EQUAL;
    }
    if (tested instanceof Value.FieldOf flag && flag.field().descriptor().equals("Z")) {
      return test == Op.Test.NOT_EQUAL && DEBUG_FLAG.matcher(flag.field().name()).matches();
    }
    return test == Op.Test.NOT_EQUAL
        && tested instanceof Value.Result result
        && (DEBUG_GUARD.matcher(result.callee().name()).matches() || asksForDebugging(result));
  }

  /** Whether a logger is asked for one of the levels below daily reports. */
  private boolean asksForDebugging(Value.Result result) {
    return LEVEL_GUARD.matcher(result.callee().name()).matches()
        && body.call(result.op()).stream()
            .flatMap(call -> call.arguments().stream())
            .anyMatch(
                argument ->
                    argument instanceof Value.FieldOf level
                        && level.base().isEmpty()
                        && DEBUG_LEVEL.matcher(level.field().name()).matches());
  }

  private static Op.Test negated(Op.Test test) {
    return switch (test) {
      case EQUAL -> Op.Test.NOT_EQUAL;
      case NOT_EQUAL -> Op.Test.EQUAL;
      case LESS -> Op.Test.GREATER_OR_EQUAL;
      case GREATER_OR_EQUAL -> Op.Test.LESS;
      case GREATER -> Op.Test.LESS_OR_EQUAL;
      case LESS_OR_EQUAL -> Op.Test.GREATER;
    };
  }
}
