package dev.concur.read;

import dev.concur.model.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says of every block how often it is passed.
 *
 * <p>Heuristics in the manner of Ball and Larus, "Branch Prediction for Free" (1993): what ends in
 * a throw, in a handler or behind a debug guard is rare; what a guard allows only until its own
 * body has run happens once; what runs when a lookup found nothing and then stores is a miss.
 */
final class Paths {

  /**
   * Share of executions that take an error path. Ours: errors are rare, and their cost must not
   * decide.
   */
  private static final double ERROR = 0.01;

  /** Share of lookups that miss. Ours, for caches that deserve their name. */
  private static final double MISS = 0.1;

  /** Weight of a path that is taken once in the life of its object. */
  private static final double ONCE = 0.001;

  private static final Pattern DEBUG_GUARD =
      Pattern.compile("is(Debug|Trace|Fine|Finer|Finest|Verbose)Enabled|isLoggable");

  static final Pattern STORE =
      Pattern.compile("(put|add|set|store|register|cache|intern|offer|insert|save|replace).*");

  /** A comparison is not followed beyond so many values. */
  private static final int PARTS = 20;

  /** Says what time it is. */
  private static final Pattern CLOCK =
      Pattern.compile("currentTimeMillis|nanoTime|now|millis|instant|getTime");

  private static final Pattern CONTAINS = Pattern.compile("contains(Key)?|has[A-Z].*");

  private static final Pattern LACKS = Pattern.compile("isEmpty");

  private final Body body;
  private final Flow flow;
  private final Resets resets;
  private final Flags flags;
  private final boolean[] fails;
  private final Path[] paths;
  private final double[] frequencies;
  private final Map<Long, Path> edges = new HashMap<>();
  private final List<TreeSet<String>> guardNames = new ArrayList<>();
  private final List<List<FieldRef>> guards = new ArrayList<>();

  Paths(Body body, Resets resets) {
    this.body = body;
    this.flow = body.flow();
    this.resets = resets;
    this.flags = new Flags(body);
    this.fails = fails();
    this.paths = new Path[flow.size];
    this.frequencies = new double[flow.size];
    for (int i = 0; i < flow.size; i++) {
      guards.add(new ArrayList<>());
      guardNames.add(new TreeSet<>());
    }
    spread();
    collectGuards();
  }

  Path path(int block) {
    return paths[block] == null ? Path.ERROR : paths[block];
  }

  double frequency(int block) {
    return Math.min(1, frequencies[block]);
  }

  List<FieldRef> guards(int block) {
    return guards.get(block);
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

  private void spread() {
    paths[0] = Path.HOT;
    frequencies[0] = 1;
    for (int block : flow.order) {
      if (paths[block] == null) {
        paths[block] = Path.ERROR;
      }
      leave(block);
      for (int handler : flow.handlers[block]) {
        arrive(handler, Path.ERROR, frequencies[block] * ERROR, block);
      }
    }
  }

  private void leave(int block) {
    int loop = flow.loopOf[block];
    double staying = 0;
    double leaving = 0;
    for (int to : flow.successors[block]) {
      if (inside(loop, to)) {
        staying += weight(block, to);
      } else {
        leaving += weight(block, to);
      }
    }
    for (int to : flow.successors[block]) {
      if (flow.closesLoop(block, to)) {
        continue;
      }
      double share = weight(block, to);
      if (inside(loop, to)) {
        arrive(to, edge(block, to), frequencies[block] * share / staying, block);
      } else {
        // A loop is left as often as it is entered, by one of its exits.
        double once = frequencies[flow.loops.get(loop).header()];
        arrive(to, edge(block, to), once * share / Math.max(leaving, exits(loop)), block);
      }
    }
  }

  private double exits(int loop) {
    double sum = 0;
    for (int block : flow.loops.get(loop).blocks().stream().toArray()) {
      for (int to : flow.successors[block]) {
        if (!inside(loop, to)) {
          sum += weight(block, to);
        }
      }
    }
    return sum;
  }

  private boolean inside(int loop, int block) {
    return loop < 0 || flow.loops.get(loop).blocks().get(block);
  }

  private void arrive(int block, Path by, double frequency, int from) {
    Path here = paths[from].and(by);
    if (paths[block] == null || here.compareTo(paths[block]) < 0) {
      paths[block] = here;
    }
    frequencies[block] += frequency;
  }

  private double weight(int from, int to) {
    return switch (edge(from, to)) {
      case HOT, COLD -> 1;
      case MISS -> MISS;
      case ONCE -> ONCE;
      case ERROR -> ERROR;
    };
  }

  private Path edge(int from, int to) {
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
    return branch.isEmpty() || branch.get().then() == branch.get().otherwise()
        ? Path.HOT
        : edge(branch.get(), from, to);
  }

  private Path edge(Op.Branch branch, int from, int to) {
    Op.Test test = to == branch.then() ? branch.test() : negated(branch.test());
    if (guardsDebugging(branch.left(), test)) {
      return Path.ERROR;
    }
    if (renewsWhatIsOld(branch, to)) {
      return Path.MISS;
    }
    for (Value input : inputs(branch.left())) {
      Value tested = behindReference(input, from);
      if (tested instanceof Value.FieldOf field
          && !resets.handsOut(field.field())
          && closesBehindItself(field, branch, test, to)) {
        return resets.neverIn(field.field(), guarded(branch)) ? Path.ONCE : Path.MISS;
      }
      if (tested instanceof Value.FieldOf field && remembers(field, branch, test, to)) {
        return Path.MISS;
      }
      if (tested instanceof Value.FieldOf field && emptiesForGood(field, branch, test, to)) {
        return Path.ONCE;
      }
      Optional<Value> placeholder = Placeholders.foundKey(body, tested, test);
      if (placeholder.filter(found -> stores(found, to)).isPresent()) {
        return Path.MISS;
      }
      if (WornOut.says(tested, test) && WornOut.renewed(body, tested, flow.behind(to))) {
        return Path.MISS;
      }
      if (foundNothing(tested, branch, test)
          && (stores(tested, to) || (always(tested, from) && replaces(tested, to)))) {
        return Path.MISS;
      }
    }
    return Path.HOT;
  }

  /** Whether the time that is kept in a field has come, and is set anew behind this edge. */
  private boolean renewsWhatIsOld(Op.Branch branch, int to) {
    List<Value> compared = new ArrayList<>();
    gather(branch.left(), compared);
    gather(branch.right(), compared);
    return compared.stream().anyMatch(Paths::readsClock)
        && flow.behind(to).stream()
            .flatMap(block -> body.ops().get(block).stream())
            .anyMatch(op -> compared.stream().anyMatch(value -> sets(op, value)));
  }

  private static boolean readsClock(Value value) {
    return value instanceof Value.Result result && CLOCK.matcher(result.callee().name()).matches();
  }

  private boolean sets(Op op, Value value) {
    return value instanceof Value.FieldOf kept
        && (fills(op, kept.field())
            || (op instanceof Op.FieldWrite write && same(write.field(), kept.field())));
  }

  /** All that a compared value is made of. */
  private void gather(Value value, List<Value> parts) {
    parts.add(value);
    if (value instanceof Value.Arithmetic sum) {
      gather(sum.left(), parts);
      gather(sum.right(), parts);
    } else if (value instanceof Value.Result result && parts.size() < PARTS) {
      body.call(result.op()).stream()
          .flatMap(call -> call.arguments().stream())
          .forEach(argument -> gather(argument, parts));
    }
  }

  private boolean guardsDebugging(Value tested, Op.Test test) {
    if (tested instanceof Value.FieldOf field
        && field.field().name().equals("$assertionsDisabled")) {
      return test == Op.Test.EQUAL;
    }
    return test == Op.Test.NOT_EQUAL
        && tested instanceof Value.Result result
        && DEBUG_GUARD.matcher(result.callee().name()).matches();
  }

  /**
   * Whether the code behind this edge writes the tested field so that the test fails the next time.
   */
  private boolean closesBehindItself(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    Value guard = guarded(branch);
    if (test != Op.Test.EQUAL && test != Op.Test.NOT_EQUAL) {
      return false;
    }
    boolean open = test == Op.Test.EQUAL;
    if (guard instanceof Value.Constant && flags.opensAgain(tested.field(), guard, open, to)) {
      return false;
    }
    for (int block : flow.behind(to)) {
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.FieldWrite write && same(write.field(), tested.field())) {
          boolean equal = write.value().equals(guard);
          boolean settles = guard instanceof Value.Null || write.value() instanceof Value.Constant;
          if (settles && equal != open && always(block, to)) {
            return true;
          }
        }
        if (open && guard instanceof Value.Null && fills(op, tested.field())) {
          return true;
        }
      }
    }
    return guard instanceof Value.Constant
        && flags.settledAtTheEnd(tested.field(), guard, open, to);
  }

  /**
   * Whether what was remembered is handed back on the other side at once, and what is made behind
   * this edge may be remembered: some memories are filled only when a setting says so.
   */
  private boolean remembers(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    int other = to == branch.then() ? branch.otherwise() : branch.then();
    return test == Op.Test.EQUAL
        && guarded(branch) instanceof Value.Null
        && !resets.handsOut(tested.field())
        && body.ops().get(other).stream().anyMatch(op -> handsBack(op, tested))
        && flow.behind(to).stream()
            .flatMap(block -> body.ops().get(block).stream())
            .anyMatch(
                op -> op instanceof Op.FieldWrite write && same(write.field(), tested.field()));
  }

  private static boolean handsBack(Op op, Value.FieldOf tested) {
    return op instanceof Op.Return back
        && back.value().orElse(null) instanceof Value.FieldOf field
        && same(field.field(), tested.field());
  }

  /** Whether a helper that is called behind this edge uses up what the field held. */
  private boolean emptiesForGood(Value.FieldOf tested, Op.Branch branch, Op.Test test, int to) {
    return test == Op.Test.NOT_EQUAL
        && guarded(branch) instanceof Value.Null
        && body.ops().get(to).stream().anyMatch(op -> resets.emptied().forGood(op, tested.field()));
  }

  /** Whether nothing returns from behind an edge without having passed a block. */
  private boolean always(int block, int to) {
    return flow.behind(to).stream()
        .filter(end -> body.ops().get(end).stream().anyMatch(Op.Return.class::isInstance))
        .allMatch(end -> flow.dominates(block, end));
  }

  /** Whether a method of the same class that is called here makes what was missing. */
  private boolean fills(Op op, FieldRef field) {
    return op instanceof Op.Call call
        && call.callee().owner().equals(body.ref().owner())
        && field.owner().equals(body.ref().owner())
        && resets.fills(call.callee(), field);
  }

  private static boolean same(FieldRef a, FieldRef b) {
    return a.name().equals(b.name()) && a.descriptor().equals(b.descriptor());
  }

  private static Value guarded(Op.Branch branch) {
    return branch.right();
  }

  private boolean foundNothing(Value tested, Op.Branch branch, Op.Test test) {
    if (!(tested instanceof Value.Result result)) {
      return tested instanceof Value.Element
          && branch.right() instanceof Value.Null
          && test == Op.Test.EQUAL;
    }
    if (branch.right() instanceof Value.Null) {
      return test == Op.Test.EQUAL;
    }
    Pattern says = test == Op.Test.EQUAL ? CONTAINS : LACKS;
    return (test == Op.Test.EQUAL || test == Op.Test.NOT_EQUAL)
        && says.matcher(result.callee().name()).matches()
        && result.callee().descriptor().endsWith(")Z");
  }

  /** Whether the code behind this edge puts something where the lookup found nothing. */
  private boolean stores(Value tested, int to) {
    Value where = lookedUpIn(tested);
    for (int block : flow.behind(to)) {
      for (Op op : body.ops().get(block)) {
        if (op instanceof Op.Call call
            && call.how() != Op.How.STATIC
            && call.parameters() > 0
            && STORE.matcher(call.callee().name()).matches()
            && call.arguments().get(0).equals(where)) {
          return true;
        }
        if (op instanceof Op.ArrayWrite write && write.array().equals(where)) {
          return true;
        }
        if (op instanceof Op.Call call && (storesUnder(tested, call) || putsInto(where, call))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a method of the same class that is called here puts what it made where none was. */
  private boolean putsInto(Value where, Op.Call call) {
    return where instanceof Value.FieldOf kept
        && call.callee().owner().equals(body.ref().owner())
        && !call.callee().equals(body.ref())
        && resets.puts(call.callee(), kept.field());
  }

  /** Whether what was not found is made by a call behind this edge, and goes on in its place. */
  private boolean replaces(Value tested, int to) {
    Set<Integer> made = new HashSet<>();
    for (int block : flow.behind(to)) {
      body.ops().get(block).stream()
          .filter(op -> op instanceof Op.Call call && !call.callee().descriptor().endsWith(")V"))
          .forEach(op -> made.add(op.id()));
    }
    return returnsInstead(tested, to, made)
        || body.phis().stream()
            .filter(inputs -> inputs.contains(tested))
            .flatMap(List::stream)
            .anyMatch(input -> madeBy(input, made));
  }

  /** Whether what was found is handed back elsewhere, and behind this edge what was made. */
  private boolean returnsInstead(Value tested, int to, Set<Integer> made) {
    Set<Integer> behind = new HashSet<>(flow.behind(to));
    List<Integer> elsewhere =
        IntStream.of(flow.order).boxed().filter(block -> !behind.contains(block)).toList();
    return returned(behind).anyMatch(value -> madeBy(value, made))
        && returned(elsewhere).anyMatch(value -> value.equals(tested) || askedOf(value, tested));
  }

  private Stream<Value> returned(Collection<Integer> blocks) {
    return blocks.stream()
        .flatMap(block -> body.ops().get(block).stream())
        .filter(Op.Return.class::isInstance)
        .flatMap(op -> ((Op.Return) op).value().stream());
  }

  private static boolean madeBy(Value value, Set<Integer> calls) {
    return value instanceof Value.Result result && calls.contains(result.op());
  }

  /** Whether a value is the answer of a call on another. */
  private boolean askedOf(Value value, Value on) {
    return value instanceof Value.Result result
        && body.call(result.op()).flatMap(Op.Call::receiver).filter(on::equals).isPresent();
  }

  /** Whether a call stores something under the key that was looked up, wherever that may be. */
  private boolean storesUnder(Value tested, Op.Call call) {
    if (!(tested instanceof Value.Result result) || call.parameters() < 2) {
      return false;
    }
    Optional<Op.Call> lookup = body.call(result.op());
    return STORE.matcher(call.callee().name()).matches()
        && lookup.isPresent()
        && lookup.get().parameters() > 0
        && !(lookup.get().parameter(0) instanceof Value.Constant)
        && call.parameter(0).equals(lookup.get().parameter(0));
  }

  private Value lookedUpIn(Value tested) {
    if (tested instanceof Value.Element element) {
      return element.array();
    }
    if (tested instanceof Value.Result result) {
      Optional<Op.Call> call = body.call(result.op());
      if (call.isPresent() && call.get().how() != Op.How.STATIC) {
        return call.get().arguments().get(0);
      }
    }
    return new Value.Opaque("nowhere");
  }

  private List<Value> inputs(Value value) {
    List<Value> inputs =
        value instanceof Value.Phi phi ? body.phis().get(phi.index()) : List.of(value);
    return inputs.stream().map(this::behindGetter).toList();
  }

  /**
   * What a soft or weak reference was found as: an empty one is a miss too, unless there are ways
   * on which nobody looked.
   */
  private Value behindReference(Value value, int from) {
    if (!(value instanceof Value.Result result)
        || !result.callee().owner().startsWith("java.lang.ref.")) {
      return value;
    }
    return body.call(result.op())
        .flatMap(Op.Call::receiver)
        .filter(reference -> always(reference, from))
        .orElse(value);
  }

  /** Whether the call that answered with a value is made on all ways to a block. */
  private boolean always(Value value, int block) {
    return value instanceof Value.Result result
        && IntStream.of(flow.order)
            .filter(before -> flow.dominates(before, block))
            .anyMatch(
                before -> body.ops().get(before).stream().anyMatch(op -> op.id() == result.op()));
  }

  /** What a getter of the same object answers with: its field. */
  private Value behindGetter(Value value) {
    if (!(value instanceof Value.Result result)) {
      return value;
    }
    return body.call(result.op())
        .filter(call -> call.how() != Op.How.STATIC && call.parameters() == 0)
        .filter(call -> call.callee().owner().equals(body.ref().owner()))
        .filter(call -> call.arguments().get(0) instanceof Value.Parameter own && own.index() == 0)
        .flatMap(call -> resets.gets(call.callee()))
        .map(field -> (Value) field)
        .orElse(value);
  }

  private void collectGuards() {
    for (int block : flow.order) {
      int above = flow.dominator[block];
      if (above < 0) {
        continue;
      }
      guards.get(above).forEach(field -> guard(block, field));
      body.branch(above)
          .filter(branch -> decides(branch, above, block))
          .ifPresent(
              branch -> {
                for (Value tested : inputs(branch.left())) {
                  if (tested instanceof Value.FieldOf field) {
                    guard(block, field.field());
                  }
                }
              });
    }
  }

  private boolean decides(Op.Branch branch, int from, int block) {
    boolean next = branch.then() == block || branch.otherwise() == block;
    return next && flow.predecessors.get(block).stream().allMatch(p -> p == from);
  }

  private void guard(int block, FieldRef field) {
    if (guardNames.get(block).add(field.owner() + field.name())) {
      guards.get(block).add(field);
    }
  }

  static Op.Test negated(Op.Test test) {
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
