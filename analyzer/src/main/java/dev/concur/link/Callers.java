package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Which calls may run a method.
 *
 * <p>Calls that name the same method share one set of bodies. A list of calls for each body would
 * grow with the square of the program: 18 million entries for an application of a hundred jars.
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

  /** Calls that name the same method, as positions in {@link #sites}. */
  private static final class Group {
    private int[] sites = new int[2];
    private int size;

    void add(int site) {
      if (size == sites.length) {
        sites = Arrays.copyOf(sites, size * 2);
      }
      sites[size++] = site;
    }
  }

  private final List<CallSite> sites = new ArrayList<>();
  private final Map<Callee, Group> groups = new HashMap<>();
  private final Map<MethodRef, List<Group>> running = new HashMap<>();
  private final Map<MethodRef, Integer> counts = new ConcurrentHashMap<>();

  /** Notes a call; the bodies are asked for once for all calls that name the same method. */
  void add(MethodFacts in, Op.Call call, Function<Op.Call, List<MethodFacts>> bodies) {
    Group group = groups.get(callee(call));
    if (group == null) {
      group = new Group();
      groups.put(callee(call), group);
      for (MethodFacts body : bodies.apply(call)) {
        running.computeIfAbsent(body.ref(), ref -> new ArrayList<>(1)).add(group);
      }
    }
    group.add(sites.size());
    sites.add(new CallSite(in, call));
  }

  /** Notes are over: what only they need is let go. */
  void complete() {
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
    int size = size(all);
    int[] found = new int[size];
    int at = 0;
    for (Group group : all) {
      System.arraycopy(group.sites, 0, found, at, group.size);
      at += group.size;
    }
    if (all.size() > 1) {
      Arrays.sort(found);
    }
    CallSite[] result = new CallSite[size];
    for (int i = 0; i < size; i++) {
      result[i] = sites.get(found[i]);
    }
    return Arrays.asList(result);
  }
}
