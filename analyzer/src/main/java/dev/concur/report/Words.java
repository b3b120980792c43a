package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement;
import dev.concur.advise.Parameters;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.GilLike;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Lock;
import dev.concur.model.LockUse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers and names as a person reads them. Nothing here prints an infinity or a NaN. */
final class Words {

  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;
  private static final double SECOND = 1e9;
  private static final double MINUTE = 60e9;
  private static final String UNKNOWN = "unknown";

  /** Less than this of a prediction is another figure to whoever reads both. */
  private static final double CLEARLY_LESS = .9;

  /** Where fewer predictions than this were near, the others are not to be taken for figures. */
  private static final double MOSTLY = .5;

  /** By convention packages are written small and classes large. */
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

  private static final Pattern ENDING_NOUGHTS =
      Pattern.compile("(\\.\\d*[1-9])0+(?!\\d)|\\.0+(?!\\d)");

  private Words() {}

  /** {@code VIRTUAL_THREADS} as {@code virtual-threads}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code 1234567} as {@code 1,234,567}. */
  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 lock}, {@code 2 locks}. */
  static String count(long n, String singular) {
    return count(n) + " " + (n == 1 ? singular : plural(singular));
  }

  private static String plural(String singular) {
    return singular.endsWith("s") ? singular + "es" : singular + "s";
  }

  /** A duration in the unit that leaves one to three digits before the point. */
  static String duration(double nanos) {
    if (!Double.isFinite(nanos)) {
      return UNKNOWN;
    }
    if (nanos < MICRO) {
      return figure(nanos) + " ns";
    }
    if (nanos < MILLI) {
      return figure(nanos / MICRO) + " us";
    }
    if (nanos < SECOND) {
      return figure(nanos / MILLI) + " ms";
    }
    return nanos < 2 * MINUTE ? figure(nanos / SECOND) + " s" : figure(nanos / MINUTE) + " min";
  }

  /** Two digits below ten, whole numbers above. */
  private static String figure(double value) {
    boolean whole = value == 0 || value >= 9.95;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", value);
  }

  /** Something per second, three digits. */
  static String rate(double perSecond) {
    int decimals = perSecond >= 100 ? 0 : perSecond >= 10 ? 1 : 2;
    return Double.isFinite(perSecond) ? digits(perSecond, decimals) : UNKNOWN;
  }

  /** A share 0..1 in percent. */
  static String share(double share) {
    if (!Double.isFinite(share)) {
      return UNKNOWN;
    }
    double percent = 100 * share;
    boolean nearAnEnd = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
    String figure = String.format(Locale.ROOT, nearAnEnd ? "%.1f" : "%.0f", percent);
    return switch (figure) {
      case "0.0" -> "less than 0.1%";
      case "100.0" -> "100%";
      default -> figure + "%";
    };
  }

  /** {@code 1.9x}; {@code unlimited} for an infinity. */
  static String factor(double speedup) {
    if (Double.isNaN(speedup)) {
      return UNKNOWN;
    }
    if (Double.isInfinite(speedup)) {
      return "unlimited";
    }
    return digits(speedup, decimals(speedup)) + "x";
  }

  /** {@code 1.9x (1.7 to 2.1)}; without the interval when it says no more. */
  static String factor(double speedup, double low, double high) {
    if (!Double.isFinite(speedup) || !Double.isFinite(low) || Double.isNaN(high) || low == high) {
      return factor(speedup);
    }
    int decimals = decimals(speedup);
    String upper = Double.isInfinite(high) ? " or more" : " to " + end(high, decimals);
    return factor(speedup) + " (" + end(low, decimals) + upper + ")";
  }

  /** An end of an interval; one at which all gets slower must not be rounded to 0 or to 1. */
  private static String end(double value, int decimals) {
    int needed = value <= 0 || value >= 1 ? 0 : value >= 0.095 ? 1 : 2;
    return digits(value, Math.max(decimals, needed));
  }

  private static int decimals(double speedup) {
    return speedup >= 20 ? 0 : speedup >= 1.5 ? 1 : 2;
  }

  private static String digits(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** A guess of which only the size is known says so: {@code about 30x (4 to 200)}. */
  static String factor(Prediction predicted) {
    double low = predicted.low();
    double high = predicted.high();
    return predicted.vague()
        ? "about " + rough(factor(rounded(predicted.speedup()), rounded(low), rounded(high)))
        : factor(predicted.speedup(), low, high);
  }

  /** Without the noughts behind the point, which a guess cannot answer for. */
  private static String rough(String factor) {
    return ENDING_NOUGHTS.matcher(factor).replaceAll("$1");
  }

  /** To one digit that counts, or two below 2. */
  private static double rounded(double value) {
    if (value <= 0 || !Double.isFinite(value)) {
      return value;
    }
    double step = Math.pow(10, Math.floor(Math.log10(value)) - (value < 2 ? 1 : 0));
    return Math.round(value / step) * step;
  }

  static String factor(Measurement measured) {
    return factor(measured.speedup(), measured.low(), measured.high());
  }

  /** Bytes in binary units. */
  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return figure(value) + " " + units[unit];
  }

  /** The first few of a list, and how many more there are. */
  static String few(List<String> words, int most) {
    String shown = plain(String.join(", ", words.subList(0, Math.min(most, words.size()))));
    return words.size() <= most ? shown : shown + " and " + count(words.size() - most) + " more";
  }

  /** {@code static shop.price.Prices.LOCK} as {@code static Prices.LOCK}. */
  static String withoutPackages(String name) {
    return PACKAGES.matcher(name).replaceAll("");
  }

  /** Mechanism and reach of a lock. */
  static String natureOf(Lock lock) {
    return lock.kind().word() + ", " + lock.scope().word();
  }

  /** Mechanism, reach and likeness to a GIL of a lock. */
  static String natureOf(LockUse use) {
    String gil = use.gilLike() == GilLike.NO ? "" : ", GIL-like: " + use.gilLike().word();
    return natureOf(use.lock()) + gil;
  }

  /** How long a lock is held, and what that leaves. */
  static String holding(LockUse use) {
    if (use.heldShare().isZero()) {
      return "how much of the work runs under it is not known";
    }
    Interval share = use.heldShare();
    String held =
        "held for %s of the work (%s to %s)"
            .formatted(share(share.middle()), share(share.low()), share(share.high()));
    String pass =
        use.heldNanos().isZero() ? "" : ", " + duration(use.heldNanos().middle()) + " a pass";
    String bound = ": no number of cores brings more than " + factor(use.maxSpeedup());
    return held + pass + (use.lock().oneForAll() ? bound : "");
  }

  /** The same in half a line. */
  static String heldShortly(LockUse use) {
    String gil = use.gilLike() == GilLike.NO ? "" : use.gilLike().word() + " GIL: ";
    if (use.heldShare().isZero()) {
      return gil + "an unknown share of the work";
    }
    String bound =
        use.lock().oneForAll() ? ", threads gain at most " + factor(use.maxSpeedup()) : "";
    return gil + share(use.heldShare().middle()) + " of the work" + bound;
  }

  /** A prediction with its interval and what limits it. */
  static String bounded(Prediction predicted) {
    String limit = predicted.limitedBy().isEmpty() ? "" : ", limited by " + predicted.limitedBy();
    return factor(predicted) + " on " + count(predicted.cores(), "core") + limit;
  }

  /** A prediction with its interval, limit and assumptions. */
  static String prediction(Prediction predicted) {
    StringBuilder words = new StringBuilder(bounded(predicted));
    words.append("; figures: ").append(predicted.basis().word());
    if (!predicted.assumedWaits().isEmpty()) {
      words.append("; assumes ").append(waits(predicted.assumedWaits()));
    }
    predicted.breakEvenWaitNanos().ifPresent(nanos -> words.append(breakEven(nanos)));
    return words.toString();
  }

  private static String waits(Map<Kind, Double> waits) {
    return waits.entrySet().stream()
        .map(wait -> wait.getKey().word() + " " + duration(wait.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String breakEven(double nanos) {
    return Double.isFinite(nanos) ? "; pays when a wait is longer than " + duration(nanos) : "";
  }

  /** What was measured, how often, where, and how quiet it was. */
  static String circumstances(Measurement measured) {
    String what =
        switch (measured.fidelity()) {
          case LIVE -> "live (your own method)";
          case MODELLED -> "modelled (a stand-in of the same shape)";
        };
    String load =
        measured.load().isPresent() ? ", machine load " + share(measured.load().getAsDouble()) : "";
    return "%s, %s of JVMs, %s interval%s, %s, JDK %s, %s"
        .formatted(
            what,
            count(measured.pairs(), "pair"),
            share(measured.confidenceLevel()),
            load,
            count(measured.cores(), "core"),
            measured.jdk(),
            duration(measured.seconds() * SECOND));
  }

  /** What was sized, or empty. */
  static String sizes(Parameters sizes) {
    StringJoiner words = new StringJoiner(", ");
    add(words, sizes.poolSize(), "thread", "in the pool");
    add(words, sizes.inFlight(), "task", "in flight");
    add(words, sizes.workers(), "worker process", "");
    if (sizes.workers() > 0) {
      add(words, sizes.batch(), "item", "a batch");
    }
    add(words, sizes.stripes(), "stripe", "");
    add(words, sizes.permits(), "permit", "");
    return words.toString();
  }

  private static void add(StringJoiner words, int n, String thing, String where) {
    if (n > 0) {
      words.add((count(n, thing) + " " + where).strip());
    }
  }

  /** A finding and what to do about it, in a line or two. */
  static String sentence(Advice advice) {
    String message = advice.finding().message();
    String end = message.endsWith(".") ? " " : ". ";
    return Summary.proposed(advice)
        .map(remedy -> message + end + standing(remedy) + figures(remedy) + ": " + remedy.change())
        .orElse(message);
  }

  private static String standing(Remedy remedy) {
    return remedy.status() == Remedy.Status.WITHDRAWN ? "Advice withdrawn" : "Advice";
  }

  /**
   * Predicted and measured side by side, shortest form, with a leading separator; empty when
   * neither is there.
   */
  static String figures(Remedy remedy) {
    StringBuilder words = new StringBuilder();
    remedy
        .predicted()
        .filter(predicted -> !Double.isNaN(predicted.speedup()))
        .ifPresent(predicted -> words.append(", predicted ").append(factor(predicted)));
    if (remedy.verdict().isPresent()) {
      Verdict verdict = remedy.verdict().get();
      verdict.measured().ifPresent(measured -> words.append(measured(remedy, measured)));
      words.append(", ").append(verdict.word());
    }
    return words.toString();
  }

  /** What was measured, after what the batch that ran was to show where that is less. */
  private static String measured(Remedy remedy, Measurement measured) {
    double predicted = remedy.predicted().map(Prediction::speedup).orElse(measured.promised());
    String batch =
        measured.promised() < CLEARLY_LESS * predicted
            ? " and " + factor(measured.promised()) + " for the batch that ran"
            : "";
    return batch + ", measured " + factor(measured);
  }

  /** How far predictions were off in this run, and what that means for what was not measured. */
  static String predictionError(Report.PredictionError error) {
    String advice =
        error.within20() < MOSTLY ? "; take what was not measured for an order of magnitude" : "";
    return "measured %s of what their batches should show, %d of %d within 20%%%s"
        .formatted(
            factor(Math.exp(error.medianLogRatio())),
            Math.round(error.within20() * error.n()),
            error.n(),
            advice);
  }

  /** What the time for measuring went on, and what all would take. */
  static String spending(Report.Spending spending) {
    String parts =
        spending.parts().entrySet().stream()
            .filter(part -> part.getValue() >= .5)
            .map(part -> part.getKey() + " " + wholeSeconds(part.getValue()))
            .collect(Collectors.joining(", "));
    String all =
        spending
            .all()
            .map(
                seconds ->
                    "; the other %d too would take some %d min in all"
                        .formatted(spending.open(), minutes(seconds)))
            .orElse("");
    return "%s went on %s%s".formatted(wholeSeconds(spending.seconds()), parts, all);
  }

  private static String wholeSeconds(double seconds) {
    return Math.round(seconds) + " s";
  }

  /** In whole minutes, one at least. */
  static long minutes(double seconds) {
    return Math.max(1, Math.round(seconds / 60));
  }

  /** The text on one line, with control characters (which could drive a terminal) made visible. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        plain.append(' ');
      } else {
        plain.append(harmless(c) ? c : '\uFFFD');
      }
    }
    return plain.toString();
  }

  /** Neither control character nor one that turns the writing direction around (Trojan Source). */
  static boolean harmless(char c) {
    return !Character.isISOControl(c)
        && !(c >= '\u202A' && c <= '\u202E')
        && !(c >= '\u2066' && c <= '\u2069');
  }
}
