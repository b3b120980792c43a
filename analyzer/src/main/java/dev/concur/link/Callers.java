package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which calls may run a method.
 *
 * <p>Calls that name the same method share one set of bodies. A list of calls for each body would
 * grow with the square of the program: 18 million entries for an application of a hundred jars. A
 * call is two numbers: its method among those that were noted, and its position in it.
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

  /** Calls that name the same method, each with its method above its position. */
  private static final class Group {
    private long[] sites = new long[1];
    private int size;

    void add(long site) {
      if (size == sites.length) {
        sites = Arrays.copyOf(sites, size * 2);
      }
      sites[size++] = site;
    }

    void trim() {
      sites = sites.length == size ? sites : Arrays.copyOf(sites, size);
    }
  }

  private final List<MethodFacts> methods = new ArrayList<>();
  private final Map<Callee, Group> groups = new HashMap<>();
  private final Map<MethodRef, List<Group>> running = new HashMap<>();
  private final Map<MethodRef, Integer> counts = new ConcurrentHashMap<>();

  /**
   * Notes the calls of a method; the bodies are asked for once for all calls that name the same
   * method.
   */
  void add(MethodFacts in, Function<Op.Call, List<MethodFacts>> bodies) {
    long method = (long) methods.size() << Integer.SIZE;
    methods.add(in);
    List<Op.Call> calls = in.calls();
    for (int position = 0; position < calls.size(); position++) {
      group(calls.get(position), bodies).add(method | position);
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
      running.computeIfAbsent(body.ref(), ref -> new ArrayList<>(1)).add(group);
    }
    return group;
  }

  /** Notes are over: what only they need is let go, and the rest takes no more than it must. */
  void complete() {
    groups.values().forEach(Group::trim);
    running.replaceAll((method, all) -> List.copyOf(all));
    groups.clear();
  }

  private static Callee callee(Op.Call call) {
    boolean virtual = call.how() == Op.How.VIRTUAL || call.how() == Op.How.INTERFACE;
    return new Callee(virtual, call.callee());
  }

  /** How many calls may run this method. */
  int count(MethodRef method) {
    Integer known = counts.get(method);
    if (known == null) {
      known = size(running.getOrDefault(method, List.of()));
      counts.put(method, known);
    }
    return known;
  }

  private static int size(List<Group> groups) {
    int size = 0;
    for (Group group : groups) {
      size += group.size;
    }
    return size;
  }

  /** The calls that may run this method, in the order in which they were noted. */
  List<CallSite> of(MethodRef method) {
    List<Group> all = running.get(method);
    if (all == null) {
      return List.of();
    }
    return new Sites(methods, all.size() == 1 ? all.get(0).sites : merged(all, count(method)));
  }

  private static long[] merged(List<Group> all, int size) {
    long[] merged = new long[size];
    int at = 0;
    for (Group group : all) {
      System.arraycopy(group.sites, 0, merged, at, group.size);
      at += group.size;
    }
    Arrays.sort(merged);
    return merged;
  }

  /** Calls, made when somebody looks at them. */
  private static final class Sites extends AbstractList<CallSite> implements RandomAccess {
    private final List<MethodFacts> methods;
    private final long[] sites;

    Sites(List<MethodFacts> methods, long[] sites) {
      this.methods = methods;
      this.sites = sites;
    }

    @Override
    public CallSite get(int index) {
      long site = sites[index];
      return new CallSite(methods.get((int) (site >>> Integer.SIZE)), (int) site);
    }

    @Override
    public int size() {
      return sites.length;
    }
  }
}
