package dev.concur.cost;

import dev.concur.link.FieldWriteSite;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a switch that this program never throws.
 *
 * <p>A boolean field of an object's own that starts out one way and is changed only by setters that
 * nobody here calls, by what a text says, or where an error is being reported, is an option: most
 * runs leave it as it is. A boolean parameter that all callers pass the same says the same each
 * time, and so does what the start of the program is asked for, such as {@code
 * Boolean.getBoolean("debug")}: hardly anybody sets such properties. What the other way leads to is
 * met by one run of twenty, as what is logged about errors is.
 *
 * <p>Flags of other objects are data, such as what was read from a request, and fields that nobody
 * writes are filled by somebody unseen: neither is an option.
 */
final class Switches {

  /** Of the runs that come to a switch, those that find it thrown. */
  static final double THROWN = 0.05;

  /** A switch that was set from a switch that was set from one is followed no further. */
  private static final int DEEP = 3;

  /** An error is reported by a method that is called by one, but hardly further away. */
  private static final int REPORTING = 2;

  /** A method that is called from more places is no report of errors. */
  private static final int CALLERS = 20;

  private static final double[] ALL = {};

  private final Linked linked;
  private final StartOptions starts;
  private final PerMethod<double[]> shares = new PerMethod<>();
  private final Map<FieldRef, Optional<Boolean>> fields = new HashMap<>();

  Switches(Linked linked) {
    this.linked = linked;
    this.starts = new StartOptions(linked);
  }

  /** Of the executions of a block that the code allows, the share that the switches allow. */
  double share(MethodFacts method, Block block) {
    double[] known = shares.computeIfAbsent(method, this::find);
    return known.length == 0 ? 1 : known[block.index()];
  }

  private double[] find(MethodFacts method) {
    List<Block> blocks = method.blocks();
    double[] found = ALL;
    for (Block block : blocks) {
      int seldom = seldom(method, block);
      if (seldom >= 0) {
        found = found.length == 0 ? full(blocks.size()) : found;
        behind(blocks, block.index(), seldom, found);
      }
    }
    return found;
  }

  private static double[] full(int size) {
    double[] all = new double[size];
    Arrays.fill(all, 1);
    return all;
  }

  /** What is passed only by this way. */
  private static void behind(List<Block> blocks, int from, int first, double[] shares) {
    boolean onlyWay =
        blocks.get(first).dominator() == from
            && blocks.stream()
                .noneMatch(block -> block.index() != from && block.successors().contains(first));
    for (int i = 0; onlyWay && i < shares.length; i++) {
      int at = i;
      while (at >= 0 && at != first) {
        at = blocks.get(at).dominator();
      }
      shares[i] = at == first ? Math.min(shares[i], THROWN) : shares[i];
    }
  }

  /** The successor of a block that is hardly ever taken; -1 for none. */
  private int seldom(MethodFacts method, Block block) {
    if (block.ops().isEmpty()
        || !(block.ops().get(block.ops().size() - 1) instanceof Op.Branch branch)
        || branch.then() == branch.otherwise()
        || !(branch.right() instanceof Value.Constant zero && zero.value().equals(0))) {
      return -1;
    }
    boolean onTrue = branch.test() == Op.Test.NOT_EQUAL;
    if (!onTrue && branch.test() != Op.Test.EQUAL) {
      return -1;
    }
    Optional<Boolean> settled = settled(method, branch.left(), DEEP);
    return settled.map(on -> on == onTrue ? branch.otherwise() : branch.then()).orElse(-1);
  }

  /** What a truth is, run for run. */
  private Optional<Boolean> settled(MethodFacts in, Value value, int deep) {
    if (value instanceof Value.FieldOf field) {
      return isOwn(in, field) ? settled(field.field(), deep) : Optional.empty();
    }
    if (value instanceof Value.Result result) {
      return starts
          .unset(in, result)
          .or(() -> got(in, result).flatMap(field -> settled(field, deep)));
    }
    return value instanceof Value.Parameter parameter && parameter.type().equals("Z")
        ? passed(in, parameter)
        : Optional.empty();
  }

  /** Whether a truth stands in the object itself, or in none. */
  private static boolean isOwn(MethodFacts in, Value.FieldOf field) {
    return field.field().descriptor().equals("Z")
        && field.base().map(base -> isThis(in, base)).orElse(true);
  }

  private static boolean isThis(MethodFacts in, Value value) {
    return !in.isStatic() && value instanceof Value.Parameter own && own.index() == 0;
  }

  /** The field of the object itself that its getter hands out. */
  private Optional<FieldRef> got(MethodFacts in, Value.Result result) {
    List<MethodFacts> bodies =
        linked
            .call(in, result.op())
            .filter(call -> result.callee().descriptor().equals("()Z"))
            .filter(call -> call.receiver().filter(object -> isThis(in, object)).isPresent())
            .map(call -> linked.targets(in, call).bodies())
            .orElse(List.of());
    List<Value> returned = bodies.size() == 1 ? Joins.returns(bodies.get(0)) : List.of();
    return returned.size() == 1
            && bodies.get(0).blocks().size() == 1
            && returned.get(0) instanceof Value.FieldOf field
            && isOwn(bodies.get(0), field)
        ? Optional.of(field.field())
        : Optional.empty();
  }

  /** What all callers pass, where nobody else can call. */
  private Optional<Boolean> passed(MethodFacts in, Value.Parameter parameter) {
    boolean outsiders = linked.facts().isRoot(in.ref().owner()) && !in.isPrivate();
    if (outsiders || !linked.lambdas(in.ref()).isEmpty()) {
      return Optional.empty();
    }
    Boolean all = null;
    for (Origin origin : linked.origins(in, parameter)) {
      Boolean one = constant(origin.value());
      if (one == null || (all != null && !all.equals(one))) {
        return Optional.empty();
      }
      all = one;
    }
    return Optional.ofNullable(all);
  }

  private static @Nullable Boolean constant(Value value) {
    if (value instanceof Value.Constant constant && constant.value() instanceof Integer number) {
      return number != 0;
    }
    return null;
  }

  /** What a field is from the start, when this program does not change it of its own accord. */
  private Optional<Boolean> settled(FieldRef field, int deep) {
    FieldRef declared = linked.declared(field);
    Optional<Boolean> known = fields.get(declared);
    if (known == null) {
      // Set from itself, it stays what it is.
      fields.put(declared, Optional.empty());
      known = linked.type(declared.owner()).flatMap(type -> find(declared, deep));
      fields.put(declared, known);
    }
    return known;
  }

  private Optional<Boolean> find(FieldRef field, int deep) {
    List<FieldWriteSite> writes = linked.writes(field);
    Boolean start = null;
    for (FieldWriteSite site : writes) {
      if (begins(site.in())) {
        Boolean one = begun(site);
        if (one == null || (start != null && !start.equals(one))) {
          return Optional.empty();
        }
        start = one;
      }
    }
    boolean begun = start != null && start;
    for (FieldWriteSite site : writes) {
      if (!begins(site.in()) && !leaves(site, begun, deep)) {
        return Optional.empty();
      }
    }
    return writes.isEmpty() ? Optional.empty() : Optional.of(begun);
  }

  /** What a constructor or class initialiser sets a field to, run for run. */
  private @Nullable Boolean begun(FieldWriteSite site) {
    Value value = site.write().value();
    return value instanceof Value.Result result
        ? starts.unset(site.in(), result).orElse(null)
        : constant(value);
  }

  private static boolean begins(MethodFacts method) {
    return method.ref().name().startsWith("<");
  }

  /** Whether a write leaves a field as it is, or hardly ever happens. */
  private boolean leaves(FieldWriteSite site, boolean begun, int deep) {
    Boolean one = constant(site.write().value());
    if (one != null) {
      return one == begun || reports(site.in(), REPORTING);
    }
    return linked.origins(site.in(), site.write().value()).stream()
        .allMatch(origin -> leaves(origin, begun, deep));
  }

  private boolean leaves(Origin origin, boolean begun, int deep) {
    Value value = origin.value();
    Boolean one = constant(value);
    if (one != null) {
      return one == begun;
    }
    if (value instanceof Value.FieldOf || value instanceof Value.Result) {
      return deep > 0
          && (isSaid(value) || option(origin, deep - 1).filter(on -> on == begun).isPresent());
    }
    return value instanceof Value.Parameter && isSetter(origin.in());
  }

  /** What another option is that this one is set from, be it that of another object. */
  private Optional<Boolean> option(Origin origin, int deep) {
    return origin.value() instanceof Value.FieldOf field && field.field().descriptor().equals("Z")
        ? settled(field.field(), deep)
        : settled(origin.in(), origin.value(), deep);
  }

  /** What a text of the configuration says, if it says anything. */
  private static boolean isSaid(Value value) {
    return value instanceof Value.Result result
        && result.callee().owner().equals("java.lang.Boolean");
  }

  /** A method for one value that outsiders call, and nobody here. */
  private boolean isSetter(MethodFacts method) {
    String descriptor = method.ref().descriptor();
    String parameters = descriptor.substring(1, descriptor.indexOf(')'));
    boolean one = parameters.equals("Z") || parameters.equals("Ljava/lang/Boolean;");
    return one && !begins(method) && linked.callers(method).isEmpty();
  }

  /** Whether a method runs only where an error is being reported. */
  private boolean reports(MethodFacts method, int deep) {
    var callers = linked.callers(method);
    return !callers.isEmpty()
        && callers.size() <= CALLERS
        && callers.stream()
            .allMatch(
                site ->
                    site.in().block(site.call().id()).map(Block::path).orElse(Path.HOT)
                            == Path.ERROR
                        || (deep > 0 && reports(site.in(), deep - 1)));
  }
}
