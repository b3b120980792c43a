package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a stream makes of its elements before it gathers them in a collection. */
final class Mapped {

  private static final String STREAM = "java.util.stream.Stream";

  private static final Pattern GATHERS = Pattern.compile("collect|toList");

  private static final Pattern MAPS = Pattern.compile("map|mapToObj");

  /** Stages that hand elements on as they are. */
  private static final Pattern KEEPS =
      Pattern.compile("filter|sorted|limit|skip|distinct|peek|parallel|sequential|unordered");

  /** Stages of a pipeline that are followed. */
  private static final int STAGES = 8;

  private final Linked linked;

  Mapped(Linked linked) {
    this.linked = linked;
  }

  /** The results of the function whose results a collection was gathered from. */
  List<Origin> of(Origin gathered) {
    Optional<Op.Call> stage =
        stage(gathered.in(), gathered.value())
            .filter(call -> GATHERS.matcher(call.callee().name()).matches());
    for (int i = 0; i < STAGES && stage.isPresent(); i++) {
      stage = stage.get().receiver().flatMap(before -> stage(gathered.in(), before));
      if (stage.isPresent() && MAPS.matcher(stage.get().callee().name()).matches()) {
        return results(gathered.in(), stage.get());
      }
      stage = stage.filter(call -> KEEPS.matcher(call.callee().name()).matches());
    }
    return List.of();
  }

  /** The stage of a pipeline that a value is the result of. */
  private Optional<Op.Call> stage(MethodFacts in, Value value) {
    return value instanceof Value.Result result
            && (result.callee().owner().equals(STREAM)
                || MAPS.matcher(result.callee().name()).matches())
        ? linked
            .call(in, result.op())
            .filter(call -> call.callee().owner().startsWith("java.util.stream."))
        : Optional.empty();
  }

  private List<Origin> results(MethodFacts in, Op.Call map) {
    List<Origin> found = new ArrayList<>();
    for (MethodFacts body : linked.tasks(in, map.parameter(0), List.of("apply"))) {
      for (Op op : body.blocks().stream().flatMap(block -> block.ops().stream()).toList()) {
        if (op instanceof Op.Return result && result.value().isPresent()) {
          found.add(new Origin(body, result.value().get()));
        }
      }
    }
    return found;
  }
}
