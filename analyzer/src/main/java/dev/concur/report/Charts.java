package dev.concur.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concur.advise.Measurement;
import dev.concur.advise.Prediction;
import dev.concur.advise.Remedy;
import dev.concur.model.Bound;
import dev.concur.model.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page's script draws, as JSON beside the place it is drawn at. Every figure stands in
 * words next to its drawing.
 */
final class Charts {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Charts() {}

  /** A logarithmic axis of speedups. */
  record Axis(double low, double high) {}

  /** A point with its interval; ends that are not known are null. */
  record Mark(String of, double at, @Nullable Double low, @Nullable Double high) {
    static Mark of(Prediction p) {
      return new Mark("predicted", p.speedup(), finite(p.low()), finite(p.high()));
    }

    static Mark of(Measurement m) {
      return new Mark("measured", m.speedup(), finite(m.low()), finite(m.high()));
    }
  }

  private record IntervalChart(String chart, Axis axis, List<Mark> marks) {}

  private record ScaleChart(String chart, Axis axis) {}

  private record ShareChart(String chart, String kind, double at, double low, double high) {}

  private record StackChart(String chart, Map<String, Integer> counts) {}

  /** The figures as the script reads them. */
  static String json(Object chart) {
    try {
      return JSON.writeValueAsString(chart);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The prediction, if there is one that can be drawn. */
  static Optional<Prediction> predicted(Remedy remedy) {
    return remedy.predicted().filter(prediction -> Double.isFinite(prediction.speedup()));
  }

  /** What was measured, if anything that can be drawn. */
  static Optional<Measurement> measured(Remedy remedy) {
    return remedy
        .verdict()
        .flatMap(verdict -> verdict.measured())
        .filter(measurement -> Double.isFinite(measurement.speedup()));
  }

  static boolean drawable(Remedy remedy) {
    return predicted(remedy).isPresent() || measured(remedy).isPresent();
  }

  /** An axis that all of these fit on, and 1x and 2x. */
  static Axis axisOf(List<Remedy> remedies) {
    DoubleStream.Builder all = DoubleStream.builder().add(0.9).add(2.1);
    for (Remedy remedy : remedies) {
      predicted(remedy).ifPresent(p -> all.add(p.speedup()).add(p.low()).add(p.high()));
      measured(remedy).ifPresent(m -> all.add(m.speedup()).add(m.low()).add(m.high()));
    }
    double[] known = all.build().filter(x -> Double.isFinite(x) && x > 0).sorted().toArray();
    return new Axis(known[0] / 1.1, known[known.length - 1] * 1.1);
  }

  /** Predicted and measured in one line. */
  static String interval(Axis axis, Remedy remedy) {
    List<Mark> marks = new ArrayList<>();
    predicted(remedy).map(Mark::of).ifPresent(marks::add);
    measured(remedy).map(Mark::of).ifPresent(marks::add);
    return json(new IntervalChart("interval", axis, marks));
  }

  static String predictedOnly(Axis axis, Remedy remedy) {
    return line(axis, predicted(remedy).map(Mark::of));
  }

  static String measuredOnly(Axis axis, Remedy remedy) {
    return line(axis, measured(remedy).map(Mark::of));
  }

  private static String line(Axis axis, Optional<Mark> mark) {
    return json(new IntervalChart("interval", axis, mark.stream().toList()));
  }

  /** The axis itself. */
  static String scale(Axis axis) {
    return json(new ScaleChart("scale", axis));
  }

  /** A bar for a share of the whole, with a whisker for its interval. */
  static String share(Interval share, String kind) {
    return json(
        new ShareChart(
            "share", kind, within(share.middle()), within(share.low()), within(share.high())));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /** Methods by label, side by side in one bar. */
  static String stack(Map<Bound, Integer> bounds) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    bounds.forEach((bound, count) -> counts.put(bound.word(), count));
    return json(new StackChart("stack", counts));
  }
}
