package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.MethodRef;
import java.util.function.Predicate;

/**
 * All that says how much there is of something.
 *
 * @param amounts elements of collections
 * @param loops rounds of loops
 * @param arguments what calls pass
 * @param computing what computing calls are given
 */
record Quantities(Amounts amounts, LoopSizes loops, Arguments arguments, ComputingSizes computing) {

  Quantities(Linked linked, Predicate<MethodRef> recursive) {
    this(linked, recursive, new Texts(linked));
  }

  private Quantities(Linked linked, Predicate<MethodRef> recursive, Texts texts) {
    this(linked, recursive, texts, new Amounts(linked, texts, recursive));
  }

  private Quantities(Linked linked, Predicate<MethodRef> recursive, Texts texts, Amounts amounts) {
    this(linked, recursive, texts, amounts, new LoopSizes(linked, texts, amounts));
  }

  private Quantities(
      Linked linked,
      Predicate<MethodRef> recursive,
      Texts texts,
      Amounts amounts,
      LoopSizes loops) {
    this(
        amounts,
        loops,
        new Arguments(linked, texts, amounts, loops, recursive),
        new ComputingSizes(linked, texts, amounts));
  }
}
