package dev.concur.report;

import dev.concur.advise.Measurement;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.Interval;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Small charts: bars, stacks and intervals, each with its figures in words beside it. */
final class HtmlFigures {

  private final Html html;

  HtmlFigures(Html html) {
    this.html = html;
  }

  /** A position or length on a drawing, in percent of its width. */
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * Math.max(0, Math.min(1, share)));
  }

  /** A bar for a share of the whole, with a whisker for its interval. */
  void share(Interval share, String kind) throws IOException {
    drawing("bar");
    html.open("rect", "class", "ground", "width", "100%", "height", "100%", "rx", "3").close();
    String width = percent(share.middle());
    html.open("rect", "class", "fill " + kind, "width", width, "height", "100%", "rx", "3").close();
    whisker(share.low(), share.high(), 7);
    html.close();
  }

  /** Methods by label, side by side in one bar. */
  void stack(Map<Bound, Integer> bounds) throws IOException {
    double all = Math.max(1, bounds.values().stream().mapToInt(Integer::intValue).sum());
    double from = 0;
    drawing("bar stack");
    for (Map.Entry<Bound, Integer> bound : bounds.entrySet()) {
      double width = bound.getValue() / all;
      html.open(
              "rect",
              "class",
              "fill " + bound.getKey().word(),
              "x",
              percent(from),
              "width",
              percent(width),
              "height",
              "100%")
          .close();
      from += width;
    }
    html.close();
  }

  /** Throughput of one arm as a bar with its interval, in shares of the fastest. */
  void throughput(double middle, double low, double high, String kind) throws IOException {
    share(new Interval(Math.min(low, middle), middle, Math.max(high, middle)), kind);
  }

  /** Predicted beside measured on one logarithmic axis of speedups. */
  void beside(Remedy remedy) throws IOException {
    Optional<Prediction> predicted =
        remedy.predicted().filter(prediction -> Double.isFinite(prediction.speedup()));
    Optional<Measurement> measured = remedy.verdict().flatMap(verdict -> verdict.measured());
    if (predicted.isEmpty() && measured.isEmpty()) {
      return;
    }
    Axis axis = axisFor(predicted, measured);
    html.open("table", "class", "intervals", "aria-label", "Speedup, predicted and measured")
        .open("tbody");
    if (predicted.isPresent()) {
      Prediction p = predicted.get();
      interval("predicted", axis, p.speedup(), p.low(), p.high(), Words.factor(p));
    }
    if (measured.isPresent()) {
      Measurement m = measured.get();
      interval("measured", axis, m.speedup(), m.low(), m.high(), Words.factor(m));
    }
    html.close();
    scale(axis);
    html.close();
  }

  private void interval(
      String label, Axis axis, double middle, double low, double high, String words)
      throws IOException {
    html.open("tr").leaf("th", label, "scope", "row").open("td");
    drawing("interval");
    line("one", axis.at(1), axis.at(1), "0", "100%");
    if (Double.isFinite(low) && !Double.isNaN(high)) {
      line("whisker " + label, axis.at(low), axis.at(high), "50%", "50%");
    }
    html.open(
            "circle",
            "class",
            "dot " + label,
            "cx",
            percent(axis.at(middle)),
            "cy",
            "50%",
            "r",
            "5")
        .close();
    html.close().close().leaf("td", words, "class", "figure").close();
  }

  /** The axis below; it repeats no figure, so it is not read aloud. */
  private void scale(Axis axis) throws IOException {
    html.open("tfoot", "aria-hidden", "true").open("tr").open("th").close().open("td");
    drawing("scale");
    for (double tick = 0.125; tick <= 1024; tick *= 2) {
      if (tick >= axis.low() && tick <= axis.high()) {
        String anchor = axis.at(tick) > 0.93 ? "end" : axis.at(tick) < 0.07 ? "start" : "middle";
        html.leaf(
            "text", tickLabel(tick), "x", percent(axis.at(tick)), "y", "12", "text-anchor", anchor);
      }
    }
    html.close().close().open("td").close().close().close();
  }

  private static String tickLabel(double tick) {
    return tick >= 1 ? Math.round(tick) + "x" : "1/" + Math.round(1 / tick) + "x";
  }

  private void whisker(double low, double high, int middle) throws IOException {
    if (Double.isFinite(low) && Double.isFinite(high) && high > low) {
      String y = Integer.toString(middle);
      line("whisker", Math.min(1, low), Math.min(1, high), y, y);
    }
  }

  private void line(String kind, double from, double to, String top, String bottom)
      throws IOException {
    html.open(
            "line", "class", kind, "x1", percent(from), "x2", percent(to), "y1", top, "y2", bottom)
        .close();
  }

  private void drawing(String kind) throws IOException {
    html.open("svg", "class", kind, "aria-hidden", "true", "focusable", "false");
  }

  private static Axis axisFor(Optional<Prediction> predicted, Optional<Measurement> measured) {
    DoubleStream.Builder all = DoubleStream.builder();
    all.add(0.9).add(2.1);
    predicted.ifPresent(p -> all.add(p.speedup()).add(p.low()).add(p.high()));
    measured.ifPresent(m -> all.add(m.speedup()).add(m.low()).add(m.high()));
    double[] known =
        all.build().filter(x -> Double.isFinite(x) && x > 0).map(Math::log).sorted().toArray();
    return new Axis(Math.exp(known[0]) / 1.1, Math.exp(known[known.length - 1]) * 1.1);
  }

  /** A logarithmic axis. */
  private record Axis(double low, double high) {

    /** Where a speedup lies, 0..1; what lies outside is drawn at the edge. */
    double at(double speedup) {
      double share = Math.log(Math.max(speedup, low) / low) / Math.log(high / low);
      return Math.min(1, share);
    }
  }
}
