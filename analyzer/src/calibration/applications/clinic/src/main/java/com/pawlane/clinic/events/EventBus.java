package com.pawlane.clinic.events;

import com.pawlane.clinic.model.ClinicEvent;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Hands events to those who listen, on other threads. */
public class EventBus {
  private final List<Consumer<? super ClinicEvent>> listeners = new CopyOnWriteArrayList<>();
  private final BlockingQueue<ClinicEvent> journal = new LinkedBlockingQueue<>();
  private final ExecutorService workers;

  public EventBus(ExecutorService workers) {
    this.workers = workers;
  }

  public void listen(Consumer<? super ClinicEvent> listener) {
    listeners.add(listener);
  }

  public void publish(ClinicEvent event) {
    for (Consumer<? super ClinicEvent> listener : listeners) {
      workers.execute(() -> listener.accept(event));
    }
    journal.offer(event);
  }

  public ClinicEvent nextOfJournal(long millis) throws InterruptedException {
    return journal.poll(millis, TimeUnit.MILLISECONDS);
  }

  public String headline(ClinicEvent event) {
    if (event instanceof ClinicEvent.Booked booked) {
      return "booked in " + booked.room();
    } else if (event instanceof ClinicEvent.LabArrived lab) {
      return "lab order " + lab.order();
    } else if (event instanceof ClinicEvent.Paid paid) {
      return "paid " + paid.amount();
    }
    throw new IllegalArgumentException(String.valueOf(event));
  }
}
