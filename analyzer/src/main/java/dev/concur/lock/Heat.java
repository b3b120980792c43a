package dev.concur.lock;

import dev.concur.link.CallSite;
import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.Entry;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How often a method runs in the daily work of the program, by its name and by where it is called.
 *
 * <p>What outsiders may call counts as hot, unless the program itself calls it from another class
 * and only on rare paths.
 */
final class Heat {

  /** Callers of callers; further away the paths say little. */
  private static final int DEPTH = 5;

  /** With more callers than this one of them is hot. */
  private static final int CALLERS = 40;

  /** Callers asked for one answer; what so many ways lead to is hot. */
  private static final int QUESTIONS = 300;

  /** What so many rounds come to is a part of each; a condition is guessed at one half. */
  private static final double EACH_ROUND = 0.75;

  private static final Pattern PERIODIC = Pattern.compile("schedule(AtFixedRate|WithFixedDelay)");

  private final Linked linked;
  private final Returns returns;
  private final Loaders loaders;
  private final Management management;
  private int asked;
  private final Set<MethodRef> entries = new HashSet<>();

  /** What a server runs for each request. */
  private final Set<MethodRef> requests = new HashSet<>();

  /** What runs when the process ends. */
  private final Set<MethodRef> last = new HashSet<>();

  /** What setting up or ending hands to another thread, to be done once. */
  private final Set<MethodRef> once = new HashSet<>();

  /** What a scheduler runs again and again. */
  private final Set<MethodRef> timed = new HashSet<>();

  private final PerMethod<Path> known = new PerMethod<>();

  /** Whether other classes of the program call a class for its daily work. */
  private final Map<String, Boolean> usedByOthers = new HashMap<>();

  Heat(Linked linked, Returns returns) {
    this.linked = linked;
    this.returns = returns;
    this.loaders = new Loaders(linked);
    this.management = new Management(linked);
    linked.entries().forEach(entry -> entries.add(entry.at().methodRef()));
    linked.entries().stream()
        .filter(entry -> entry.kind() == Entry.Kind.WEB && entry.concurrent())
        .forEach(entry -> requests.add(entry.at().methodRef()));
    linked.handOffs().stream()
        .filter(site -> site.call().callee().name().equals("addShutdownHook"))
        .flatMap(site -> site.tasks().stream())
        .forEach(task -> last.add(task.ref()));
    startedOnce();
    linked.handOffs().stream()
        .filter(site -> PERIODIC.matcher(site.call().callee().name()).matches())
        .flatMap(site -> site.tasks().stream())
        .forEach(task -> timed.add(task.ref()));
    linked.handOffs().stream()
        .filter(site -> site.starts().delay().isPresent())
        .filter(site -> site.tasks().stream().anyMatch(task -> task.ref().equals(site.in().ref())))
        .forEach(site -> timed.add(site.in().ref()));
  }

  /**
   * What a lambda runs on another thread because something is set up or ends is as rare as that,
   * unless it works in rounds from then on, or somebody else hands it over as well. What it calls
   * may do so. An executor around another only passes it on.
   */
  private void startedOnce() {
    Set<MethodRef> daily = new HashSet<>();
    for (HandOffSite site : linked.handOffs()) {
      if (linked.subtype(site.in().ref().owner(), "java.util.concurrent.Executor")) {
        continue;
      }
      boolean rare =
          ColdNames.cold(site.in().ref())
              && !PERIODIC.matcher(site.call().callee().name()).matches()
              && !workOfProgram(site);
      for (MethodFacts task : site.tasks()) {
        (rare && task.isSynthetic() && task.loops().isEmpty() ? once : daily).add(task.ref());
      }
    }
    once.removeAll(daily);
  }

  /**
   * Whether the program hands over a task for each of what it is about: {@code main} sets nothing
   * up then, it does its work.
   */
  private boolean workOfProgram(HandOffSite site) {
    MethodFacts in = site.in();
    boolean main = in.isStatic() && in.ref().name().equals("main");
    return main && in.blocks().get(returns.ops(in).blockOf(site.call().id())).loop() >= 0;
  }

  /** The hottest way to a method. */
  Path of(MethodFacts method) {
    if (once.contains(method.ref())) {
      return Path.COLD;
    }
    Path found = known.get(method);
    if (found == null) {
      asked = 0;
      found = find(method, DEPTH, new HashSet<>());
      known.put(method, found);
    }
    return found;
  }

  /** Whether a framework or another thread calls it. */
  boolean entry(MethodRef method) {
    return entries.contains(method);
  }

  /** Whether a timer runs it, now and then and by itself: that is nobody's daily work. */
  private boolean upkeep(MethodFacts method) {
    return timed.contains(method.ref())
        || (method.ref().name().equals("run")
            && linked.subtype(method.ref().owner(), "java.util.TimerTask"))
        || sleepsEachRound(method);
  }

  /** Whether it is what a thread does in rounds with a sleep in each, as a timer would. */
  private static boolean sleepsEachRound(MethodFacts method) {
    return method.ref().name().equals("run")
        && method.ref().descriptor().equals("()V")
        && method.blocks().stream()
            .filter(block -> block.loop() >= 0 && block.path() == Path.HOT)
            .filter(block -> block.ops().stream().anyMatch(Heat::sleeps))
            .anyMatch(block -> inMostRounds(method, block));
  }

  private static boolean sleeps(Op op) {
    return op instanceof Op.Call call
        && call.callee().name().equals("sleep")
        && call.callee().owner().startsWith("java.");
  }

  private static boolean inMostRounds(MethodFacts method, Block block) {
    double most =
        method.blocks().stream()
            .filter(each -> each.loop() == block.loop())
            .mapToDouble(Block::frequency)
            .max()
            .orElse(0);
    return block.frequency() >= EACH_ROUND * most;
  }

  /**
   * Whether the callers of a method say how often it runs, whatever it is called: one that sets
   * something, and the making of an object that is not there for long.
   */
  private boolean passedDaily(MethodFacts method) {
    MethodRef ref = method.ref();
    return ref.constructor()
        ? !linked.running(method).isEmpty() && !Trades.serves(ref.owner())
        : ColdNames.sets(ref);
  }

  /**
   * Whether requests ask for it by themselves: a log-in is the daily work of a server that people
   * log in to, whatever it would be to one of its clients.
   */
  private boolean requested(MethodFacts method) {
    return !requests.isEmpty()
        && linked.running(method).stream()
            .filter(site -> requests.contains(site.in().ref()))
            .anyMatch(site -> path(site) == Path.HOT);
  }

  private Path find(MethodFacts method, int depth, Set<MethodRef> seen) {
    boolean cold = ColdNames.cold(method.ref());
    boolean passed = (cold && requested(method)) || (depth < DEPTH && passedDaily(method));
    boolean rare = cold && !passed;
    if (rare || last.contains(method.ref()) || upkeep(method) || management.only(method)) {
      return Path.COLD;
    }
    Path cached = known.get(method);
    if (cached != null && !passed) {
      return cached;
    }
    if (loaders.only(method)) {
      return Path.MISS;
    }
    List<CallSite> callers = callers(method);
    if (depth == 0
        || ++asked > QUESTIONS
        || callers.isEmpty()
        || callers.size() > CALLERS
        || open(method, callers)) {
      return Path.HOT;
    }
    seen.add(method.ref());
    Path hottest = null;
    for (CallSite site : callers) {
      Path by = path(site);
      boolean hotter = hottest == null || by.compareTo(hottest) < 0;
      if (hotter && !seen.contains(site.in().ref())) {
        Path here = by.and(find(site.in(), depth - 1, seen));
        hottest = hottest == null || here.compareTo(hottest) < 0 ? here : hottest;
      }
    }
    seen.remove(method.ref());
    return hottest == null ? Path.HOT : hottest;
  }

  /** The callers; of a method that nobody here calls, those of the methods of the same name. */
  private List<CallSite> callers(MethodFacts method) {
    List<CallSite> callers = linked.running(method);
    if (!callers.isEmpty()) {
      return method.isPublic() ? withoutTools(callers) : callers;
    }
    return linked.type(method.ref().owner()).stream()
        .flatMap(type -> type.methods().stream())
        .filter(other -> other.ref().name().equals(method.ref().name()))
        .flatMap(other -> linked.running(other).stream())
        .toList();
  }

  /** A command that comes with a library shows what others may call daily. */
  private static List<CallSite> withoutTools(List<CallSite> callers) {
    return callers.stream()
        .filter(site -> !(site.in().ref().name().equals("main") && site.in().isStatic()))
        .toList();
  }

  private Path path(CallSite site) {
    MethodFacts in = site.in();
    Block block = in.blocks().get(returns.ops(in).blockOf(site.call().id()));
    return Cases.one(in, block) ? block.path().and(Path.MISS) : block.path();
  }

  /** Whether outsiders call it, as far as we see. */
  private boolean open(MethodFacts method, List<CallSite> callers) {
    if (entries.contains(method.ref()) && !method.isPublic()) {
      return true;
    }
    String outer = Classes.outermost(method.ref().owner());
    boolean alone =
        callers.stream().allMatch(site -> Classes.outermost(site.in().ref().owner()).equals(outer));
    return method.isPublic()
        && (linked.foreign(method)
            || (alone
                && !onlyWhereSomethingIsMissing(callers)
                && !callers.stream().allMatch(site -> upkeep(site.in()))
                && !partOfSettingUp(method, callers)));
  }

  /**
   * Whether only what sets its own class up or ends it calls a method, while the program uses the
   * class by other methods: it shows what the class is for, and this is no part of it.
   */
  private boolean partOfSettingUp(MethodFacts method, List<CallSite> callers) {
    return callers.stream()
            .map(site -> site.in().ref())
            .allMatch(in -> ColdNames.cold(in) && !ColdNames.sets(in))
        && usedByOthers.computeIfAbsent(method.ref().owner(), this::usedByOthers);
  }

  private boolean usedByOthers(String type) {
    String outer = Classes.outermost(type);
    return linked.type(type).stream()
        .flatMap(facts -> facts.methods().stream())
        .filter(method -> method.isPublic() && !method.ref().constructor())
        .filter(method -> !ColdNames.cold(method.ref()))
        .flatMap(method -> linked.running(method).stream())
        .anyMatch(site -> !Classes.outermost(site.in().ref().owner()).equals(outer));
  }

  /** Whether its own class calls it to make what is not there yet, which is what it is for. */
  private boolean onlyWhereSomethingIsMissing(List<CallSite> callers) {
    return callers.stream()
        .map(this::path)
        .allMatch(path -> path == Path.ONCE || path == Path.MISS);
  }
}
