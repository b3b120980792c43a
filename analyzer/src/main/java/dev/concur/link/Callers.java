package dev.concur.link;

import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
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
    private int number;

    void add(int site) {
      if (size == sites.length) {
        sites = Arrays.copyOf(sites, size * 2);
      }
      sites[size++] = site;
    }
  }

  private static final int[] NONE = {};

  private final Noted noted = new Noted();
  private Map<Callee, Group> groups = new HashMap<>();
  private Map<MethodFacts, List<Group>> bodies = new LinkedHashMap<>();

  /** The calls of all groups, one group after the other. */
  private int[] sites = NONE;

  /** Where each group begins among them; the last of these is where all end. */
  private int[] begins = NONE;

  /**
   * By the number of a method the only group of calls that may run it, from 1; below 0 where its
   * groups are among {@link #several}, and 0 for none.
   */
  private int[] running = NONE;

  private int[][] several = {};

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
      this.bodies.computeIfAbsent(body, same -> new ArrayList<>(1)).add(group);
    }
    return group;
  }

  /** Notes are over: what only they need is let go, and the rest takes no more than it must. */
  void complete() {
    sites = new int[noted.calls];
    begins = new int[groups.size() + 1];
    int size = 0;
    int number = 0;
    for (Group group : groups.values()) {
      begins[number] = size;
      group.number = number++;
      System.arraycopy(group.sites, 0, sites, size, group.size);
      size += group.size;
    }
    begins[number] = size;
    groups = Map.of();
    List<int[]> wide = new ArrayList<>();
    bodies.forEach((body, all) -> runs(body, all, wide));
    bodies = Map.of();
    several = wide.toArray(int[][]::new);
  }

  private void runs(MethodFacts body, List<Group> all, List<int[]> wide) {
    int at = body.number();
    running = at < running.length ? running : Arrays.copyOf(running, at + at / 8 + 1);
    if (all.size() == 1) {
      running[at] = all.get(0).number + 1;
    } else {
      wide.add(all.stream().mapToInt(group -> group.number).toArray());
      running[at] = -wide.size();
    }
  }

  private static Callee callee(Op.Call call) {
    boolean virtual = call.how() == Op.How.VIRTUAL || call.how() == Op.How.INTERFACE;
    return new Callee(virtual, call.callee());
  }

  private int groups(MethodFacts method) {
    int at = method.number();
    return at < running.length ? running[at] : 0;
  }

  /** How many calls may run this method. */
  int count(MethodFacts method) {
    int groups = groups(method);
    if (groups >= 0) {
      return groups == 0 ? 0 : size(groups - 1);
    }
    int size = 0;
    for (int group : several[-groups - 1]) {
      size += size(group);
    }
    return size;
  }

  private int size(int group) {
    return begins[group + 1] - begins[group];
  }

  /** The calls that may run this method, in the order in which they were noted. */
  List<CallSite> of(MethodFacts method) {
    return count(method) == 0 ? List.of() : sites(method);
  }

  /** Those of them that are such ones: numbers, so that they can be kept. */
  List<CallSite> of(MethodFacts method, Predicate<CallSite> wanted) {
    if (count(method) == 0) {
      return List.of();
    }
    Sites all = sites(method);
    int[] found = new int[all.size()];
    int size = 0;
    for (int i = 0; i < found.length; i++) {
      if (wanted.test(all.get(i))) {
        found[size++] = all.number(i);
      }
    }
    if (size == 0) {
      return List.of();
    }
    return size == found.length ? all : new Sites(noted, Arrays.copyOf(found, size), 0, size);
  }

  private Sites sites(MethodFacts method) {
    int groups = groups(method);
    if (groups > 0) {
      return new Sites(noted, sites, begins[groups - 1], size(groups - 1));
    }
    int[] merged = new int[count(method)];
    int at = 0;
    for (int group : several[-groups - 1]) {
      System.arraycopy(sites, begins[group], merged, at, size(group));
      at += size(group);
    }
    Arrays.sort(merged);
    return new Sites(noted, merged, 0, merged.length);
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

  /** Calls, made when somebody looks at them: a part of an array of their numbers. */
  private static final class Sites extends AbstractList<CallSite> implements RandomAccess {
    private final Noted noted;
    private final int[] sites;
    private final int begin;
    private final int size;

    Sites(Noted noted, int[] sites, int begin, int size) {
      this.noted = noted;
      this.sites = sites;
      this.begin = begin;
      this.size = size;
    }

    int number(int index) {
      return sites[begin + Objects.checkIndex(index, size)];
    }

    @Override
    public CallSite get(int index) {
      return noted.call(number(index));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
