package io.bandstand.bus;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells parts of the office what other parts did. */
public class EventBus {

  private final Map<Class<?>, List<Consumer<Object>>> handlers = new ConcurrentHashMap<>();
  private final Queue<Object> unheard = new ConcurrentLinkedQueue<>();
  private final Executor background;

  public EventBus(Executor background) {
    this.background = background;
  }

  public <E> void subscribe(Class<E> type, Consumer<? super E> handler) {
    handlers
        .computeIfAbsent(type, t -> new CopyOnWriteArrayList<>())
        .add(event -> handler.accept(type.cast(event)));
  }

  /** Calls all handlers of the event's class and of what it is derived from. */
  public int publish(Object event) {
    int heard = 0;
    Queue<Class<?>> types = new ArrayDeque<>();
    types.add(event.getClass());
    while (!types.isEmpty()) {
      Class<?> type = types.remove();
      for (Consumer<Object> handler : handlers.getOrDefault(type, List.of())) {
        handler.accept(event);
        heard++;
      }
      types.addAll(List.of(type.getInterfaces()));
    }
    if (heard == 0) {
      unheard.add(event);
    }
    return heard;
  }

  public void publishLater(Object event) {
    background.execute(() -> publish(event));
  }

  public int unheard() {
    int count = unheard.size();
    unheard.clear();
    return count;
  }
}
