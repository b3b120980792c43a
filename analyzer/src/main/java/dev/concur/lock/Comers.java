package dev.concur.lock;

import dev.concur.link.HandOffSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Threads that were seen to come to the objects of a class. */
final class Comers {

  private final Makings makings;
  private final LockNames names;

  Comers(Makings makings, LockNames names) {
    this.makings = makings;
    this.names = names;
  }

  /** A class, and those that keep its objects in a field. */
  private List<String> nearby(String type) {
    List<String> found = new ArrayList<>(List.of(type));
    for (Makings.Home home : makings.of(type)) {
      if (home instanceof Makings.Home.InField kept) {
        found.add(names.declared(kept.field()).owner());
      }
    }
    return found;
  }

  /**
   * Whether a task that comes here is more than the locked method itself: a task that does nothing
   * but lock itself is met by the thread that runs it.
   */
  private static boolean bySomethingElse(HandOffSite site, Reach reach) {
    return site.tasks().stream().anyMatch(task -> reach.has(task) && !reach.beginsOnlyIn(task));
  }

  /** Threads that were seen to come here, apart from the callers. */
  void of(String type, Reach reach, Clues clues) {
    List<HandOffSite> sites =
        reach.handOffs().stream().filter(site -> bySomethingElse(site, reach)).toList();
    List<String> near = nearby(type);
    Optional<HandOffSite> own =
        sites.stream()
            .filter(
                site ->
                    near.stream().anyMatch(one -> Classes.sameFile(site.in().ref().owner(), one)))
            .findFirst();
    if (own.isPresent()) {
      clues.threads(
          Clues.STRONG,
          "a thread that "
              + own.get().in().ref().simpleOwner()
              + " starts and its callers both enter it");
    } else if (sites.size() > 1) {
      clues.threads(Clues.STRONG, "tasks handed off at " + sites.size() + " places enter it");
    } else if (sites.size() == 1) {
      clues.threads(
          Clues.WEAK,
          "a task handed off in " + sites.get(0).in().ref().simpleOwner() + " enters it");
    }
  }
}
