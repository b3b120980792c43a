package dev.concur.read;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The fields that were tested on every way to a block. */
final class Guards {

  private final Body body;
  private final Flow flow;
  private final Tested tested;
  private final List<TreeSet<String>> names = new ArrayList<>();
  private final List<List<FieldRef>> guards = new ArrayList<>();

  Guards(Body body, Tested tested) {
    this.body = body;
    this.flow = body.flow();
    this.tested = tested;
    for (int i = 0; i < flow.size; i++) {
      guards.add(new ArrayList<>());
      names.add(new TreeSet<>());
    }
    collect();
  }

  List<FieldRef> of(int block) {
    return guards.get(block);
  }

  private void collect() {
    for (int block : flow.order) {
      int above = flow.dominator[block];
      if (above < 0) {
        continue;
      }
      guards.get(above).forEach(field -> guard(block, field));
      body.branch(above)
          .filter(branch -> decides(branch, above, block))
          .ifPresent(
              branch -> {
                for (Value asked : tested.inputs(branch.left())) {
                  if (asked instanceof Value.FieldOf field) {
                    guard(block, field.field());
                  }
                }
              });
    }
  }

  private boolean decides(Op.Branch branch, int from, int block) {
    boolean next = branch.then() == block || branch.otherwise() == block;
    return next && flow.predecessors.get(block).stream().allMatch(p -> p == from);
  }

  private void guard(int block, FieldRef field) {
    if (names.get(block).add(field.owner() + field.name())) {
      guards.get(block).add(field);
    }
  }
}
