package dev.concur.report;

import dev.concur.model.GilLike;
import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.model.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The locks: who passes through which, for how much of the work, what runs inside, and what bound
 * that puts on speed.
 *
 * @param all the heaviest first
 * @param heavy those with a card of their own
 * @param rest the others
 */
record HtmlLocks(
    Report report, Anchors anchors, List<LockUse> all, List<LockUse> heavy, List<LockUse> rest) {

  /** So many of a list are named on a card. */
  static final int FEW = 6;

  private static final int CARDS = 12;
  private static final int ROWS = 1000;
  private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(\\w+)\\$\\d+$");

  private static final Comparator<LockUse> BY_WEIGHT =
      Comparator.comparing((LockUse use) -> use.gilLike() == GilLike.NO)
          .thenComparing(use -> -use.heldShare().middle())
          .thenComparing(use -> use.lock().id());

  static HtmlLocks of(Report report) {
    List<LockUse> all = report.locks().stream().sorted(BY_WEIGHT).toList();
    List<LockUse> heavy = all.stream().filter(HtmlLocks::weighs).limit(CARDS).toList();
    List<LockUse> rest = all.stream().filter(use -> !heavy.contains(use)).toList();
    return new HtmlLocks(report, Anchors.of(report), all, heavy, rest);
  }

  private static boolean weighs(LockUse use) {
    return use.gilLike() != GilLike.NO || !use.heldShare().isZero();
  }

  String lead() {
    long gils = all.stream().filter(use -> use.gilLike() != GilLike.NO).count();
    String likeness =
        switch ((int) Math.min(2, gils)) {
          case 0 -> "None of them behaves like a global interpreter lock.";
          case 1 -> "One of them behaves like a global interpreter lock.";
          default -> gils + " of them behave like a global interpreter lock.";
        };
    return Words.count(all.size(), "lock") + " were found. " + likeness;
  }

  HtmlLockMap map() {
    return HtmlLockMap.of(heavy);
  }

  HtmlSpeedup speedup(LockUse use) {
    return new HtmlSpeedup(report, use);
  }

  String anchor(LockUse use) {
    return anchors.of(use.lock().id());
  }

  List<LockUse> restShown() {
    return rest.subList(0, Math.min(ROWS, rest.size()));
  }

  static <T> List<T> few(List<T> list) {
    return list.subList(0, Math.min(FEW, list.size()));
  }

  /** What runs while the lock is held, each thing once. */
  static List<String> inside(LockUse use) {
    Set<String> inside = new LinkedHashSet<>();
    for (Region region : use.regions()) {
      region.happenings().forEach(happening -> inside.add(words(happening)));
    }
    return List.copyOf(inside);
  }

  static String heldOf(LockUse use) {
    return use.heldShare().isZero() ? "not known" : Words.share(use.heldShare().middle());
  }

  /** A method by simple names, a lambda by the method that it is written in. */
  static String simple(Spot spot) {
    String method = LAMBDA.matcher(spot.method()).replaceFirst("$1, lambda");
    return spot.methodRef().simpleOwner() + "." + method;
  }

  /** The place by simple names, with its line. */
  static String placed(Spot spot) {
    return simple(spot) + place(spot);
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
    } else if (happening instanceof Happening.Renews renews) {
      words.add("computes " + renews.field() + " from what it held");
    }
    if (!happening.chain().isEmpty()) {
      words.add("in " + simple(happening.chain().get(happening.chain().size() - 1)));
    }
    return String.join(", ", words);
  }

  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
