package com.pawlane.clinic.service;

import com.pawlane.clinic.model.Animal;
import com.pawlane.clinic.model.Appointment;
import com.pawlane.clinic.model.LabResult;
import com.pawlane.clinic.partners.LabClient;
import com.pawlane.clinic.persistence.AnimalRepository;
import com.pawlane.clinic.persistence.AppointmentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The vet's first screen. */
public class Dashboard {
  public record Screen(Optional<Animal> animal, List<Appointment> today, LabResult lab) {}

  private final AnimalRepository animals;
  private final AppointmentStore appointments;
  private final LabClient lab;
  private final ExecutorService workers;
  private Future<List<Appointment>> prefetched;

  public Dashboard(
      AnimalRepository animals,
      AppointmentStore appointments,
      LabClient lab,
      ExecutorService workers) {
    this.animals = animals;
    this.appointments = appointments;
    this.lab = lab;
    this.workers = workers;
  }

  public Screen load(long animalId, LocalDate day, String order) {
    CompletableFuture<Optional<Animal>> animal =
        CompletableFuture.supplyAsync(() -> animals.findById(animalId), workers);
    CompletableFuture<List<Appointment>> today =
        CompletableFuture.supplyAsync(() -> appointments.on(day), workers);
    return animal
        .thenCombine(today, (a, t) -> new Screen(a, t, null))
        .thenCombine(lab.later(order), (s, l) -> new Screen(s.animal(), s.today(), l))
        .join();
  }

  public void prefetch(LocalDate day) {
    prefetched = workers.submit(() -> appointments.on(day));
  }

  public List<Appointment> today() throws InterruptedException, ExecutionException {
    return prefetched.get();
  }

  public int countAnimals(List<Long> owners) throws InterruptedException, ExecutionException {
    List<Callable<Integer>> tasks =
        owners.stream().<Callable<Integer>>map(o -> () -> animals.ofOwner(o).size()).toList();
    int sum = 0;
    for (Future<Integer> part : workers.invokeAll(tasks)) {
      sum += part.get();
    }
    return sum;
  }
}
