package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which calls may run a method.
 *
 * <p>Calls that name the same method share one set of bodies. A list of calls for each body would
 * grow with the square of the program: 18 million entries for an application of a hundred jars. A
 * call is one number, of all that were noted.
 */
final class Callers {

  private record Callee(boolean virtual, MethodRef method) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Callee key && virtual == key.virtual && method.equals(key.method);
    }

    @Override
    public int hashCode() {
      return 2 * method.hashCode() + (virtual ? 1 : 0);
    }
  }

  /** Calls that name the same method, by their numbers. */
  private static final class Group {
    private int[] sites = new int[1];
    private int size;

    void add(int site) {
      if (size == sites.length) {
        sites = Arrays.copyOf(sites, size * 2);
      }
      sites[size++] = site;
    }

    void trim() {
      sites = sites.length == size ? sites : Arrays.copyOf(sites, size);
    }
  }

  private final Noted noted = new Noted();
  private Map<Callee, Group> groups = new HashMap<>();
  private Set<MethodFacts> runs = new HashSet<>();
  private final PerMethod<List<Group>> running = new PerMethod<>();
  private final PerMethod<Integer> counts = new PerMethod<>();

  /**
   * Notes the calls of a method; the bodies are asked for once for all calls that name the same
   * method.
   */
  void add(MethodFacts in, Function<Op.Call, List<MethodFacts>> bodies) {
    if (in.calls().isEmpty()) {
      return;
    }
    int number = noted.add(in);
    for (Op.Call call : in.calls()) {
      group(call, bodies).add(number++);
    }
  }

  private Group group(Op.Call call, Function<Op.Call, List<MethodFacts>> bodies) {
    Callee callee = callee(call);
    Group known = groups.get(callee);
    if (known != null) {
      return known;
    }
    Group group = new Group();
    groups.put(callee, group);
    for (MethodFacts body : bodies.apply(call)) {
      running.computeIfAbsent(body, same -> new ArrayList<>(1)).add(group);
      runs.add(body);
    }
    return group;
  }

  /** Notes are over: what only they need is let go, and the rest takes no more than it must. */
  void complete() {
    groups.values().forEach(Group::trim);
    runs.forEach(body -> running.put(body, List.copyOf(groups(body))));
    runs = Set.of();
    groups = Map.of();
  }

  private static Callee callee(Op.Call call) {
    boolean virtual = call.how() == Op.How.VIRTUAL || call.how() == Op.How.INTERFACE;
    return new Callee(virtual, call.callee());
  }

  private List<Group> groups(MethodFacts method) {
    List<Group> all = running.get(method);
    return all == null ? List.of() : all;
  }

  /** How many calls may run this method. */
  int count(MethodFacts method) {
    return counts.computeIfAbsent(method, same -> size(groups(same)));
  }

  private static int size(List<Group> groups) {
    int size = 0;
    for (Group group : groups) {
      size += group.size;
    }
    return size;
  }

  /** The calls that may run this method, in the order in which they were noted. */
  List<CallSite> of(MethodFacts method) {
    return count(method) == 0 ? List.of() : new Sites(noted, sites(method));
  }

  /** Those of them that are such ones: numbers, so that they can be kept. */
  List<CallSite> of(MethodFacts method, Predicate<CallSite> wanted) {
    List<CallSite> all = of(method);
    int[] found = new int[all.size()];
    int size = 0;
    int[] sites = all.isEmpty() ? found : sites(method);
    for (int i = 0; i < all.size(); i++) {
      if (wanted.test(all.get(i))) {
        found[size++] = sites[i];
      }
    }
    if (size == 0) {
      return List.of();
    }
    return size == all.size() && all.size() == sites.length
        ? new Sites(noted, sites)
        : new Sites(noted, Arrays.copyOf(found, size));
  }

  private int[] sites(MethodFacts method) {
    List<Group> all = groups(method);
    return all.size() == 1 ? all.get(0).sites : merged(all, count(method));
  }

  private static int[] merged(List<Group> all, int size) {
    int[] merged = new int[size];
    int at = 0;
    for (Group group : all) {
      System.arraycopy(group.sites, 0, merged, at, group.size);
      at += group.size;
    }
    Arrays.sort(merged);
    return merged;
  }

  /**
   * The methods that have calls, and the number of the first call of each. Where a number is looked
   * for begins at the method of the last round number before it: some steps, where finding it by
   * halves took a tenth of a scan of Clojure.
   */
  private static final class Noted {

    /** Every sixteenth number is a round one: a method has some five calls. */
    private static final int ROUND = 4;

    private final List<MethodFacts> methods = new ArrayList<>();
    private int[] first = new int[64];
    private int[] atRound = new int[64];
    private int calls;

    /** Notes a method; answers the number of its first call. */
    int add(MethodFacts in) {
      int method = methods.size();
      first = roomFor(method, first);
      first[method] = calls;
      methods.add(in);
      int number = calls;
      calls += in.calls().size();
      for (int round = ((number - 1) >> ROUND) + 1; round << ROUND < calls; round++) {
        atRound = roomFor(round, atRound);
        atRound[round] = method;
      }
      return number;
    }

    private static int[] roomFor(int index, int[] array) {
      return index < array.length ? array : Arrays.copyOf(array, 2 * index);
    }

    CallSite call(int number) {
      int at = atRound[number >> ROUND];
      while (at + 1 < methods.size() && first[at + 1] <= number) {
        at++;
      }
      return new CallSite(methods.get(at), number - first[at]);
    }
  }

  /** Calls, made when somebody looks at them. */
  private static final class Sites extends AbstractList<CallSite> implements RandomAccess {
    private final Noted noted;
    private final int[] sites;

    Sites(Noted noted, int[] sites) {
      this.noted = noted;
      this.sites = sites;
    }

    @Override
    public CallSite get(int index) {
      return noted.call(sites[index]);
    }

    @Override
    public int size() {
      return sites.length;
    }
  }
}
