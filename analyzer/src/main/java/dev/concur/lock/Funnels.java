package dev.concur.lock;

import dev.concur.link.Linked;
import java.util.ArrayList;
import java.util.List;

/** Finds what lets one through at a time without being a lock. */
final class Funnels {

  private final OneThreads oneThreads;
  private final Workers workers;
  private final Acceptors acceptors;
  private final ContainerLocks containerLocks;
  private final Collections collections;
  private final Connections connections;
  private final Interpreters interpreters;
  private final Bins bins;

  Funnels(Linked linked, Returns returns, LockNames names, Evidence evidence, Passages passages) {
    this.containerLocks = new ContainerLocks(linked, passages);
    this.workers = new Workers(linked, passages);
    this.acceptors = new Acceptors(linked, passages);
    this.oneThreads = new OneThreads(linked, returns, evidence, passages);
    this.collections = new Collections(linked, returns, names, evidence, passages);
    this.connections = new Connections(linked, returns, evidence, passages);
    this.interpreters = new Interpreters(linked, passages);
    this.bins = new Bins(linked, names, passages);
  }

  List<Described> find() {
    List<Described> found = new ArrayList<>();
    found.addAll(oneThreads.find());
    found.addAll(workers.find());
    found.addAll(acceptors.find());
    found.addAll(containerLocks.find());
    found.addAll(collections.find());
    found.addAll(connections.find());
    found.addAll(interpreters.find());
    found.addAll(bins.find());
    return found;
  }
}
