package dev.concur.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a small program by hand, for tests of whatever asks programs. */
public final class ProgramBuilder {

  private final Target target;
  private final List<Label> methods = new ArrayList<>();
  private final List<LockUse> locks = new ArrayList<>();
  private final List<HandOff> handOffs = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<MethodRef, Set<Runner>> runners = new HashMap<>();
  private final Map<MethodRef, List<Program.Call>> calls = new HashMap<>();
  private final Set<MethodRef> promising = new HashSet<>();
  private final Set<MethodRef> harmless = new HashSet<>();
  private final Map<MethodRef, List<Remark>> remarks = new HashMap<>();
  private final Map<MethodRef, List<String>> annotations = new HashMap<>();

  /** Starts an empty program for this target. */
  public ProgramBuilder(Target target) {
    this.target = target;
  }

  /** Adds a labelled method. */
  public ProgramBuilder method(Label label) {
    methods.add(label);
    return this;
  }

  /** Adds a lock. */
  public ProgramBuilder lock(LockUse use) {
    locks.add(use);
    return this;
  }

  /** Adds a hand-off. */
  public ProgramBuilder handOff(HandOff handOff) {
    handOffs.add(handOff);
    return this;
  }

  /** Adds a loop. */
  public ProgramBuilder loop(Loop loop) {
    loops.add(loop);
    return this;
  }

  /** Adds an entry. */
  public ProgramBuilder entry(Entry entry) {
    entries.add(entry);
    return this;
  }

  /** Says what sorts of thread run a method. */
  public ProgramBuilder runners(MethodRef method, Runner... sorts) {
    runners.put(method, Set.of(sorts));
    return this;
  }

  /** Adds a call to the method that its place is in. */
  public ProgramBuilder call(Program.Call call) {
    calls.computeIfAbsent(call.at().methodRef(), m -> new ArrayList<>()).add(call);
    return this;
  }

  /** Says that a method returns a handle of work that is done elsewhere. */
  public ProgramBuilder promising(MethodRef method) {
    promising.add(method);
    return this;
  }

  /** Says that a method changes nothing that outlives it. */
  public ProgramBuilder harmless(MethodRef method) {
    harmless.add(method);
    return this;
  }

  /** Adds something odd about a method. */
  public ProgramBuilder remark(Remark remark) {
    remarks.computeIfAbsent(remark.at().methodRef(), m -> new ArrayList<>()).add(remark);
    return this;
  }

  /** Adds annotations to a method. */
  public ProgramBuilder annotated(MethodRef method, String... names) {
    annotations.put(method, List.of(names));
    return this;
  }

  /** The program as built so far; later additions do not change it. */
  public Program build() {
    Map<MethodRef, Label> labels = new HashMap<>();
    methods.forEach(label -> labels.put(label.method(), label));
    Map<MethodRef, List<Program.Call>> callsNow = new HashMap<>();
    calls.forEach((method, list) -> callsNow.put(method, List.copyOf(list)));
    Map<MethodRef, List<Remark>> remarksNow = new HashMap<>();
    remarks.forEach((method, list) -> remarksNow.put(method, List.copyOf(list)));
    return new Built(
        target,
        List.copyOf(methods),
        labels,
        List.copyOf(locks),
        List.copyOf(handOffs),
        List.copyOf(loops),
        List.copyOf(entries),
        Map.copyOf(runners),
        callsNow,
        Set.copyOf(promising),
        Set.copyOf(harmless),
        remarksNow,
        Map.copyOf(annotations));
  }

  private record Built(
      Target target,
      List<Label> methods,
      Map<MethodRef, Label> labels,
      List<LockUse> locks,
      List<HandOff> handOffs,
      List<Loop> loops,
      List<Entry> entries,
      Map<MethodRef, Set<Runner>> runnersOf,
      Map<MethodRef, List<Program.Call>> callsOf,
      Set<MethodRef> promising,
      Set<MethodRef> harmless,
      Map<MethodRef, List<Remark>> remarksOf,
      Map<MethodRef, List<String>> annotationsOf)
      implements Program {

    @Override
    public Optional<Label> label(MethodRef method) {
      return Optional.ofNullable(labels.get(method));
    }

    @Override
    public boolean promises(MethodRef method) {
      return promising.contains(method);
    }

    @Override
    public boolean changesState(MethodRef method) {
      return !harmless.contains(method);
    }

    @Override
    public Set<Runner> runners(MethodRef method) {
      return runnersOf.getOrDefault(method, Set.of());
    }

    @Override
    public List<Remark> remarks(MethodRef method) {
      return remarksOf.getOrDefault(method, List.of());
    }

    @Override
    public List<String> annotations(MethodRef method) {
      return annotationsOf.getOrDefault(method, List.of());
    }

    @Override
    public List<Call> calls(MethodRef method) {
      return callsOf.getOrDefault(method, List.of());
    }
  }
}
