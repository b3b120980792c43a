package com.pawlane.clinic.rooms;

import com.pawlane.clinic.model.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/** The most urgent first. */
public class WaitingRoom {
  private final BlockingQueue<Visit> queue =
      new PriorityBlockingQueue<>(16, Comparator.comparingInt(Visit::urgency).reversed());

  public void arrive(Visit visit) {
    queue.offer(visit);
  }

  public Visit callNext() throws InterruptedException {
    return queue.take();
  }

  public Optional<Visit> peekNext() {
    return Optional.ofNullable(queue.peek());
  }

  public List<Visit> emptyAll() {
    List<Visit> all = new ArrayList<>();
    queue.drainTo(all);
    return all;
  }
}
