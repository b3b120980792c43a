package com.pawlane.clinic.service;

import com.pawlane.clinic.events.EventBus;
import com.pawlane.clinic.imports.Hl7Message;
import com.pawlane.clinic.model.ClinicEvent;
import com.pawlane.clinic.model.LabResult;
import com.pawlane.clinic.partners.LabGateway;
import com.pawlane.clinic.util.RetryingCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

public class LabSync {
  private final LabGateway lab;
  private final RetryingCall retry;
  private final EventBus events;

  public LabSync(LabGateway lab, RetryingCall retry, EventBus events) {
    this.lab = lab;
    this.retry = retry;
    this.events = events;
  }

  public LabResult fetch(String order) throws Exception {
    LabResult result = retry.call(() -> lab.result(order));
    events.publish(new ClinicEvent.LabArrived(result.animalId(), order));
    return result;
  }

  public List<LabResult> readDrop(Path file) throws IOException {
    return Hl7Message.parseBatch(Files.readString(file));
  }

  /** Values outside of mean plus or minus two deviations. */
  public Map<String, List<Double>> outliers(List<LabResult> results) {
    Map<String, List<Double>> byTest = new LinkedHashMap<>();
    results.forEach(
        r ->
            r.values().forEach((t, v) -> byTest.computeIfAbsent(t, k -> new ArrayList<>()).add(v)));
    return byTest.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> {
                  double mean = e.getValue().stream().mapToDouble(d -> d).average().orElse(0);
                  double deviation =
                      Math.sqrt(
                          e.getValue().stream()
                              .mapToDouble(d -> (d - mean) * (d - mean))
                              .average()
                              .orElse(0));
                  return e.getValue().stream()
                      .filter(v -> Math.abs(v - mean) > 2 * deviation)
                      .toList();
                }));
  }

  public boolean critical(LabResult result) {
    return result.values().getOrDefault("K", 4.0) > 6.5
        || result.values().getOrDefault("GLU", 90.0) < 40;
  }
}
