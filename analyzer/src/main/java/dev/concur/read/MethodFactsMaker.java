package dev.concur.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/** Puts together what is known of each method of a class. */
final class MethodFactsMaker {

  private final String owner;
  private final String file;
  private final Resets resets;
  private final Once once;

  MethodFactsMaker(String owner, String file, Resets resets, Once once) {
    this.owner = owner;
    this.file = file;
    this.resets = resets;
    this.once = once;
  }

  MethodFacts make(MethodNode node, @Nullable Body body, boolean damaged) {
    return new MethodFacts(
        once.method(owner, node.name, node.desc),
        node.access,
        ClassFactsReader.annotations(node.visibleAnnotations, node.invisibleAnnotations),
        once.shared(ParameterNames.of(node)),
        once.shared(ElementTypes.of(node.signature)),
        once.shared(node.exceptions.stream().map(Once::binary).toList()),
        file,
        body == null ? 0 : firstLine(body.code()),
        body == null ? 0 : body.code().instructions.length,
        body == null ? List.of() : blocks(body),
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

  private List<Block> blocks(Body body) {
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
              body.code().starts[i],
              body.code().end(i) - body.code().starts[i]));
    }
    return result;
  }

  private List<Integer> list(int[] values) {
    return once.shared(List.copyOf(Arrays.stream(values).boxed().toList()));
  }
}
