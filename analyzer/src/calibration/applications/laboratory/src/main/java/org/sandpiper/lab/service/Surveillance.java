package org.sandpiper.lab.service;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.portal.RegistryClient;
import org.sandpiper.lab.portal.RegistryClient.Notice;
import org.sandpiper.lab.store.PatientRepository;

/** Notifiable diseases. */
public class Surveillance {
  private final RegistryClient registry;
  private final PatientRepository patients;

  public Surveillance(RegistryClient registry, PatientRepository patients) {
    this.registry = registry;
    this.patients = patients;
  }

  public int notify(String mrn, String pathogen, LocalDate day)
      throws IOException, InterruptedException {
    Patient p = patients.find(mrn).orElseThrow();
    return registry.report(List.of(new Notice(pathogen, "20095", p.ageOn(day), day.toString())));
  }

  public void notifyLater(Patient p, String pathogen, LocalDate day) {
    registry.reportLater(List.of(new Notice(pathogen, "20095", p.ageOn(day), day.toString())));
  }

  public Map<String, Long> week(String week) throws IOException, InterruptedException {
    return registry.week(week).stream()
        .collect(Collectors.groupingBy(Notice::pathogen, TreeMap::new, Collectors.counting()));
  }

  public static Map<String, Double> meanAge(String registerFile) {
    return RegistryClient.parse(registerFile).stream()
        .collect(Collectors.groupingBy(Notice::pathogen, Collectors.averagingInt(Notice::age)));
  }

  /** Cases above expectation: Poisson tail by summing up. */
  public static double surprise(int cases, double expected) {
    double p = Math.exp(-expected), sum = p;
    for (int k = 1; k < cases; k++) sum += p *= expected / k;
    return Math.max(0, 1 - sum);
  }

  public Map<Integer, Long> ageGroups(LocalDate day) {
    return patients.everyone().stream()
        .collect(
            Collectors.groupingBy(p -> p.ageOn(day) / 10, TreeMap::new, Collectors.counting()));
  }
}
