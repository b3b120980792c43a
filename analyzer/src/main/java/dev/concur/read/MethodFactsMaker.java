package dev.concur.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/** Puts together what is known of one method. */
final class MethodFactsMaker {

  private MethodFactsMaker() {}

  static MethodFacts make(
      String owner,
      String file,
      MethodNode node,
      @Nullable Body body,
      Resets resets,
      boolean damaged) {
    return new MethodFacts(
        Once.method(owner, node.name, node.desc),
        node.access,
        ClassFactsReader.annotations(node.visibleAnnotations, node.invisibleAnnotations),
        ParameterNames.of(node),
        ElementTypes.of(node.signature),
        node.exceptions.stream().map(Once::binary).toList(),
        file,
        body == null ? 0 : firstLine(body.code()),
        body == null ? 0 : body.code().instructions.length,
        body == null ? List.of() : blocks(body, resets),
        body == null ? List.of() : new Trips(body).loops(),
        body == null ? List.of() : body.phis(),
        quality(body, damaged));
  }

  private static MethodFacts.Quality quality(@Nullable Body body, boolean damaged) {
    if (body != null) {
      return MethodFacts.Quality.BYTECODE;
    }
    return damaged ? MethodFacts.Quality.UNREAD : MethodFacts.Quality.NONE;
  }

  private static int firstLine(Code code) {
    return Arrays.stream(code.lines).filter(line -> line > 0).findFirst().orElse(0);
  }

  private static List<Block> blocks(Body body, Resets resets) {
    Flow flow = body.flow();
    Paths paths = new Paths(body, resets);
    List<Block> result = new ArrayList<>();
    for (int i = 0; i < flow.size; i++) {
      result.add(
          new Block(
              i,
              body.ops().get(i),
              list(flow.successors[i]),
              list(flow.handlers[i]),
              flow.dominator[i],
              flow.loopOf[i],
              paths.frequency(i),
              paths.path(i),
              paths.guards(i),
              body.code().end(i) - body.code().starts[i]));
    }
    return result;
  }

  private static List<Integer> list(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
