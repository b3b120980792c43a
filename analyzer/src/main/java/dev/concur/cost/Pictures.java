package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How large pictures are: as they were made, or else what fits a page. */
final class Pictures {

  /** What takes less does not go through a whole picture, ns. */
  static final double WHOLE = 200_000;

  /** Pixels of one side, when nothing says. */
  static final Interval SIDE = new Interval(16, 500, 8_000);

  /** Pixels of a picture as one array. */
  static final Interval AREA = SIDE.times(SIDE);

  /** Pixels that the catalogue's times are for. */
  private static final double CATALOGUED = 1e6;

  private static final Set<String> SIDES = Set.of("getWidth", "getHeight");

  private final Linked linked;

  Pictures(Linked linked) {
    this.linked = linked;
  }

  /** Millions of pixels that a call goes through. */
  double megapixels(MethodFacts in, Op.Call call) {
    return call.arguments().stream()
            .filter(value -> !(value instanceof Value.Constant))
            .flatMap(value -> area(in, value).stream())
            .findFirst()
            .orElse(AREA.middle())
        / CATALOGUED;
  }

  /** Pixels of a picture that is made with constants. */
  private Optional<Double> area(MethodFacts in, Value picture) {
    return linked.origins(in, picture).stream()
        .flatMap(origin -> Devices.constructor(origin).stream())
        .filter(made -> made.callee().owner().startsWith("java.awt.image."))
        .filter(made -> made.parameters() >= 2)
        .flatMap(made -> sides(made).stream())
        .findFirst();
  }

  private static Optional<Double> sides(Op.Call made) {
    Optional<Interval> width = Amounts.exact(made.parameter(0));
    Optional<Interval> height = Amounts.exact(made.parameter(1));
    return width.flatMap(w -> height.map(h -> w.middle() * h.middle()));
  }

  /** The size of a picture that bounds a loop: a side of it, or all its pixels in an array. */
  static Optional<Interval> bound(Value over) {
    return Stream.of(over)
        .filter(Value.Result.class::isInstance)
        .map(value -> ((Value.Result) value).callee())
        .filter(callee -> callee.owner().startsWith("java.awt.image."))
        .map(
            callee ->
                SIDES.contains(callee.name())
                    ? SIDE
                    : callee.descriptor().endsWith(")[I") ? AREA : Interval.ZERO)
        .filter(size -> !size.isZero())
        .findFirst();
  }
}
