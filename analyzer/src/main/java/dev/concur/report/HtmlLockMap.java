package dev.concur.report;

import dev.concur.model.Entry;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The heaviest locks and who passes through them, as a flow from entries to locks to what runs
 * inside.
 *
 * @param locks those drawn
 * @param entries those drawn, by name
 * @param hidden how many entries are not
 */
record HtmlLockMap(List<LockUse> locks, List<String> entries, int hidden) {

  private static final int LOCKS = 8;
  private static final int ENTRIES = 14;
  private static final int INSIDE = 2;
  // A lock that is hardly held is drawn as a thread, not as nothing.
  private static final double LEAST = 0.04;

  static HtmlLockMap of(List<LockUse> heavy) {
    List<LockUse> locks =
        heavy.stream().filter(use -> !use.entries().isEmpty()).limit(LOCKS).toList();
    LinkedHashSet<String> names = new LinkedHashSet<>();
    locks.forEach(use -> names.addAll(through(use)));
    List<String> entries = List.copyOf(names).subList(0, Math.min(ENTRIES, names.size()));
    return new HtmlLockMap(locks, entries, names.size() - entries.size());
  }

  /** An entry or a lock. */
  private record Node(String name, String whole, String under, String kind) {}

  /** An entry passes through a lock; the value is the share of the work under it, by entries. */
  private record Link(int source, int target, double value, String kind) {}

  private record Drawing(String chart, List<Node> nodes, List<Link> links) {}

  String chart() {
    List<Node> nodes = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    entries.forEach(entry -> nodes.add(new Node(entry, entry, "", "entry")));
    for (LockUse use : locks) {
      List<String> drawn = through(use).stream().filter(entries::contains).toList();
      if (!drawn.isEmpty()) {
        String name = use.lock().words();
        double value = Math.max(LEAST, Math.min(1, use.heldShare().middle())) / drawn.size();
        drawn.forEach(
            each -> links.add(new Link(entries.indexOf(each), nodes.size(), value, kind(use))));
        nodes.add(new Node(Words.withoutPackages(name), name, under(use), kind(use)));
      }
    }
    return Charts.json(new Drawing("map", nodes, links));
  }

  /** How much of the work is done under it, and what runs inside. */
  private static String under(LockUse use) {
    String share =
        use.heldShare().isZero() ? "" : Words.share(use.heldShare().middle()) + " of the work: ";
    List<String> inside =
        use.hot().stream()
            .flatMap(region -> region.happenings().stream())
            .map(HtmlLockMap::inside)
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(INSIDE)
            .toList();
    return share + (inside.isEmpty() ? "little runs inside" : String.join(", ", inside));
  }

  private static String inside(Happening happening) {
    if (happening instanceof Happening.Waits waits) {
      return "waits for " + waits.kind().word();
    }
    if (happening instanceof Happening.Computes computes) {
      return computes.kind() == Kind.OTHER ? "computes" : "computes " + computes.kind().word();
    }
    if (happening instanceof Happening.EntersNative) {
      return "native code";
    }
    return happening instanceof Happening.CallsOut ? "calls strangers" : "";
  }

  String aloud() {
    List<String> sentences = new ArrayList<>();
    for (LockUse use : locks) {
      sentences.add(use.lock().words() + " is passed by " + Words.few(through(use), ENTRIES));
    }
    return String.join("; ", sentences);
  }

  String caption() {
    String drawn =
        "Entries on the left pass through the locks on the right, which say what runs inside; the"
            + " thicker, the more of the work is done under the lock.";
    return hidden == 0 ? drawn : drawn + " Not drawn: " + Words.count(hidden) + " more entries.";
  }

  private static List<String> through(LockUse use) {
    return use.entries().stream().map(HtmlLockMap::nameOf).distinct().toList();
  }

  private static String kind(LockUse use) {
    return use.gilLike() == GilLike.NO ? "plain" : "gil";
  }

  private static String nameOf(Entry entry) {
    return HtmlLocks.simple(entry.at());
  }
}
