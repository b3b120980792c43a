package dev.concur.link;

import dev.concur.catalogue.Dispatcher;
import dev.concur.catalogue.EntryPoint;
import dev.concur.model.Entry;
import dev.concur.model.MethodRef;
import dev.concur.model.Runner;
import dev.concur.model.Target;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds where work comes in: main methods, framework entries, tasks; the public methods of a
 * library without any.
 */
final class Entries {

  private final Linked linked;
  private final Map<MethodRef, Runner> runners = new LinkedHashMap<>();
  private @Nullable List<Entry> all;
  private Target.Mode mode = Target.Mode.LIBRARY;

  Entries(Linked linked) {
    this.linked = linked;
  }

  synchronized List<Entry> all() {
    if (all == null) {
      all = List.copyOf(find());
    }
    return all;
  }

  Map<MethodRef, Runner> runners() {
    all();
    return runners;
  }

  Target.Mode mode() {
    all();
    return mode;
  }

  private List<Entry> find() {
    Map<MethodRef, Entry> found = new LinkedHashMap<>();
    for (ClassFacts type : linked.facts().roots()) {
      for (MethodFacts method : type.methods()) {
        framework(type, method).ifPresent(entry -> found.put(method.ref(), entry));
      }
    }
    for (MethodFacts method : linked.roots()) {
      for (Op.Call call : method.calls()) {
        handlers(method, call).forEach(entry -> found.putIfAbsent(entry.at().methodRef(), entry));
      }
    }
    boolean application = found.values().stream().anyMatch(Entries::ofAnApplication);
    for (HandOffSite site : linked.handOffs()) {
      for (MethodFacts task : site.tasks()) {
        found.putIfAbsent(task.ref(), new Entry(task.spot(), Entry.Kind.TASK, true));
      }
    }
    List<Entry> entries = new ArrayList<>(found.values());
    if (application) {
      mode = Target.Mode.APPLICATION;
    } else {
      entries.addAll(publicMethods(found));
    }
    return entries;
  }

  private static boolean ofAnApplication(Entry entry) {
    return switch (entry.kind()) {
      case MAIN, WEB, MESSAGE, SCHEDULED -> true;
      default -> false;
    };
  }

  private List<Entry> publicMethods(Map<MethodRef, Entry> known) {
    List<Entry> result = new ArrayList<>();
    for (ClassFacts type : linked.facts().roots()) {
      for (MethodFacts method : type.methods()) {
        boolean callable = type.isPublic() && method.isPublic() && !method.isAbstract();
        if (callable && !method.isSynthetic() && !known.containsKey(method.ref())) {
          result.add(new Entry(method.spot(), Entry.Kind.PUBLIC, true));
        }
      }
    }
    return result;
  }

  private Optional<Entry> framework(ClassFacts type, MethodFacts method) {
    if (method.isAbstract() || method.isSynthetic()) {
      return Optional.empty();
    }
    if (isMain(method)) {
      runners.put(method.ref(), Runner.PLATFORM);
      return Optional.of(new Entry(method.spot(), Entry.Kind.MAIN, false));
    }
    // Only annotations that a framework looks for on methods: one on the class says nothing of this
    // method.
    List<String> annotations = Linked.names(method.annotations());
    Optional<EntryPoint> point =
        linked.catalogue().entryOf(method.ref(), annotations, linked.facts()::supertypes);
    point.ifPresent(found -> runners.put(method.ref(), found.runner()));
    return point
        .filter(found -> !type.isInterface())
        .map(found -> new Entry(method.spot(), found.kind(), found.concurrent()));
  }

  /** The functions that a server of the JDK is told to run for what comes. */
  private List<Entry> handlers(MethodFacts in, Op.Call call) {
    Optional<Dispatcher> dispatcher =
        linked.catalogue().dispatcherOf(call.callee(), linked.facts()::supertypes);
    return dispatcher.stream()
        .flatMap(one -> linked.tasks(in, call, one.handler(), List.of()).stream())
        .map(
            handler ->
                new Entry(
                    handler.spot(),
                    Entry.Kind.WEB,
                    linked.given(in, call, dispatcher.get().unless())))
        .toList();
  }

  private static boolean isMain(MethodFacts method) {
    return method.isStatic()
        && method.isPublic()
        && method.ref().name().equals("main")
        && method.ref().descriptor().equals("([Ljava/lang/String;)V");
  }
}
