package dev.concur.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.MethodNode;

/** Puts together what is known of each method of a class, and packs their bodies. */
final class MethodFactsMaker {

  private final String owner;
  private final String file;
  private final Resets resets;
  private final Once once;
  private final Packer packer;
  private final List<Draft> drafts = new ArrayList<>();

  /** A method whose body, if it has one, was packed here. */
  private record Draft(MethodNode node, @Nullable Body body, boolean damaged, int at) {}

  MethodFactsMaker(String owner, String file, Resets resets, Once once, Shelf shelf) {
    this.owner = owner;
    this.file = file;
    this.resets = resets;
    this.once = once;
    this.packer = new Packer(once, shelf);
  }

  /** Adds a method; a body that cannot be followed costs this method alone. */
  void add(MethodNode node, @Nullable Body body, boolean damaged) {
    if (body == null) {
      drafts.add(new Draft(node, null, damaged, Packed.NOWHERE));
      return;
    }
    Unpacked unpacked;
    try {
      unpacked = unpacked(body);
    } catch (RuntimeException unfollowed) {
      drafts.add(new Draft(node, null, true, Packed.NOWHERE));
      return;
    }
    drafts.add(new Draft(node, body, false, packer.add(unpacked)));
  }

  /** All methods that were added. */
  List<MethodFacts> made() {
    Packed packed = packer.packed(file);
    return drafts.stream().map(draft -> made(draft, packed)).toList();
  }

  private MethodFacts made(Draft draft, Packed packed) {
    MethodNode node = draft.node();
    Body body = draft.body();
    return new MethodFacts(
        once.method(owner, node.name, node.desc),
        node.access,
        once.shared(declared(node)),
        body == null ? 0 : firstLine(body.code()),
        body == null ? 0 : body.code().instructions.length,
        quality(body, draft.damaged()),
        packed,
        draft.at());
  }

  private Declared declared(MethodNode node) {
    return new Declared(
        ClassFactsReader.annotations(node.visibleAnnotations, node.invisibleAnnotations),
        once.shared(ParameterNames.of(node)),
        once.shared(List.copyOf(ElementTypes.of(node.signature))),
        once.shared(List.copyOf(node.exceptions.stream().map(Once::binary).toList())));
  }

  private Unpacked unpacked(Body body) {
    List<List<Value>> phis = body.phis().stream().map(List::copyOf).toList();
    return Unpacked.of(blocks(body), new Trips(body).loops(), phis);
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
