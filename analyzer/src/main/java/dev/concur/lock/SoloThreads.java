package dev.concur.lock;

import dev.concur.link.HandOffSite;
import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import java.util.List;

/** Threads that an object, or its only part of a kind, starts once for itself when it is set up. */
final class SoloThreads {

  private final Linked linked;
  private final Makings makings;
  private final LockNames names;

  SoloThreads(Linked linked, Makings makings, LockNames names) {
    this.linked = linked;
    this.makings = makings;
    this.names = names;
  }

  /** Whether a method is what the one thread of each object of a class does. */
  boolean has(String owner, MethodRef run) {
    List<HandOffSite> starts =
        linked.handOffs().stream()
            .filter(site -> site.tasks().stream().anyMatch(task -> task.ref().equals(run)))
            .toList();
    return starts.size() == 1
        && once(starts.get(0))
        && belongs(starts.get(0).in().ref().owner(), owner);
  }

  private static boolean once(HandOffSite site) {
    MethodFacts in = site.in();
    return ColdNames.cold(in.ref())
        && in.blocks().stream()
            .filter(block -> block.loop() >= 0)
            .noneMatch(block -> block.ops().contains(site.call()));
  }

  /** Whether who starts it is the owner itself or a part that the owner keeps in a field. */
  private boolean belongs(String starter, String owner) {
    return Classes.together(linked, starter, owner)
        || makings.of(starter).stream()
            .anyMatch(
                home ->
                    home instanceof Makings.Home.InField kept
                        && Classes.together(linked, names.declared(kept.field()).owner(), owner));
  }
}
