package com.pawlane.clinic.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

public record LabResult(String order, long animalId, Instant taken, Map<String, Double> values)
    implements Serializable {}
