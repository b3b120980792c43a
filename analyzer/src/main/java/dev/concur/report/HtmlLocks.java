package dev.concur.report;

import dev.concur.model.Entry;
import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The locks: who passes through which, for how much of the work, what runs inside, and what bound
 * that puts on speed.
 */
final class HtmlLocks {

  private static final int CARDS = 12;
  private static final int ROWS = 1000;
  private static final int FEW = 6;

  private static final Comparator<LockUse> BY_WEIGHT =
      Comparator.comparing((LockUse use) -> use.gilLike() == GilLike.NO)
          .thenComparing(use -> -use.heldShare().middle())
          .thenComparing(use -> use.lock().id());

  private final Html html;
  private final Report report;
  private final Anchors anchors;

  HtmlLocks(Html html, Report report) {
    this.html = html;
    this.report = report;
    this.anchors = Anchors.of(report);
  }

  void write() throws IOException {
    List<LockUse> locks = report.locks().stream().sorted(BY_WEIGHT).toList();
    html.open("section", "id", "locks").leaf("h2", "Locks");
    if (locks.isEmpty()) {
      html.leaf("p", "No lock is taken in what was scanned.", "class", "lead").close();
      return;
    }
    long gils = locks.stream().filter(use -> use.gilLike() != GilLike.NO).count();
    html.leaf("p", lead(locks.size(), gils), "class", "lead");
    List<LockUse> heavy = locks.stream().filter(HtmlLocks::weighs).limit(CARDS).toList();
    new HtmlLockMap(html, heavy).write();
    html.open("div", "class", "cards");
    for (LockUse use : heavy) {
      writeCard(use);
    }
    html.close();
    writeRest(locks.stream().filter(use -> !heavy.contains(use)).toList());
    html.close();
  }

  private static boolean weighs(LockUse use) {
    return use.gilLike() != GilLike.NO || !use.heldShare().isZero();
  }

  private static String lead(int locks, long gils) {
    String likeness =
        switch ((int) Math.min(2, gils)) {
          case 0 -> "None of them behaves like a global interpreter lock.";
          case 1 -> "One of them behaves like a global interpreter lock.";
          default -> gils + " of them behave like a global interpreter lock.";
        };
    return Words.count(locks, "lock") + " were found. " + likeness;
  }

  private void writeCard(LockUse use) throws IOException {
    html.open("article", "class", "card lock", "id", anchors.of(use.lock().id()));
    html.open("h3").leaf("code", use.lock().words()).close();
    html.open("p").leaf("span", Words.natureOf(use.lock()), "class", "small");
    if (use.gilLike() != GilLike.NO) {
      html.text(" ").leaf("span", "GIL-like: " + use.gilLike().word(), "class", "badge error");
    }
    html.close();
    new HtmlFigures(html).share(use.heldShare(), use.gilLike() == GilLike.NO ? "plain" : "gil");
    html.leaf("p", capitalised(Words.holding(use)) + ".");
    html.open("div", "class", "through");
    writeEntries(use);
    writeInside(use);
    html.close();
    if (use.shared()) {
      html.leaf("p", "Shared: " + String.join(", ", use.sharedBecause()) + ".", "class", "small");
    }
    if (!use.condition().isEmpty()) {
      html.leaf("p", "Holds under: " + use.condition(), "class", "small");
    }
    if (use.lock().oneForAll() && !use.heldShare().isZero()) {
      new HtmlSpeedup(html, report).write(use);
    }
    html.close();
  }

  private void writeEntries(LockUse use) throws IOException {
    html.open("div").leaf("h4", "Who passes through");
    if (use.entries().isEmpty()) {
      html.leaf("p", "No entry was seen.", "class", "small");
    }
    html.open("ul");
    for (Entry entry : use.entries().subList(0, Math.min(FEW, use.entries().size()))) {
      html.open("li").leaf("code", simple(entry.at()));
      html.leaf("span", " " + Words.of(entry.kind()), "class", "small").close();
    }
    writeMore(use.entries().size());
    html.close().close();
  }

  private void writeInside(LockUse use) throws IOException {
    Set<String> inside = new LinkedHashSet<>();
    for (Region region : use.regions()) {
      region.happenings().forEach(happening -> inside.add(words(happening)));
    }
    html.open("div").leaf("h4", "What runs inside").open("ul");
    for (String words : inside.stream().limit(FEW).toList()) {
      html.leaf("li", words);
    }
    writeMore(inside.size());
    html.close();
    html.leaf("h4", "Where it is taken").open("ul");
    for (Region region : use.regions().subList(0, Math.min(FEW, use.regions().size()))) {
      html.open("li").leaf("code", simple(region.at()) + place(region.at())).close();
    }
    writeMore(use.regions().size());
    html.close().close();
  }

  private void writeMore(int size) throws IOException {
    if (size > FEW) {
      html.leaf("li", "and " + Words.count(size - FEW) + " more", "class", "small");
    }
  }

  private void writeRest(List<LockUse> rest) throws IOException {
    if (rest.isEmpty()) {
      return;
    }
    html.open("details", "class", "rest");
    html.leaf("summary", Words.count(rest.size(), "other lock"));
    html.open("div", "class", "scroll")
        .open("table", "aria-label", "Locks that matter less")
        .open("thead")
        .open("tr");
    for (String name : List.of("Lock", "Nature", "Held", "Declared")) {
      html.leaf("th", name, "scope", "col");
    }
    html.close().close().open("tbody");
    for (LockUse use : rest.subList(0, Math.min(ROWS, rest.size()))) {
      html.open("tr", "id", anchors.of(use.lock().id())).open("td");
      html.leaf("code", use.lock().words()).close();
      html.leaf("td", Words.natureOf(use)).leaf("td", heldOf(use)).open("td");
      html.leaf("code", simple(use.lock().declared()) + place(use.lock().declared()));
      html.close().close();
    }
    html.close().close().close();
    if (rest.size() > ROWS) {
      html.leaf("p", Words.count(rest.size() - ROWS) + " more stand in the JSON report.");
    }
    html.close();
  }

  private static String heldOf(LockUse use) {
    return use.heldShare().isZero() ? "not known" : Words.share(use.heldShare().middle());
  }

  static String simple(Spot spot) {
    return spot.methodRef().simpleOwner() + "." + spot.method();
  }

  private static String place(Spot spot) {
    return spot.line() > 0 ? ":" + spot.line() : "";
  }

  private static String words(Happening happening) {
    List<String> words = new ArrayList<>();
    if (happening instanceof Happening.Waits waits) {
      words.add("waits for " + waits.kind().word() + ", " + Words.duration(waits.nanos().middle()));
    } else if (happening instanceof Happening.Computes computes) {
      String time = Words.duration(computes.nanos().middle());
      words.add("computes (" + computes.kind().word() + "), " + time);
    } else if (happening instanceof Happening.CallsOut calls) {
      words.add("calls out to " + calls.type());
    } else if (happening instanceof Happening.EntersNative enters) {
      words.add(
          "enters native code: " + enters.method().simpleOwner() + "." + enters.method().name());
    } else if (happening instanceof Happening.WaitsReleased released) {
      words.add("waits with the lock given back, " + Words.duration(released.nanos().middle()));
    } else if (happening instanceof Happening.LooksAgain looks) {
      words.add("looks again and again at " + looks.what());
    }
    if (!happening.chain().isEmpty()) {
      words.add("in " + simple(happening.chain().get(happening.chain().size() - 1)));
    }
    return String.join(", ", words);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
