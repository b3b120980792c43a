package dev.concur.catalogue;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of APIs without reading their bodies. Immutable and safe for threads.
 *
 * <p>Of several lines that fit a method, those on the nearest type win; among these the text that
 * was added last, then the line that says most (type, then name, then parameters), then the later
 * line.
 */
public final class Catalogue {
  private final List<List<ApiFile>> tiers;
  private final List<Problem> problems;
  private final SignatureIndex<Said> methods;
  private final SignatureIndex<Said> fields;
  private final SignatureIndex<EntryPoint> entries;
  private final SignatureIndex<String> receives;
  private final SignatureIndex<Dispatcher> dispatchers;
  private final SignatureIndex<Twin> twins;
  private final NameIndex<EntryPoint> entryAnnotations;
  private final NameIndex<BeanScope> scopes;
  private final NameIndex<BeanScope> scopedTypes;
  private final NameIndex<Effects> proxies;
  private final NameIndex<Effects> proxyAnnotations;
  private final NameIndex<Effects> unread;
  private final NameIndex<Effects> around;
  private final NameIndex<Claim> claims;
  private final NameIndex<Safety> safeties;
  private final NameIndex<Reusable> reusables;
  private final NameIndex<Role> roles;
  private final NameIndex<Effects> synchronizedTypes;
  private final NameIndex<Boolean> contended;
  private final NameIndex<Boolean> promises;

  /**
   * What a line says of its own type, and of those that inherit it: one object for all that it
   * speaks of.
   */
  private record Said(Effects own, Effects inherited) {
    static List<SignatureIndex.Line<Said>> of(List<SignatureIndex.Line<Lines.Method>> lines) {
      return lines.stream()
          .map(line -> line.with(new Said(of(line, false), of(line, true))))
          .toList();
    }

    private static Effects of(SignatureIndex.Line<Lines.Method> line, boolean inherited) {
      return new Effects(true, line.value().effects(), inherited, List.of(line.source()));
    }

    static Effects in(SignatureIndex.Found<Said> found) {
      Said said = found.line().value();
      return found.inherited() ? said.inherited : said.own;
    }
  }

  private Catalogue(List<List<ApiFile>> tiers) {
    this.tiers = List.copyOf(tiers);
    Lines lines = LineReader.read(tiers);
    problems = List.copyOf(lines.problems);
    methods = new SignatureIndex<>(Said.of(lines.methods));
    fields = new SignatureIndex<>(Said.of(lines.fields));
    entries = new SignatureIndex<>(lines.entries);
    receives = new SignatureIndex<>(lines.receives);
    dispatchers = new SignatureIndex<>(lines.dispatchers);
    twins = new SignatureIndex<>(lines.twins);
    entryAnnotations = new NameIndex<>(lines.entryAnnotations);
    scopes = new NameIndex<>(lines.scopes);
    scopedTypes = new NameIndex<>(lines.scopedTypes);
    proxies = new NameIndex<>(lines.proxies);
    proxyAnnotations = new NameIndex<>(lines.proxyAnnotations);
    unread = new NameIndex<>(lines.unread);
    around = new NameIndex<>(lines.around);
    claims = new NameIndex<>(lines.claims);
    safeties = new NameIndex<>(lines.safeties);
    reusables = new NameIndex<>(lines.reusables);
    roles = new NameIndex<>(lines.roles);
    synchronizedTypes = new NameIndex<>(lines.synchronizedTypes);
    contended = new NameIndex<>(lines.contended);
    promises = new NameIndex<>(lines.promises);
  }

  /** What comes with concur: the JDK and common libraries. */
  public static Catalogue bundled() {
    return Holder.BUNDLED;
  }

  private static final class Holder {
    static final Catalogue BUNDLED = new Catalogue(List.of(Bundled.files()));
  }

  /** A catalogue of these texts alone; for tests. */
  static Catalogue of(ApiFile... files) {
    return new Catalogue(List.of(List.of(files)));
  }

  /**
   * This catalogue and these texts, whose lines win over all that it holds; what cannot be read is
   * in {@link #problems}.
   */
  public Catalogue with(List<ApiFile> files) {
    List<List<ApiFile>> more = new ArrayList<>(tiers);
    more.add(List.copyOf(files));
    return new Catalogue(more);
  }

  /** The lines that could not be used. */
  public List<Problem> problems() {
    return problems;
  }

  /** What a call of this method does; {@link Effects#UNSAID} when no line speaks of it. */
  public Effects effectsOf(MethodRef method, Hierarchy hierarchy) {
    Effects said = methods.find(method, hierarchy).map(Said::in).orElse(Effects.UNSAID);
    return method.constructor()
        ? said
        : synchronizedTypes.find(method.owner()).map(said::and).orElse(said);
  }

  /** What the value of this static field is: {@code System.in} is a device. */
  public Effects effectsOfField(String owner, String name) {
    return fields
        .find(new MethodRef(owner, name, ""), Hierarchy.NONE)
        .map(Said::in)
        .orElse(Effects.UNSAID);
  }

  /**
   * What a method does whose body is made at run time (Spring Data repositories, Feign clients,
   * MyBatis mappers).
   *
   * @param annotations binary names of the annotations of the method and of its type
   * @param hierarchy supertypes of the method's owner
   */
  public Effects proxyEffects(MethodRef method, List<String> annotations, Hierarchy hierarchy) {
    return proxyAnnotations
        .findFirst(annotations)
        .or(() -> proxies.find(method.owner(), hierarchy))
        .map(effects -> returnsPromise(method, hierarchy) ? effects.promised() : effects)
        .orElse(Effects.UNSAID);
  }

  /**
   * What any call on a type does that no line speaks of and whose class is not there to be read: a
   * library that is known to compute little and to wait for nothing where it does not say so.
   */
  public Effects unread(String type) {
    return unread.find(type).orElse(Effects.UNSAID);
  }

  /**
   * What the annotations of a method and its type add to a call of it: a proxy that runs its body
   * on another thread ({@code starts this}), opens a transaction, takes a container's lock. An
   * annotation with a value may be given beside its plain name, as in {@link #scopeOf}.
   */
  public Effects aroundOf(List<String> annotations) {
    return annotations.stream()
        .flatMap(name -> around.find(name).stream())
        .reduce(Effects.UNSAID, Effects::and);
  }

  /**
   * Whether the method returns a handle of work that is done elsewhere or later: a future, a
   * publisher.
   */
  public boolean returnsPromise(MethodRef method, Hierarchy hierarchy) {
    String result = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
    return result.startsWith("L")
        && isPromise(result.substring(1, result.length() - 1).replace('/', '.'), hierarchy);
  }

  /** Whether objects of this type are handles of work that is done elsewhere or later. */
  public boolean isPromise(String type, Hierarchy hierarchy) {
    return promises.find(type, hierarchy).isPresent();
  }

  /**
   * How a framework calls this method, by its own annotations or by the framework method that it
   * implements.
   */
  public Optional<EntryPoint> entryOf(
      MethodRef method, List<String> annotations, Hierarchy hierarchy) {
    return entryAnnotations
        .findFirst(annotations)
        .or(() -> entries.find(method, hierarchy).map(found -> found.line().value()));
  }

  /**
   * How many objects of a class its container makes. An annotation with a value may be given as
   * {@code org.springframework.context.annotation.Scope(prototype)} beside its plain name. The
   * narrowest scope said wins.
   */
  public Optional<BeanScope> scopeOf(List<String> annotations) {
    return annotations.stream()
        .flatMap(name -> scopes.find(name).stream())
        .max(BeanScope::compareTo);
  }

  /**
   * How many objects a container makes of a class that lets it set them up, by what the class
   * extends or implements.
   */
  public Optional<BeanScope> scopeOf(String type, Hierarchy hierarchy) {
    return scopedTypes.find(type, hierarchy);
  }

  /** What annotations of others claim of a method. */
  public Optional<Claim> claimOf(List<String> annotations) {
    return claims.findFirst(annotations);
  }

  /**
   * Whether several threads may use one object of this type at the same time; empty when nothing is
   * said.
   */
  public Optional<Safety> safetyOf(String type, Hierarchy hierarchy) {
    return safeties.find(type, hierarchy);
  }

  /** How an object of this type is used again and again; empty when that is not what it is for. */
  public Optional<Reusable> reusableOf(String type, Hierarchy hierarchy) {
    return reusables.find(type, hierarchy);
  }

  /** What scarce or costly thing an object of this type owns. */
  public Optional<Role> roleOf(String type, Hierarchy hierarchy) {
    return roles.find(type, hierarchy);
  }

  /** Whether all methods of this type lock their object: {@code Hashtable}. */
  public boolean isSynchronized(String type) {
    return synchronizedTypes.find(type).isPresent();
  }

  /**
   * Whether every call of this type changes one word that all its users share: {@code Random}. It
   * takes no lock, and yet threads that use one object run into each other at each call.
   */
  public boolean isContended(String type) {
    return contended.find(type).isPresent();
  }

  /**
   * What a call waits for until the next of it comes, in a word such as client; empty when it waits
   * for something else.
   */
  public Optional<String> receivedBy(MethodRef method, Hierarchy hierarchy) {
    return receives.find(method, hierarchy).map(found -> found.line().value());
  }

  /** Who serves what comes by this call, on one thread unless told otherwise. */
  public Optional<Dispatcher> dispatcherOf(MethodRef method, Hierarchy hierarchy) {
    return dispatchers.find(method, hierarchy).map(found -> found.line().value());
  }

  /** The call that only starts what this blocking call waits for. */
  public Optional<Twin> twinOf(MethodRef method, Hierarchy hierarchy) {
    return twins.find(method, hierarchy).map(found -> found.line().value());
  }
}
