package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Counts the elements of a stream whose source says how many there are. */
final class Elements {

  /** Factories of the JDK whose arguments are the elements. */
  private static final Set<String> LISTED = Set.of("of", "asList");

  private static final OptionalInt NONE = OptionalInt.empty();

  private final Linked linked;

  Elements(Linked linked) {
    this.linked = linked;
  }

  /** The number of elements that this call, the first of a pipeline, has to give. */
  OptionalInt of(MethodFacts in, Op.Call source) {
    if (!linked.facts().inJdk(source.callee().owner()) || source.how() == Op.How.SPECIAL) {
      return OptionalInt.empty();
    }
    String name = source.callee().name();
    if (source.receiver().isPresent() || source.arguments().isEmpty()) {
      return OptionalInt.empty();
    }
    if (name.equals("range") || name.equals("rangeClosed")) {
      return range(in, source, name.equals("range") ? 0 : 1);
    }
    if (LISTED.contains(name)) {
      return listed(in, source);
    }
    return name.equals("stream") ? array(in, source.arguments().get(0)) : OptionalInt.empty();
  }

  /** The number of elements of a collection that was made of all of them, or of an array. */
  Optional<Double> listed(Origin made) {
    OptionalInt count =
        made.value() instanceof Value.Result result
            ? linked.call(made.in(), result.op()).map(call -> of(made.in(), call)).orElse(NONE)
            : array(made.in(), made.value());
    return count.isPresent() ? Optional.of(Math.max(1.0, count.getAsInt())) : Optional.empty();
  }

  private OptionalInt range(MethodFacts in, Op.Call source, int more) {
    Optional<Long> from = number(in, source.arguments().get(0));
    Optional<Long> to = number(in, source.arguments().get(1));
    return from.isPresent() && to.isPresent()
        ? size(to.get() - from.get() + more)
        : OptionalInt.empty();
  }

  private OptionalInt listed(MethodFacts in, Op.Call source) {
    String descriptor = source.callee().descriptor();
    return descriptor.contains("[")
        ? array(in, source.arguments().get(source.arguments().size() - 1))
        : size(source.arguments().size());
  }

  private OptionalInt array(MethodFacts in, Value value) {
    List<Origin> origins = linked.origins(in, value);
    return origins.size() == 1 && origins.get(0).value() instanceof Value.NewArray made
        ? number(origins.get(0).in(), made.length()).map(Elements::size).orElse(OptionalInt.empty())
        : OptionalInt.empty();
  }

  private Optional<Long> number(MethodFacts in, Value value) {
    List<Origin> origins = linked.origins(in, value);
    return origins.size() == 1
            && origins.get(0).value() instanceof Value.Constant constant
            && constant.value() instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  private static OptionalInt size(long count) {
    return count >= 0 && count <= Integer.MAX_VALUE
        ? OptionalInt.of((int) count)
        : OptionalInt.empty();
  }
}
