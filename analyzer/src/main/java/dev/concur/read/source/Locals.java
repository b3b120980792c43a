package dev.concur.read.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The local variables in sight. */
final class Locals {

  /** One variable. */
  record Local(int index, JType type) {}

  private final Deque<Map<String, Local>> scopes = new ArrayDeque<>();
  private int next;

  Locals(boolean isStatic) {
    next = isStatic ? 0 : 1;
    open();
  }

  void open() {
    scopes.push(new LinkedHashMap<>());
  }

  void close() {
    scopes.pop();
  }

  Local add(String name, JType type) {
    Local local = unnamed(type);
    scopes.element().put(name, local);
    return local;
  }

  Local unnamed(JType type) {
    Local local = new Local(next, type);
    next += Math.max(1, type.size());
    return local;
  }

  Optional<Local> find(String name) {
    return scopes.stream().map(each -> each.get(name)).filter(each -> each != null).findFirst();
  }

  /** All in sight by name, inner before outer. */
  Map<String, Local> visible() {
    Map<String, Local> all = new LinkedHashMap<>();
    scopes.forEach(scope -> scope.forEach(all::putIfAbsent));
    return all;
  }
}
