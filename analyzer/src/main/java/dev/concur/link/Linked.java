package dev.concur.link;

import dev.concur.catalogue.Catalogue;
import dev.concur.catalogue.Claim;
import dev.concur.catalogue.Effects;
import dev.concur.catalogue.Place;
import dev.concur.model.Entry;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import dev.concur.model.Target;
import dev.concur.read.Annotation;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Table;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The program joined up: what each call runs, where each value came from, who starts what, where
 * work comes in.
 */
public final class Linked {

  private static final Pattern ASKED =
      Pattern.compile(
          "java\\.util\\.(Comparator|function\\.(.*Predicate|.*Operator|To.*Function"
              + "|(Int|Long|Double)(To.*)?Function))");

  private final Facts facts;
  private final Catalogue catalogue;
  private final Types types;
  private final Reach reach;
  private final Contents contents = new Contents(this);
  private final Reflection reflection = new Reflection(this);
  private final Origins origins = new Origins(this, Optional.of(contents));
  private final Origins makers = new Origins(this, Optional.empty());
  private final BodiesByType byType;
  private final Dispatch dispatch;
  private final KnownEffects effects;
  private final CallGraph calls;
  private final Table<FieldRef, List<FieldWriteSite>> writes = new Table<>();
  private final Tasks tasks = new Tasks(this);
  private final HandOffs handOffs = new HandOffs(this);
  private final Entries entries;

  private Linked(Facts facts, Catalogue catalogue) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.types = new Types(facts);
    this.reach = new Reach(facts, types, catalogue);
    this.effects = new KnownEffects(facts, catalogue, types);
    this.byType = new BodiesByType(facts, types, reach);
    this.dispatch = new Dispatch(this, byType);
    Map<FieldRef, List<FieldWriteSite>> sites = new HashMap<>();
    reach.methods().forEach(method -> index(method, sites));
    sites.forEach((field, all) -> writes.put(field, List.copyOf(all)));
    this.calls = new CallGraph(dispatch, byType, reach.methods());
    this.entries = new Entries(this);
  }

  /** Joins the facts of a program with what is known of its APIs. */
  public static Linked of(Facts facts, Catalogue catalogue) {
    return new Linked(facts, catalogue);
  }

  /** The facts. */
  public Facts facts() {
    return facts;
  }

  /** What is known of APIs. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** All methods of the scanned roots, in order of class and appearance. */
  public List<MethodFacts> roots() {
    return facts.roots().stream().flatMap(type -> type.methods().stream()).toList();
  }

  /**
   * All methods that can run: those of the roots, then those of libraries that are reached from
   * there.
   */
  public Collection<MethodFacts> reached() {
    return reach.methods();
  }

  /** The body that runs when this method is called on exactly its owner. */
  public Optional<MethodFacts> body(MethodRef ref) {
    return types.resolve(ref);
  }

  /** A class of the roots or the libraries. */
  public Optional<ClassFacts> type(String name) {
    return facts.find(name);
  }

  /**
   * Whether a contract of others asks for a method, so that whoever holds that calls it: a library
   * declares it, or no type of the program above does and one above is missing.
   */
  public boolean foreign(MethodFacts method) {
    return new Contracts(this).ofOthers(method.ref());
  }

  /** Whether one type is, extends or implements the other. */
  public boolean subtype(String sub, String sup) {
    return types.subtype(sub, sup);
  }

  /**
   * Concrete types of roots and libraries that are made somewhere and are, extend or implement this
   * one.
   */
  public List<String> madeBelow(String type) {
    return reach.madeBelow(type);
  }

  /** Whether an interface has one abstract method, so that a lambda may stand behind it. */
  public boolean functional(String type) {
    return types.functional(type);
  }

  /** What a call may run. */
  public Targets targets(MethodFacts in, Op.Call call) {
    return calls.targets(in, call);
  }

  /**
   * Whether outsiders supply the object of a call: a factory, a store or a codec that they hand to
   * a public method, of a public type that they may implement.
   */
  public boolean open(MethodFacts in, Op.Call call) {
    return dispatch.open(in, call);
  }

  /** What the catalogue says of a call, whether or not bodies were found. */
  public Effects effects(Op.Call call) {
    return effects.of(call);
  }

  /** Whether a class is neither among those that were read nor the JDK's. */
  public boolean unread(String owner) {
    return effects.unread(owner);
  }

  /** What annotations of others claim of a method, by itself or by its type. */
  public Optional<Claim> claim(MethodRef method) {
    return effects.claim(method);
  }

  /** What the annotations of a method and its class add to a call of it from another object. */
  public Effects around(MethodFacts method) {
    return effects.around(method);
  }

  /** The calls that may run this method. */
  public List<CallSite> callers(MethodFacts method) {
    return calls.callers(method);
  }

  /** How many calls may run this method. */
  int countCallers(MethodFacts method) {
    return calls.countCallers(method);
  }

  /**
   * The calls that run this method as far as their receivers were followed: fewer than {@link
   * #callers}.
   */
  public List<CallSite> running(MethodFacts method) {
    return calls.running(method);
  }

  /**
   * The methods that lead to this one, each once: they have a call that runs it and hardly anything
   * else.
   */
  public Collection<MethodFacts> leading(MethodFacts method) {
    return calls.leading(method);
  }

  /** Where lambdas and method references with this body are made. */
  public List<Origin> lambdas(MethodRef body) {
    return reach.lambdas(body);
  }

  /** Where a value came from at last. */
  public List<Origin> origins(MethodFacts in, Value value) {
    return origins.of(in, value);
  }

  /** Where a value was made; empty when any of it was not seen to be made. */
  public List<Origin> made(MethodFacts in, Value value) {
    return origins.made(in, value);
  }

  /** Whether a value came from such a place, among others. */
  public boolean any(MethodFacts in, Value value, Predicate<Origin> wanted) {
    return origins.any(new Origin(in, value), wanted);
  }

  /** Where a value came from, as far as its own method tells: its parameters are answers. */
  public List<Origin> local(MethodFacts in, Value value) {
    return origins.local(in, value);
  }

  /** What was seen to be put into the collection behind a value; need not be all. */
  public List<Origin> contents(MethodFacts in, Value collection) {
    return contents.of(in, collection);
  }

  /** Where a collection came from, whatever it was taken out of. */
  List<Origin> makers(MethodFacts in, Value collection) {
    return makers.of(in, collection);
  }

  /**
   * What runs when a method calls what one of its parameters is: what was seen to be passed, else
   * all that the program has of such a type.
   */
  public List<MethodFacts> behind(MethodFacts in, int parameter, List<String> via) {
    List<MethodFacts> passed = tasks(in, new Value.Parameter(parameter, ""), via);
    String type = type(in, parameter);
    return passed.isEmpty() && via.size() == 1 && facts.isRoot(type)
        ? dispatch.implementations(type, via.get(0))
        : passed;
  }

  /** Binary name of the declared type of a parameter; empty for numbers, arrays and receivers. */
  public String type(MethodFacts in, int parameter) {
    int index = in.isStatic() ? parameter : parameter - 1;
    return index < 0 ? "" : Descriptors.parameterType(in.ref().descriptor(), index);
  }

  /**
   * Whether a callback of this type is asked a question about values, which hardly ever takes long:
   * a predicate, a comparator, an operator on numbers. Suppliers, tasks and consumers do things.
   */
  public boolean onlyAsked(String type) {
    return ASKED.matcher(type).matches();
  }

  /**
   * Whether the program gives the object of a call what this method of its type sets, such as
   * threads.
   */
  public boolean given(MethodFacts in, Op.Call call, String method) {
    return new Given(this).to(in, call, method);
  }

  /** All writes of a field in reached methods. */
  public List<FieldWriteSite> writes(FieldRef field) {
    List<FieldWriteSite> known = writes.get(types.resolve(field));
    return known == null ? List.of() : known;
  }

  /** The field by the class that declares it. */
  public FieldRef declared(FieldRef field) {
    return types.resolve(field);
  }

  /** Whether a field is written once and for all; no when its class was not read. */
  public boolean isFinal(FieldRef field) {
    return types.isFinal(field);
  }

  /** The call with this op id. */
  public Optional<Op.Call> call(MethodFacts in, int id) {
    return in.call(id);
  }

  /**
   * The methods behind a value of a call that is a task or a callback; {@code via} names them when
   * it is not the obvious one.
   */
  public List<MethodFacts> tasks(MethodFacts in, Op.Call call, Place place, List<String> via) {
    return tasks.at(in, call, place, via);
  }

  /** The methods behind a value that is a task or a callback. */
  public List<MethodFacts> tasks(MethodFacts in, Value value, List<String> via) {
    return tasks.behind(in, value, via);
  }

  /**
   * What references to methods without a body here, such as {@code Future::join}, call when this
   * callback is run at a line.
   */
  public List<Op.Call> libraryCalls(MethodFacts in, Value callback, int line) {
    return tasks.libraryCalls(in, callback, line);
  }

  /** All places where a task is given to another thread, in the scanned roots. */
  public List<HandOffSite> handOffs() {
    return handOffs.all();
  }

  /** Those of them that give one of these tasks to another thread. */
  public List<HandOffSite> handOffs(Collection<MethodFacts> tasks) {
    return handOffs.of(tasks);
  }

  /** Where work comes in. */
  public List<Entry> entries() {
    return entries.all();
  }

  /** What sort of thread runs each framework entry. */
  public Map<MethodRef, Runner> runnersOfEntries() {
    return entries.runners();
  }

  /** Whether outsiders call and implement what was scanned. */
  public Target.Mode mode() {
    return entries.mode();
  }

  /**
   * Binary names of a class' annotations, with the value where one is given: {@code
   * a.Scope(prototype)}.
   */
  public static List<String> names(List<Annotation> annotations) {
    return KnownEffects.names(annotations);
  }

  /** Bodies by type alone, for following results: no functional interfaces, no catalogue. */
  List<MethodFacts> dispatched(MethodFacts in, Op.Call call) {
    return dispatch.following(in, call);
  }

  BodiesByType byType() {
    return byType;
  }

  Reflection reflection() {
    return reflection;
  }

  Reach reach() {
    return reach;
  }

  Types types() {
    return types;
  }

  private void index(MethodFacts method, Map<FieldRef, List<FieldWriteSite>> sites) {
    for (Block block : method.blocks()) {
      for (int i = 0; i < block.ops().size(); i++) {
        if (block.ops().get(i) instanceof Op.FieldWrite write) {
          sites
              .computeIfAbsent(types.resolve(write.field()), field -> new ArrayList<>(1))
              .add(new FieldWriteSite(method, block.index(), i));
        }
      }
    }
  }
}
