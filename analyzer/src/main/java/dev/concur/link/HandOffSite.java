package dev.concur.link;

import dev.concur.catalogue.Effect;
import dev.concur.model.Executor;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import java.util.List;

/**
 * A call that gives a task to another thread.
 *
 * @param in the method
 * @param call the call
 * @param starts what the catalogue says of it
 * @param tasks the methods that may run; empty when the task was not found
 * @param executor who runs it
 */
public record HandOffSite(
    MethodFacts in,
    Op.Call call,
    Effect.Starts starts,
    List<MethodFacts> tasks,
    Executor executor) {
  public HandOffSite {
    tasks = List.copyOf(tasks);
  }
}
