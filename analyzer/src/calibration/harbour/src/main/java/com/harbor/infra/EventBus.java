package com.harbor.infra;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Tells those who want to know. */
public class EventBus {

  private final Map<Class<?>, List<Consumer<Object>>> listeners = new ConcurrentHashMap<>();
  private final BlockingQueue<Object> later = new LinkedBlockingQueue<>(10_000);
  private final ExecutorService pool;

  public EventBus(ExecutorService pool) {
    this.pool = pool;
  }

  public <E> void subscribe(Class<E> type, Consumer<? super E> listener) {
    listeners
        .computeIfAbsent(type, key -> new CopyOnWriteArrayList<>())
        .add(event -> listener.accept(type.cast(event)));
  }

  /** Tells everybody now. */
  public void publish(Object event) {
    for (Consumer<Object> listener : listeners.getOrDefault(event.getClass(), List.of())) {
      listener.accept(event);
    }
  }

  /** Leaves the telling to the pool. */
  public void publishInBackground(Object event) {
    pool.execute(() -> publish(event));
  }

  public boolean enqueue(Object event) {
    return later.offer(event);
  }

  /** The next event that was put aside; waits until there is one. */
  public Object takeNext() throws InterruptedException {
    Object event = later.take();
    publish(event);
    return event;
  }

  /** Delivers what was put aside and does not wait for more. */
  public int deliver() {
    int count = 0;
    for (Object event = later.poll(); event != null; event = later.poll()) {
      publish(event);
      count++;
    }
    return count;
  }
}
