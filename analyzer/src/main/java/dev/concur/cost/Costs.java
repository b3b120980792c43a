package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Cost;
import dev.concur.model.HandOff;
import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Provenance;
import dev.concur.model.Remark;
import dev.concur.model.Runner;
import dev.concur.model.Spot;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Recent;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** How much every method and every call waits and computes, and by which chain of calls. */
public final class Costs {

  /** Summing up goes as deep as the deepest chain of calls; libraries have chains of thousands. */
  private static final long STACK_BYTES = 1L << 29;

  /** A wait with a constant limit up to this is bounded, ns. */
  private static final double BOUNDED = 1e8;

  /** Waiting or computing less than this is not worth naming, ns. */
  private static final double WORTH_NAMING = 10_000;

  /** What a label takes with its amounts and its evidence; a histogram of 22 jars. */
  private static final int LABEL_BYTES = 350;

  /** What the calls of a method take of which somebody asked what they cost. */
  private static final int CALLS_BYTES = 1_500;

  private final Linked linked;
  private final Permits permits;
  private final Summaries summaries;
  private final Labels labels;
  private final Runners runners;
  private final Recent<Label> known = Recent.within(Tallies.PART, LABEL_BYTES);

  /** By position of the call in its method. */
  private final Recent<Tally[]> closed = Recent.within(Tallies.PART, CALLS_BYTES);

  private final PerBodies<Optional<MethodFacts>> heaviest =
      new PerBodies<>(
          bodies ->
              bodies.stream()
                  .max(Comparator.comparingDouble(body -> hot(body.ref()).total().middle())));

  private Costs(Linked linked) {
    this.linked = linked;
    this.permits = new Permits(linked);
    this.summaries = new Summaries(linked);
    this.labels = new Labels(linked, summaries);
    this.runners = new Runners(linked);
  }

  /** Sums up all methods of a program. */
  public static Costs of(Linked linked) {
    Costs costs = new Costs(linked);
    deep(costs.summaries::run);
    return costs;
  }

  private static void deep(Runnable work) {
    List<Throwable> failed = new ArrayList<>();
    Thread thread = new Thread(null, work, "concur-costs", STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, failure) -> failed.add(failure));
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("summing up costs failed", failed.get(0));
    }
  }

  /** What we say of a method. */
  public Label label(MethodFacts method) {
    Label label = known.get(method);
    if (label == null) {
      label = labels.of(method);
      known.put(method, label);
    }
    return label;
  }

  /** Whether there is room for so many labels at once. */
  public boolean hasRoomForLabels(int methods) {
    return known.hasRoomFor(methods);
  }

  /** What we say of a method by name; empty when it has no body here. */
  public Optional<Label> label(MethodRef method) {
    return linked.body(method).filter(body -> !body.isAbstract()).map(this::label);
  }

  /** What one execution of a method costs on the hot path; nothing for a method without a body. */
  public Cost hot(MethodRef method) {
    return linked.body(method).map(labels::closed).map(Tally::cost).orElse(Cost.NONE);
  }

  /** What one execution of a call costs, what is hardly ever met left out. */
  public Cost of(MethodFacts in, Op.Call call) {
    return likely(closed(in, call));
  }

  /** How long one execution of a call waits, by kind, what is hardly ever met left out. */
  public Map<Kind, Interval> waits(MethodFacts in, Op.Call call) {
    Tally tally = closed(in, call);
    Map<Kind, Interval> waits = new EnumMap<>(Kind.class);
    tally.parts.forEach(
        (kind, nanos) -> {
          if (kind.waits() && tally.believed(kind)) {
            waits.put(kind, nanos);
          }
        });
    return waits;
  }

  /** How long one execution of a call computes what has a name, such as encrypting, ns. */
  public double named(MethodFacts in, Op.Call call) {
    Tally tally = closed(in, call);
    return tally.parts.entrySet().stream()
        .filter(part -> !part.getKey().waits() && part.getKey() != Kind.OTHER)
        .mapToDouble(part -> part.getValue().middle())
        .sum();
  }

  /** What one execution of a method costs, what is hardly ever met left out. */
  public Cost likely(MethodFacts method) {
    return likely(labels.closed(method));
  }

  private static Cost likely(Tally tally) {
    Interval waiting = Interval.ZERO;
    Interval computing = tally.cpu;
    for (Kind kind : tally.parts.keySet()) {
      Interval part = tally.part(kind);
      if (tally.believed(kind)) {
        waiting = kind.waits() ? waiting.plus(part) : waiting;
      } else if (!kind.waits()) {
        computing = computing.minus(part);
      }
    }
    return new Cost(computing, waiting, Provenance.DERIVED);
  }

  private Tally closed(MethodFacts in, Op.Call call) {
    int at = in.position(call.id());
    if (at < 0) {
      return labels.closed(in, summaries.calls().of(in, call));
    }
    Tally[] calls = closed.get(in);
    if (calls == null) {
      calls = new Tally[in.calls().size()];
      closed.put(in, calls);
    }
    if (calls[at] == null) {
      calls[at] = labels.closed(in, summaries.calls().of(in, call));
    }
    return calls[at];
  }

  /** Executions of a block per execution of its method through the loops around it, best guess. */
  public double repeats(MethodFacts in, Block block) {
    return summaries.repeats(in, block).middle();
  }

  /**
   * What happens in so many passes of a call that is worth naming, heaviest first: each wait as
   * long as it lasts once, computing for all passes together.
   */
  public List<Happening> happenings(MethodFacts in, Op.Call call, double passes) {
    return happenings(in, closed(in, call), Math.max(1, passes));
  }

  /** What happens in a method that is worth naming, heaviest first. */
  public List<Happening> happenings(MethodFacts method) {
    return happenings(method, labels.closed(method));
  }

  /** Whether a loop goes through a part of what is sorted, from here to there. */
  public boolean ofRange(MethodFacts in, LoopFacts loop) {
    return Amounts.ofRange(linked, in, loop.over());
  }

  List<Happening> happenings(MethodFacts in, Tally tally) {
    return happenings(in, tally, 1);
  }

  private List<Happening> happenings(MethodFacts in, Tally tally, double passes) {
    List<Happening> result = new ArrayList<>();
    tally.parts.forEach(
        (kind, once) -> {
          Interval nanos = kind.waits() ? once : once.times(passes);
          if (nanos.middle() >= WORTH_NAMING && tally.believed(kind)) {
            result.add(happening(tally, kind, nanos));
          }
        });
    double named = tally.named();
    double plain = (tally.cpu.middle() - named) * passes;
    if (plain >= WORTH_NAMING) {
      List<Spot> chain =
          tally.loop.map(step -> labels.chain(step, Kind.OTHER)).orElse(List.of(in.spot()));
      result.add(new Happening.Computes(Kind.OTHER, Interval.within(plain, 3), chain));
    }
    result.sort(Comparator.comparingDouble(Costs::weight).reversed());
    tally.natives.forEach(
        (name, step) ->
            result.add(new Happening.EntersNative(reference(name), List.of(step.at().spot()))));
    tally.callsOut.forEach(
        (type, step) -> result.add(new Happening.CallsOut(type, List.of(step.at().spot()))));
    return result;
  }

  private Happening happening(Tally tally, Kind kind, Interval nanos) {
    Step step = tally.steps.get(kind);
    List<Spot> chain = step == null ? List.of() : labels.chain(step, kind);
    boolean bounded = kind.waits() && nanos.high() <= BOUNDED;
    return kind.waits()
        ? new Happening.Waits(kind, nanos, bounded, chain)
        : new Happening.Computes(kind, nanos, chain);
  }

  private static double weight(Happening happening) {
    if (happening instanceof Happening.Waits waits) {
      return waits.nanos().middle();
    }
    return happening instanceof Happening.Computes computes ? computes.nanos().middle() : 0;
  }

  private static MethodRef reference(String name) {
    int parameters = name.indexOf('(');
    int dot = name.lastIndexOf('.', parameters);
    return new MethodRef(
        name.substring(0, dot), name.substring(dot + 1, parameters), name.substring(parameters));
  }

  /** All hand-offs in the scanned roots, with what their tasks cost. */
  public List<HandOff> handOffs() {
    return new HandOffCosts(linked, this).all();
  }

  /** All loops and pipelines in the scanned roots that do something heavy. */
  public List<Loop> loops() {
    return new LoopCosts(linked, this).all();
  }

  /**
   * Whether a method, callees included, writes what outlives it, or runs code that nobody saw; true
   * for a method without a body.
   */
  public boolean changesState(MethodRef method) {
    return linked
        .body(method)
        .filter(body -> !body.isAbstract() && !body.isNative())
        .map(summaries::of)
        .map(tally -> !tally.writes.isEmpty() || !tally.callsOut.isEmpty())
        .orElse(true);
  }

  /** The object of the JDK that a call may change, and that is not made for several threads. */
  public Optional<Value> changed(MethodFacts in, Op.Call call) {
    return linked.targets(in, call).bodies().isEmpty()
        ? new Changes(linked).of(in, call)
        : Optional.empty();
  }

  /** How many a semaphore that a method takes lets through at once, where a constant says so. */
  public OptionalInt permits(MethodRef method) {
    return linked.body(method).map(permits::of).orElse(OptionalInt.empty());
  }

  /** What sorts of thread run a method. */
  public Set<Runner> runners(MethodRef method) {
    return runners.of(method);
  }

  /** The direct calls of a method, in order, with the label of what is called. */
  public List<Program.Call> calls(MethodFacts method) {
    List<Program.Call> result = new ArrayList<>();
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          Optional<Label> label =
              heaviest.of(linked.targets(method, call).bodies()).map(this::label);
          boolean joins = !linked.effects(call).joins().isEmpty();
          result.add(
              new Program.Call(
                  method.spot(call.line(), ""),
                  call.callee(),
                  label,
                  block.path(),
                  block.loop() >= 0,
                  joins));
        }
      }
    }
    return result;
  }

  /** The functions of a method that are run for each element of something. */
  public List<MethodRef> perElement(MethodFacts method) {
    return new ElementFunctions(linked).of(method);
  }

  /** What is odd about places of a method. */
  public List<Remark> remarks(MethodFacts method) {
    List<Remark> found = new ArrayList<>(new Remarks(linked).of(method));
    found.addAll(new StageRemarks(linked, this).of(method));
    return found;
  }

  Summaries summaries() {
    return summaries;
  }
}
