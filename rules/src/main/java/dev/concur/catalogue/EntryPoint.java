package dev.concur.catalogue;

import dev.concur.model.Entry;
import dev.concur.model.Runner;

/**
 * How a framework calls a method.
 *
 * @param kind what calls it
 * @param runner the sort of thread that runs it
 * @param concurrent whether several threads may be in it at the same time
 */
public record EntryPoint(Entry.Kind kind, Runner runner, boolean concurrent) {}
