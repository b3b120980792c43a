package dev.concur.lock;

import dev.concur.catalogue.Effect;
import dev.concur.link.Linked;
import dev.concur.model.LockKind;
import dev.concur.model.Scope;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Interpreters and native libraries that let one thread in at a time, whatever Java does. */
final class Interpreters {

  private final Linked linked;
  private final Passages passages;

  Interpreters(Linked linked, Passages passages) {
    this.linked = linked;
    this.passages = passages;
  }

  List<Described> find() {
    Map<Effect.GlobalInterpreter, List<Draft>> found = new LinkedHashMap<>();
    for (MethodFacts in : linked.roots()) {
      for (Op.Call call : in.calls()) {
        for (Effect.GlobalInterpreter lock :
            linked.effects(call).of(Effect.GlobalInterpreter.class)) {
          found
              .computeIfAbsent(lock, l -> new ArrayList<>())
              .add(
                  passages.draft(
                      in,
                      call,
                      LockKind.NATIVE_INTERPRETER,
                      passages.path(in, call),
                      passages.during(in, call)));
        }
      }
    }
    List<Described> all = new ArrayList<>();
    found.forEach((lock, drafts) -> all.add(described(lock, drafts)));
    return all;
  }

  private static Described described(Effect.GlobalInterpreter lock, List<Draft> drafts) {
    String kept = "the lock of " + lock.identity();
    Sharing sharing =
        lock.perReceiver()
            ? Sharing.unshown(Scope.PER_INSTANCE)
            : new Sharing(
                Scope.GLOBAL, List.of(kept + " is one for the process, below all Java locks"));
    return new Described(new LockName.Interpreter(kept), sharing, drafts, Map.of());
  }
}
