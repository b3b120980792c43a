package dev.concur;

import dev.concur.cost.Costs;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Predicate;

/**
 * The labels of methods, in their order. Each is made when somebody asks for it: those of a hundred
 * jars take as much memory as is promised to be enough for a third of a scan.
 */
final class Labelled extends AbstractList<Label> implements RandomAccess {

  private final List<MethodFacts> methods;
  private final Costs costs;

  Labelled(List<MethodFacts> methods, Costs costs) {
    this.methods = List.copyOf(methods);
    this.costs = costs;
  }

  @Override
  public Label get(int index) {
    return costs.label(methods.get(index));
  }

  @Override
  public int size() {
    return methods.size();
  }

  /** Those of methods of such classes. */
  Labelled of(Predicate<String> classes) {
    return new Labelled(
        methods.stream().filter(method -> classes.test(method.ref().owner())).toList(), costs);
  }

  /**
   * All of them made where there is room for that, so that the program they are about can go; else
   * these.
   */
  List<Label> settled() {
    return costs.hasRoomForLabels(size()) ? List.copyOf(this) : this;
  }
}
