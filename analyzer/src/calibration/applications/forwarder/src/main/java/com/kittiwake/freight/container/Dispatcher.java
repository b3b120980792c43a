package com.kittiwake.freight.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** Hands events to those who asked for their class. */
public class Dispatcher {
  public interface Handler<E> {
    void handle(E event) throws Exception;
  }

  private final Map<Class<?>, List<Handler<?>>> handlers = new ConcurrentHashMap<>();
  private final Executor executor;

  public Dispatcher(Executor executor) {
    this.executor = executor;
  }

  public <E> void subscribe(Class<E> type, Handler<E> handler) {
    handlers.computeIfAbsent(type, t -> new CopyOnWriteArrayList<>()).add(handler);
  }

  @SuppressWarnings("unchecked")
  public <E> int dispatch(E event) {
    int n = 0;
    for (Handler<?> h : handlers.getOrDefault(event.getClass(), List.of())) {
      try {
        ((Handler<E>) h).handle(event);
        n++;
      } catch (Exception e) {
        failures.add(event + ": " + e.getMessage());
      }
    }
    return n;
  }

  private final List<String> failures = java.util.Collections.synchronizedList(new ArrayList<>());

  public void dispatchLater(Object event) {
    executor.execute(() -> dispatch(event));
  }

  public List<String> failures() {
    return List.copyOf(failures);
  }
}
