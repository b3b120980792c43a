package dev.concur.report;

import dev.concur.advise.Measurement;
import dev.concur.model.LockUse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Speedup against cores: what many cores could bring, and what one lock leaves of it. Tasks that
 * hold the lock for a share h of their time cannot finish faster than one per held time, so n cores
 * bring min(n, 1/h) at most.
 */
final class HtmlSpeedup {

  private static final int WIDTH = 340;
  private static final int HEIGHT = 200;
  private static final int LEFT = 34;
  private static final int BOTTOM = 30;
  private static final int EDGE = 12;

  private final Html html;
  private final Report report;
  private final int most;

  HtmlSpeedup(Html html, Report report) {
    this.html = html;
    this.report = report;
    this.most = Math.max(8, 2 * report.machine().cores());
  }

  void write(LockUse use) throws IOException {
    double bound = Math.min(most, use.maxSpeedup());
    List<Measurement> measured = measuredFor(use);
    html.open("figure", "class", "speedup");
    html.open(
        "svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", aloud(use));
    writeAxes();
    writeBand(use);
    path("ideal", "M%s L%s".formatted(point(1, 1), point(most, most)));
    path("bound", bend(bound));
    text("at most " + Words.factor(use.maxSpeedup()), x(most), y(bound) - 6, "end", "bound-label");
    text("if nothing were locked", x(most * 0.62) - 6, y(most * 0.62) - 4, "end", "ideal-label");
    for (Measurement one : measured) {
      writePoint(one);
    }
    html.close();
    html.leaf("figcaption", caption(use, measured));
    html.close();
  }

  private void writeAxes() throws IOException {
    line("axis", 1, 0, most, 0);
    line("axis", 1, 0, 1, most);
    int step = Math.max(1, most / 4);
    for (int n = step; n <= most; n += step) {
      text(Integer.toString(n), x(n), HEIGHT - BOTTOM + 14, "middle", "tick");
      text(n + "x", LEFT - 5, y(n) + 4, "end", "tick");
    }
    text("cores", x(most), HEIGHT - 3, "end", "tick");
    int here = report.machine().cores();
    line("here", here, 0, here, most);
    text("this machine", x(here) + 3, EDGE + 4, "start", "tick");
  }

  /** What is left if the held share is at the ends of its interval. */
  private void writeBand(LockUse use) throws IOException {
    double upper = use.heldShare().low() <= 0 ? most : Math.min(most, 1 / use.heldShare().low());
    double lower = Math.min(most, 1 / Math.max(use.heldShare().high(), 1.0 / most));
    path(
        "band",
        "M%s L%s L%s L%s L%s Z"
            .formatted(
                point(lower, lower),
                point(upper, upper),
                point(most, upper),
                point(most, lower),
                point(lower, lower)));
  }

  private void writePoint(Measurement one) throws IOException {
    double at = Math.min(most, one.cores());
    if (Double.isFinite(one.low()) && Double.isFinite(one.high())) {
      line("whisker measured", at, Math.min(most, one.low()), at, Math.min(most, one.high()));
    }
    String y = number(y(Math.min(most, one.speedup())));
    html.open("circle", "class", "dot measured", "cx", number(x(at)), "cy", y, "r", "5").close();
  }

  private List<Measurement> measuredFor(LockUse use) {
    return report.advice().stream()
        .filter(advice -> advice.finding().locks().contains(use.lock().id()))
        .flatMap(advice -> Summary.verdict(advice).stream())
        .flatMap(verdict -> verdict.measured().stream())
        .filter(measurement -> Double.isFinite(measurement.speedup()))
        .toList();
  }

  private String aloud(LockUse use) {
    return "Speedup against cores: %s would bring up to %dx, this lock leaves at most %s"
        .formatted(Words.count(most, "core"), most, Words.factor(use.maxSpeedup()));
  }

  private static String caption(LockUse use, List<Measurement> measured) {
    StringBuilder words = new StringBuilder("While this lock is held as it is, no number of cores");
    words.append(" brings more than ").append(Words.factor(use.maxSpeedup()));
    if (use.heldShare().high() > use.heldShare().low()) {
      words.append(" (").append(Words.factor(1 / use.heldShare().high())).append(" to ");
      words.append(Words.factor(1 / use.heldShare().low())).append(')');
    }
    words.append('.');
    for (Measurement one : measured) {
      words.append(" The dot: measured with the advice followed, ").append(Words.factor(one));
      words.append(" on ").append(Words.count(one.cores(), "core")).append('.');
    }
    return words.toString();
  }

  private String bend(double bound) {
    return "M%s L%s L%s".formatted(point(1, 1), point(bound, bound), point(most, bound));
  }

  private void path(String kind, String d) throws IOException {
    html.open("path", "class", kind, "d", d).close();
  }

  private void line(String kind, double n1, double s1, double n2, double s2) throws IOException {
    html.open(
            "line",
            "class",
            kind,
            "x1",
            number(x(n1)),
            "y1",
            number(y(s1)),
            "x2",
            number(x(n2)),
            "y2",
            number(y(s2)))
        .close();
  }

  private void text(String text, double x, double y, String anchor, String kind)
      throws IOException {
    html.leaf("text", text, "class", kind, "x", number(x), "y", number(y), "text-anchor", anchor);
  }

  private String point(double cores, double speedup) {
    return number(x(cores)) + " " + number(y(speedup));
  }

  private double x(double cores) {
    return LEFT + (cores - 1) / (most - 1.0) * (WIDTH - LEFT - EDGE);
  }

  private double y(double speedup) {
    return HEIGHT - BOTTOM - speedup / most * (HEIGHT - BOTTOM - EDGE);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
