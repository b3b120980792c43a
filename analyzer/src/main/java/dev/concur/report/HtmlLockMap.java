package dev.concur.report;

import dev.concur.model.Entry;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.LockUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * A drawing of who passes through which lock: entries on the left, locks on the right, thicker for
 * more of the work.
 */
final class HtmlLockMap {

  private static final int LOCKS = 8;
  private static final int ENTRIES = 14;
  private static final int ROW = 40;
  private static final int WIDTH = 860;
  private static final int LEFT = 320;
  private static final int RIGHT = 520;
  private static final int LETTERS = 42;
  private static final int INSIDE = 2;

  private final Html html;
  private final List<LockUse> locks;
  private final List<String> entries;
  private final int hidden;

  HtmlLockMap(Html html, List<LockUse> heavy) {
    this.html = html;
    this.locks = heavy.stream().filter(use -> !use.entries().isEmpty()).limit(LOCKS).toList();
    LinkedHashSet<String> names = new LinkedHashSet<>();
    locks.forEach(use -> use.entries().forEach(entry -> names.add(nameOf(entry))));
    this.entries = new ArrayList<>(names).subList(0, Math.min(ENTRIES, names.size()));
    this.hidden = names.size() - entries.size();
  }

  void write() throws IOException {
    if (locks.isEmpty()) {
      return;
    }
    int height = ROW * Math.max(entries.size(), locks.size()) + ROW / 4;
    html.open("figure", "class", "map").open("div", "class", "scroll");
    html.open(
        "svg", "viewBox", "0 0 " + WIDTH + " " + height, "role", "img", "aria-label", aloud());
    for (int i = 0; i < locks.size(); i++) {
      writeLines(i, height);
    }
    for (int i = 0; i < entries.size(); i++) {
      String y = number(y(i, entries.size(), height));
      dot("entry", LEFT, y);
      label(entries.get(i), entries.get(i), LEFT - 10, y, "end");
    }
    for (int i = 0; i < locks.size(); i++) {
      writeLock(locks.get(i), number(y(i, locks.size(), height)));
    }
    html.close().close();
    html.leaf("figcaption", caption()).close();
  }

  private void writeLines(int index, int height) throws IOException {
    LockUse use = locks.get(index);
    double to = y(index, locks.size(), height);
    for (String name : use.entries().stream().map(HtmlLockMap::nameOf).distinct().toList()) {
      int entry = entries.indexOf(name);
      if (entry >= 0) {
        double from = y(entry, entries.size(), height);
        int middle = (LEFT + RIGHT) / 2;
        String path =
            "M%d %s C%d %s %d %s %d %s"
                .formatted(
                    LEFT,
                    number(from),
                    middle,
                    number(from),
                    middle,
                    number(to),
                    RIGHT,
                    number(to));
        String width = number(1 + 7 * Math.min(1, use.heldShare().middle()));
        html.open("path", "class", "pass " + kind(use), "d", path, "stroke-width", width).close();
      }
    }
  }

  private void writeLock(LockUse use, String y) throws IOException {
    dot(kind(use), RIGHT, y);
    label(use.lock().words(), Words.withoutPackages(use.lock().words()), RIGHT + 12, y, "start");
    html.leaf("text", under(use), "class", "small", "x", "" + (RIGHT + 12), "y", y, "dy", "16");
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

  private void dot(String kind, int x, String y) throws IOException {
    html.open("circle", "class", "node " + kind, "cx", "" + x, "cy", y, "r", "5").close();
  }

  private void label(String whole, String brief, int x, String y, String anchor)
      throws IOException {
    String shown =
        brief.length() <= LETTERS ? brief : "\u2026" + brief.substring(brief.length() - LETTERS);
    html.open("text", "x", "" + x, "y", y, "dy", "4", "text-anchor", anchor);
    html.leaf("title", whole).text(shown).close();
  }

  private String aloud() {
    List<String> sentences = new ArrayList<>();
    for (LockUse use : locks) {
      List<String> through = use.entries().stream().map(HtmlLockMap::nameOf).distinct().toList();
      sentences.add(use.lock().words() + " is passed by " + Words.few(through, ENTRIES));
    }
    return String.join("; ", sentences);
  }

  private String caption() {
    String drawn =
        "Entries on the left pass through the locks on the right, which say what runs inside; the"
            + " thicker, the more of the work is done under the lock.";
    return hidden == 0 ? drawn : drawn + " Not drawn: " + Words.count(hidden) + " more entries.";
  }

  private static String kind(LockUse use) {
    return use.gilLike() == GilLike.NO ? "plain" : "gil";
  }

  private static String nameOf(Entry entry) {
    return HtmlLocks.simple(entry.at());
  }

  private static double y(int index, int count, int height) {
    return (index + 0.5) * height / count;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
