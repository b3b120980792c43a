package io.bandstand.sale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets only so many customers into the shop at once. */
public class WaitingRoom {

  private final Semaphore places;
  private final Deque<String> queue = new ArrayDeque<>();

  public WaitingRoom(int places) {
    this.places = new Semaphore(places, true);
  }

  public boolean enter(long millis) throws InterruptedException {
    return places.tryAcquire(millis, TimeUnit.MILLISECONDS);
  }

  public boolean tryEnter() {
    return places.tryAcquire();
  }

  public void leave() {
    places.release();
  }

  public synchronized int join(String session) {
    queue.addLast(session);
    return queue.size();
  }

  public synchronized OptionalInt position(String session) {
    int at = 0;
    for (String waiting : queue) {
      if (waiting.equals(session)) {
        return OptionalInt.of(at);
      }
      at++;
    }
    return OptionalInt.empty();
  }

  public synchronized String call() {
    return queue.pollFirst();
  }
}
