package dev.concur.cost;

import dev.concur.model.Interval;
import java.util.List;

/**
 * Something a method does with a parameter that only its caller can put a cost on.
 *
 * @param parameter index of the parameter, the receiver included
 * @param calls whether it runs it (a callback) or waits as the device behind it does
 * @param times runs, or shares of the device's wait, per call
 * @param via names of the methods that are called, when not the single abstract one
 * @param step where it happens
 */
record Symbolic(int parameter, boolean calls, Interval times, List<String> via, Step step) {
  Symbolic {
    via = List.copyOf(via);
  }
}
